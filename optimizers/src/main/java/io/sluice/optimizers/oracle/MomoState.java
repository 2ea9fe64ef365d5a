package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;

/**
 * Polyak's length for the mean of all models f + g·(w − w₀) that were seen, cut at a lower bound,
 * in the metric of Adam or in that of the weights.
 */
final class MomoState extends AtWeights {

  private final double rate;
  private final double beta;
  private final double squareBeta;
  private final double epsilon;
  private final double least;
  private final double pull;
  private final boolean adapts;
  private final boolean isAdam;
  private final double[] mean;
  private final double[] square;
  private final double[] metric;
  private double bound;
  private double meanLoss;
  private double meanAlong;
  private long step;

  /**
   * A state.
   *
   * @param set with the hyper-parameters of {@code momo}, or of {@code momo-adam}
   * @param isAdam whether there are {@code beta2} and {@code epsilon}, too
   */
  MomoState(OracleTask task, Settings set, boolean isAdam) {
    super(task);
    this.isAdam = isAdam;
    rate = set.real("learning-rate");
    beta = set.real(isAdam ? "beta1" : "beta");
    squareBeta = isAdam ? set.real("beta2") : 0;
    epsilon = isAdam ? set.real("epsilon") : 0;
    least = set.real("least");
    bound = least;
    pull = 1 + rate * set.real("decay");
    adapts = set.flag("adaptive");
    mean = new double[task.parameters()];
    square = new double[task.parameters()];
    metric = new double[task.parameters()];
  }

  @Override
  OracleRequest go(double[] point, double[] direction) {
    if (!(Math.abs(loss) <= Double.MAX_VALUE)) {
      return nowhere(point); // Such a model would stay in the mean for ever.
    }
    step++;
    double kept = isAdam || step > 1 ? beta : 0;
    meanLoss = kept * meanLoss + (1 - kept) * loss;
    meanAlong = kept * meanAlong + (1 - kept) * Vectors.dot(gradient, weights);
    double ofSquare = 1 - StrictMath.pow(squareBeta, step);
    double length = 0;
    for (int p = 0; p < mean.length; p++) {
      double g = gradient[p];
      mean[p] = kept * mean[p] + (1 - kept) * g;
      square[p] = squareBeta * square[p] + (1 - squareBeta) * g * g;
      metric[p] = isAdam ? epsilon + Math.sqrt(square[p] / ofSquare) : 1;
      length += metric[p] == 0 ? 0 : mean[p] * (mean[p] / metric[p]);
    }
    double share = isAdam ? 1 - StrictMath.pow(beta, step) : 1;
    double now = Vectors.dot(mean, weights);
    double above = pull * (meanLoss - meanAlong) + now;
    if (adapts && above < pull * share * bound) {
      bound = Math.max(above / (2 * share * pull), least);
    }
    double gap = pull * (meanLoss - share * bound - meanAlong) + now;
    double wanted = length <= 0x1p-52 ? 0 : Math.max(gap, 0) / length;
    double size = Math.min(rate / share, wanted);
    for (int p = 0; p < point.length; p++) {
      double moved = metric[p] == 0 ? 0 : size * mean[p] / metric[p];
      point[p] = weights[p] - (pull - 1) / pull * weights[p] - moved;
    }
    if (adapts) {
      double seen = (meanLoss + now - meanAlong - 0.5 * size * length) / share;
      bound = Math.max(seen, least);
    }
    return OracleRequest.ACCEPT;
  }

  @Override
  public void flip(int parameter) {
    mean[parameter] = -mean[parameter];
  }
}
