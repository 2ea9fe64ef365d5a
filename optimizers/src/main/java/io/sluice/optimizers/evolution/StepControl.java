package io.sluice.optimizers.evolution;

/**
 * Cumulative step-size adaptation: the step size grows where steps follow one direction for longer
 * than chance would have them.
 */
final class StepControl {

  private final double rate;
  private final double damping;
  private final double effective;
  private final double expectedLength;
  private final double[] path;

  /**
   * c_σ = (μ_eff + 2) / (n + μ_eff + offset), d_σ = 1 + c_σ + 2 max(0, √((μ_eff − 1) / (n + 1)) −
   * 1).
   *
   * @param offset 5 in papers, 3 in the program of the author of CMA-ES
   */
  StepControl(int dimension, double effective, int offset) {
    this.effective = effective;
    rate = (effective + 2) / (dimension + effective + offset);
    damping = 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (dimension + 1)) - 1) + rate;
    expectedLength = EvolutionState.normalLength(dimension);
    path = new double[dimension];
  }

  /**
   * Takes up the mean draw of a generation.
   *
   * @return the exponent by which the step size grows
   */
  double advance(double[] meanDraw) {
    EvolutionState.advance(path, rate, effective, meanDraw);
    return Math.min(1, rate / damping * (length() / expectedLength - 1));
  }

  /** The path p_σ. */
  double[] path() {
    return path;
  }

  /** ‖p_σ‖. */
  double length() {
    return Math.sqrt(EvolutionState.square(path));
  }

  /** The length a path has on the average where only chance moves it. */
  double expectedLength() {
    return expectedLength;
  }

  /** c_σ. */
  double rate() {
    return rate;
  }
}
