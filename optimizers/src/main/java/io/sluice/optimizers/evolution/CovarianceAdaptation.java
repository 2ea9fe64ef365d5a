package io.sluice.optimizers.evolution;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/**
 * CMA-ES in one trial, after Hansen's tutorial (arXiv 1604.00772), over a full or a diagonal
 * covariance:
 *
 * <pre>
 * m  ← m + σ y_w,  y_w = Σ_{i ≤ μ} w_i y_i
 * p_σ ← (1 − c_σ) p_σ + √(c_σ (2 − c_σ) μ_eff) C^{−½} y_w
 * σ  ← σ exp(min(1, c_σ / d_σ (‖p_σ‖ / E‖N(0, I)‖ − 1)))
 * p_c ← (1 − c_c) p_c + h_σ √(c_c (2 − c_c) μ_eff) y_w
 * C  ← (1 + c_1 δ − c_1 − c_μ Σ w_i) C + c_1 p_c p_cᵀ + c_μ Σ_{i ≤ λ} w°_i y_i y_iᵀ
 * </pre>
 *
 * with δ = (1 − h_σ) c_c (2 − c_c), and w°_i = w_i n / ‖z_i‖² where w_i is negative.
 */
final class CovarianceAdaptation extends EvolutionState {

  private final Covariance shape;
  private final double[] weights;
  private final double effective;

  /** Weights of all ranks in the update of C; those of the worse half are negative or 0. */
  private final double[] covarianceWeights;

  private final double covarianceSum;
  private final StepControl control;
  private final double ratePath;
  private final double rateOne;
  private final double rateMu;
  private final double gap;
  private final double[] path;
  private final double[] meanStep;
  private final double[] meanDraw;
  private final double[] turned;
  private double remembered = 1;

  /**
   * Before the first generation.
   *
   * @param step the first step size, in widths of the box
   * @param active whether the worst members make C smaller
   */
  CovarianceAdaptation(
      SearchSpace space,
      RandomStream random,
      int size,
      double step,
      Covariance shape,
      boolean active) {
    super(space, random, size, step);
    this.shape = shape;
    Recombination recombination = Recombination.logarithmic(size);
    weights = recombination.weights();
    effective = recombination.effective();
    double n = dimension;
    double mu = effective;
    control = new StepControl(dimension, effective, 3);
    ratePath = (4 + mu / n) / (n + 4 + 2 * mu / n);
    double faster = shape.learningFactor();
    rateOne = Math.min(0.5, faster * 2 / ((n + 1.3) * (n + 1.3) + mu));
    rateMu =
        Math.min(1 - rateOne, faster * 2 * (0.25 + mu + 1 / mu - 2) / ((n + 2) * (n + 2) + mu));
    covarianceWeights = covarianceWeights(active);
    double sum = 0;
    for (double weight : covarianceWeights) {
      sum += weight;
    }
    covarianceSum = sum;
    gap = 1 / (10 * n * (rateOne + rateMu));
    path = new double[dimension];
    meanStep = new double[dimension];
    meanDraw = new double[dimension];
    turned = new double[dimension];
  }

  /** The positive weights, and behind them the negative ones as equations 49 to 53 limit them. */
  private double[] covarianceWeights(boolean active) {
    double[] all = new double[size];
    System.arraycopy(weights, 0, all, 0, weights.length);
    if (!active) {
      return all;
    }
    double[] raw = Recombination.raw(size, size);
    double sum = 0;
    double squares = 0;
    for (int i = weights.length; i < size; i++) {
      sum += Math.min(0, raw[i]);
      squares += Math.min(0, raw[i]) * Math.min(0, raw[i]);
    }
    if (sum == 0) {
      return all;
    }
    double most =
        Math.min(
            1 + rateOne / rateMu,
            Math.min(
                1 + 2 * (sum * sum / squares) / (effective + 2),
                (1 - rateOne - rateMu) / (dimension * rateMu)));
    for (int i = weights.length; i < size; i++) {
      all[i] = Math.min(0, raw[i]) * Math.max(0, most) / -sum;
    }
    return all;
  }

  @Override
  void draw(int member) {
    gaussians.fill(draws[member]);
    shape.shape(draws[member], steps[member]);
  }

  @Override
  void learn(int[] best) {
    blend(best, weights, steps, meanStep);
    blend(best, weights, draws, meanDraw);
    moveMean(step, meanStep);
    shape.turn(meanDraw, turned);
    double exponent = control.advance(turned);
    remembered *= (1 - control.rate()) * (1 - control.rate());
    boolean steady =
        control.length() / Math.sqrt(1 - remembered)
            < (1.4 + 2.0 / (dimension + 1)) * control.expectedLength();
    advance(path, ratePath, steady ? effective : 0, meanStep);
    double lost = steady ? 0 : rateOne * ratePath * (2 - ratePath);
    shape.fade(1 + lost - rateOne - rateMu * covarianceSum);
    shape.add(rateOne, path);
    for (int rank = 0; rank < size; rank++) {
      double weight = covarianceWeights[rank];
      int member = best[rank];
      if (weight < 0) {
        weight *= dimension / Math.max(Double.MIN_NORMAL, square(draws[member]));
      }
      if (weight != 0) {
        shape.add(rateMu * weight, steps[member]);
      }
    }
    shape.refresh(gap);
    scaleStep(exponent);
  }

  /** The shape of the distribution. */
  Covariance shape() {
    return shape;
  }

  /** How far the distribution reaches along a coordinate, in widths of the box. */
  double reach(int parameter) {
    return step * Math.max(Math.sqrt(shape.variance(parameter)), Math.abs(path[parameter]));
  }
}
