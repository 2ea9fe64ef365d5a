package io.sluice.optimizers.oracle;

import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;
import io.sluice.spi.RandomStream;

/**
 * Divides the mean gradient by what Hutchinson's estimate says of the diagonal of the Hessian,
 * {@code u ⊙ H u} for a random u, asked for in the first step and then every so many steps. An
 * estimate that holds what is no number is left out and asked for again in the next step; before
 * there is one, no weight moves.
 */
abstract class CurvatureState extends AtWeights {

  private final OracleTask task;
  private final int period;
  private final double beta1;
  private final double[] draw;
  private boolean estimated;
  private boolean overdue;
  private boolean hasCurvature;

  /** How many steps have begun. */
  long step;

  /** The mean of the gradients, towards which it goes from 0. */
  final double[] mean;

  /** What is kept of the estimates. */
  final double[] curvature;

  CurvatureState(OracleTask task, int period, double beta1) {
    super(task);
    this.task = task;
    this.period = period;
    this.beta1 = beta1;
    draw = new double[task.parameters()];
    mean = new double[task.parameters()];
    curvature = new double[task.parameters()];
  }

  /** One random number of the estimate, of mean 0 and variance 1. */
  abstract double draw(RandomStream random);

  /** What is kept of the curvature with a new estimate. */
  abstract double keep(double kept, double estimate);

  /** The update of a weight. */
  abstract double update(double mean, double curvature);

  @Override
  void begin() {
    step++;
    estimated = (step - 1) % period != 0 && !overdue;
    for (int p = 0; p < mean.length; p++) {
      mean[p] = beta1 * mean[p] + (1 - beta1) * gradient[p];
    }
  }

  @Override
  OracleRequest go(double[] point, double[] direction) {
    if (!estimated) {
      for (int p = 0; p < draw.length; p++) {
        draw[p] = draw(task.random());
        direction[p] = draw[p];
      }
      return OracleRequest.HESSIAN_PRODUCT;
    }
    for (int p = 0; p < point.length; p++) {
      point[p] = weights[p] + (hasCurvature ? update(mean[p], curvature[p]) : 0);
    }
    return OracleRequest.ACCEPT;
  }

  @Override
  void hear(double told, double[] point, double[] vector) {
    estimated = true;
    overdue = !Vectors.areFinite(vector);
    hasCurvature |= !overdue;
    for (int p = 0; p < draw.length && !overdue; p++) {
      curvature[p] = keep(curvature[p], draw[p] * vector[p]);
    }
  }

  @Override
  public void flip(int parameter) {
    mean[parameter] = -mean[parameter];
  }
}
