package io.sluice.optimizers.oracle;

/** Chooses where to go from a gradient, and learns from where that led. */
interface Direction {

  /**
   * Writes the direction.
   *
   * @param gradient at the weights
   */
  void write(double[] gradient, double[] direction);

  /**
   * Learns of a step that was made.
   *
   * @param step the weights after it less those before
   * @param change the gradient after it less that before, of the same loss
   * @param gradient after it
   */
  default void learn(double[] step, double[] change, double[] gradient) {}

  /** Forgets what it has learned, since it led nowhere. */
  default void forget() {}

  /**
   * The length to try first.
   *
   * @param slope along the direction
   * @param lastLength the length taken last, 0 before the first step
   * @param lastSlope the slope along the direction at that time
   */
  double first(double[] gradient, double slope, double lastLength, double lastSlope);

  /** Straight downhill. */
  static void steepest(double[] gradient, double[] direction) {
    Vectors.scale(-1, gradient, direction);
  }

  /** The length that moves no further than 1, nor further than the gradient. */
  static double capped(double[] gradient) {
    double norm = Vectors.norm(gradient);
    return norm > 1 ? 1 / norm : 1;
  }
}
