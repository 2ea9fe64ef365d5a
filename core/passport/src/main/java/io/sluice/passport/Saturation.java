package io.sluice.passport;

/**
 * Where a function is nearly level.
 *
 * @param threshold ε
 * @param below the x below which |f'| &lt; ε; negative infinity for never, positive for everywhere
 * @param above the x above which |f'| &lt; ε; positive infinity for never, negative for everywhere
 */
public record Saturation(double threshold, double below, double above) {

  static Saturation of(Curve slopes, double threshold) {
    return new Saturation(threshold, edge(slopes, threshold, -1), edge(slopes, threshold, 1));
  }

  private static double edge(Curve slopes, double threshold, int side) {
    int index = side > 0 ? slopes.size() - 1 : 0;
    int outermost = index;
    while (index >= 0 && index < slopes.size() && Math.abs(slopes.y(index)) < threshold) {
      index -= side;
    }
    if (index == outermost) {
      return side * Double.POSITIVE_INFINITY;
    }
    if (index < 0 || index >= slopes.size()) {
      return -side * Double.POSITIVE_INFINITY;
    }
    double steep = slopes.x(index);
    double level = slopes.x(index + side);
    while (true) {
      double middle = steep + 0.5 * (level - steep);
      if (middle == steep || middle == level) {
        return (Math.abs(steep) < 0x1p-200 ? 0 : steep) + 0.0;
      }
      if (Math.abs(slopes.at(middle)) < threshold) {
        level = middle;
      } else {
        steep = middle;
      }
    }
  }
}
