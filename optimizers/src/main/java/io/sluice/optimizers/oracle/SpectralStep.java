package io.sluice.optimizers.oracle;

/**
 * Straight downhill by a length that makes a multiple of the identity behave like the Hessian: the
 * long one {@code s·s / s·y}, or the short one {@code s·y / y·y}. Where the curvature is not
 * positive, the last length is taken again.
 */
final class SpectralStep implements Direction {

  private final boolean isShort;
  private final double start;
  private double length;

  SpectralStep(boolean isShort, double start) {
    this.isShort = isShort;
    this.start = start;
  }

  @Override
  public void write(double[] gradient, double[] direction) {
    Direction.steepest(gradient, direction);
  }

  @Override
  public void learn(double[] step, double[] change, double[] gradient) {
    double curvature = Vectors.dot(step, change);
    double next =
        isShort ? curvature / Vectors.dot(change, change) : Vectors.dot(step, step) / curvature;
    if (curvature > 0 && next > 0 && next <= Double.MAX_VALUE) {
      length = next;
    }
  }

  @Override
  public double first(double[] gradient, double slope, double lastLength, double lastSlope) {
    return length > 0 ? length : start * Direction.capped(gradient);
  }
}
