package io.sluice.activations;

/** Straight lines, also where x is infinite. */
final class Line {

  private Line() {}

  /** slope x, and 0 for a slope of 0 at infinity too. */
  static double at(double slope, double x) {
    return slope == 0 && Double.isInfinite(x) ? 0 : slope * x;
  }

  /** slope x + offset in one rounding, and the offset for a slope of 0 at infinity too. */
  static double at(double slope, double x, double offset) {
    return slope == 0 && Double.isInfinite(x) ? offset : Math.fma(slope, x, offset);
  }
}
