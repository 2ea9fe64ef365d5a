package io.sluice.tck;

import io.sluice.spi.Activation;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Where slopes and values may jump. */
final class Kinks {

  private static final int SHOWN = 8;
  private static final double NEAR_ZERO = 1e-36;

  private Kinks() {}

  /** The declared kinks, if they can be worked with. */
  static double[] of(Activation activation) {
    double[] kinks = activation.kinks();
    if (kinks == null) {
      throw new Thrown.Unanswered(
          "kinks() is null; an activation without kinks has an empty array");
    }
    if (kinks.length > Activation.MOST_KINKS) {
      throw new Thrown.Unanswered(
          String.format(
              Locale.ROOT,
              "kinks() has %,d numbers, more than the %,d allowed",
              kinks.length,
              Activation.MOST_KINKS));
    }
    return kinks;
  }

  private static String shown(double[] kinks) {
    return kinks.length <= SHOWN
        ? Arrays.toString(kinks)
        : Arrays.toString(Arrays.copyOf(kinks, SHOWN)).replace("]", ", …]");
  }

  static void look(Activation activation, Findings findings) {
    double[] kinks = Kinks.of(activation);
    for (int i = 0; i < kinks.length; i++) {
      if (!Double.isFinite(kinks[i]) || (i > 0 && !(kinks[i] > kinks[i - 1]))) {
        findings.fault("kinks must ascend, but are %s", shown(kinks));
        return;
      }
    }
    undeclared("its value", activation::value, kinks, findings);
    if (!findings.hasFault()) {
      undeclared("its slope", activation::slope, kinks, findings);
    }
    for (double kink : kinks) {
      if (!findings.hasFault()) {
        slopeAt(kink, activation, findings);
      }
    }
  }

  /** Halves each cell of a grid, going where the function changes more, and looks what is left. */
  private static void undeclared(
      String what, DoubleUnaryOperator function, double[] kinks, Findings findings) {
    double[] grid = Inputs.wide();
    for (int i = 1; i < grid.length; i++) {
      double low = grid[i - 1];
      double high = grid[i];
      while (high - low > 1e-9) {
        double middle = low + (high - low) / 2;
        if (jump(function, low, middle) > jump(function, middle, high)) {
          high = middle;
        } else {
          low = middle;
        }
      }
      double left = function.applyAsDouble(low);
      double right = function.applyAsDouble(high);
      double scale = Math.max(1, Math.min(Math.abs(left), Math.abs(right)));
      if (Double.isFinite(right - left)
          && Math.abs(right - left) > 1e-4 * scale
          && distance(kinks, low) > 1e-6) {
        findings.fault(
            "%s jumps from %.6g to %.6g at %.6g; declare it in kinks(), which is %s",
            what, left, right, low, shown(kinks));
        return;
      }
    }
  }

  /** One of the two sides, or between; at 0 as near as slopes like those of x^1.2 need. */
  private static void slopeAt(double kink, Activation activation, Findings findings) {
    double width = kink == 0 ? NEAR_ZERO : 1e-9 * Math.max(1, Math.abs(kink));
    double left = activation.slope(kink - width);
    double right = activation.slope(kink + width);
    double slope = activation.slope(kink);
    double steepest = Math.max(Math.abs(left), Math.abs(right));
    double tolerance = 1e-6 * Math.max(1, steepest);
    boolean upright = Double.isInfinite(slope) && steepest > 1e3;
    if (!upright
        && (slope < Math.min(left, right) - tolerance
            || slope > Math.max(left, right) + tolerance)) {
      findings.fault(
          "slope(%s) at the kink is %s, but must be that of a side, %s or %s, or lie between",
          kink, slope, left, right);
    }
  }

  private static double jump(DoubleUnaryOperator function, double low, double high) {
    return Math.abs(function.applyAsDouble(high) - function.applyAsDouble(low));
  }

  /** From a number to the nearest kink. */
  static double distance(double[] kinks, double x) {
    double nearest = Double.POSITIVE_INFINITY;
    for (double kink : kinks) {
      nearest = Math.min(nearest, Math.abs(x - kink));
    }
    return nearest;
  }
}
