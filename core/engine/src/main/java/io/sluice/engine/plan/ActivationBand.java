package io.sluice.engine.plan;

import io.sluice.engine.study.BoundsSpec;
import io.sluice.moments.Interruption;
import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * The band of sums in which an activation is to work, by one of the readings of {@link
 * BoundsSpec.Reading}. It is found numerically on ±1e6, which is also how far "nowhere" reaches.
 *
 * @param lower the lower end
 * @param upper the upper end
 */
record ActivationBand(double lower, double upper) {

  private static final int STEPS = 40_000;
  private static final double NEAR = 40;
  private static final double FAR = 1e6;

  /** Half the distance at which slopes are compared, of places around 0; relative of others. */
  private static final double APART = 1e-5;

  /** The band, or why there is none. */
  record Search(ActivationBand band, String reason) {

    static Search none(String reason) {
      return new Search(null, reason);
    }

    static Search of(double lower, double upper) {
      return new Search(new ActivationBand(lower, upper), "");
    }
  }

  /**
   * @param needed the outputs that the data need
   */
  static Search find(Activation activation, BoundsSpec.FromActivation bounds, Interval needed) {
    double amount = bounds.amount();
    return switch (bounds.reading()) {
      case SLOPE -> where(x -> Math.abs(activation.slope(x)), "slope", amount);
      case CURVATURE ->
          jumps(activation)
              ? Search.none("its slope jumps")
              : where(x -> curvature(activation, x), "curvature", amount);
      case PERIOD -> PeriodicBand.find(activation, amount);
      case OUTPUTS -> covering(activation, needed, amount);
    };
  }

  /** |f''| by a difference of slopes. */
  private static double curvature(Activation activation, double x) {
    double h = APART * Math.max(1, Math.abs(x));
    return Math.abs(activation.slope(x + h) - activation.slope(x - h)) / (2 * h);
  }

  /** Whether the slope changes as much in a tiny step as in the small step where it does most. */
  private static boolean jumps(Activation activation) {
    double[] x = grid();
    int steepest = 1;
    double most = 0;
    for (int i = 1; i < x.length; i++) {
      Interruption.check();
      double change = Math.abs(activation.slope(x[i]) - activation.slope(x[i - 1]));
      if (change / (x[i] - x[i - 1]) > most) {
        most = change / (x[i] - x[i - 1]);
        steepest = i;
      }
    }
    double from = x[steepest - 1];
    double to = x[steepest];
    double whole = Math.abs(activation.slope(to) - activation.slope(from));
    for (int i = 0; i < 20; i++) {
      double middle = 0.5 * (from + to);
      double at = activation.slope(middle);
      boolean first = Math.abs(at - activation.slope(from)) > Math.abs(activation.slope(to) - at);
      from = first ? from : middle;
      to = first ? middle : to;
    }
    return Math.abs(activation.slope(to) - activation.slope(from)) > 0.4 * whole;
  }

  /** The smallest interval outside of which a quantity is nowhere above a share of its largest. */
  private static Search where(DoubleUnaryOperator quantity, String name, double share) {
    double[] x = grid();
    double[] size = new double[x.length];
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      Interruption.check();
      size[i] = quantity.applyAsDouble(x[i]);
      largest = Math.max(largest, size[i]);
    }
    if (Double.isNaN(largest)) {
      return Search.none("its " + name + " is not a number somewhere");
    }
    if (largest == 0 || Double.isInfinite(largest)) {
      return Search.none("its " + name + " is " + (largest > 0 ? "unbounded" : "zero everywhere"));
    }
    double threshold = share * largest;
    int first = 0;
    while (!(size[first] > threshold)) {
      first++;
    }
    int last = x.length - 1;
    while (!(size[last] > threshold)) {
      last--;
    }
    if (x[first] < -NEAR || x[last] > NEAR) {
      String side = x[first] < -NEAR && x[last] > NEAR ? "both sides" : "one side";
      return Search.none("its " + name + " stays large on " + side);
    }
    DoublePredicate isLarge = at -> quantity.applyAsDouble(at) > threshold;
    return Search.of(edge(isLarge, x[first - 1], x[first]), edge(isLarge, x[last + 1], x[last]));
  }

  /** The smallest interval around 0 that gives every output needed, and some beyond. */
  private static Search covering(Activation activation, Interval needed, double margin) {
    if (needed == null) {
      return Search.none("its outputs are logits, not the targets");
    }
    double width = needed.upper() - needed.lower();
    double beyond = margin * (width > 0 ? width : 1);
    double least = needed.lower() - beyond;
    double greatest = needed.upper() + beyond;
    Interval range = activation.range();
    Search beyondRange = Search.none("its range has not all outputs that are needed");
    if (!range.contains(least) || !range.contains(greatest)) {
      return beyondRange;
    }
    double[] x = grid();
    double low = activation.value(0);
    double high = low;
    for (int i = x.length / 2; i < x.length; i++) {
      double inner = i == x.length / 2 ? 0 : x[i - 1];
      double lowest = low;
      double highest = high;
      DoublePredicate covers =
          r ->
              Math.max(highest, Math.max(activation.value(r), activation.value(-r))) >= greatest
                  && Math.min(lowest, Math.min(activation.value(r), activation.value(-r))) <= least;
      if (covers.test(x[i])) {
        double reach = edge(covers, inner, x[i]);
        return reach > 0
            ? Search.of(-reach, reach)
            : Search.none("its output at 0 is all that is needed");
      }
      low = Math.min(low, Math.min(activation.value(x[i]), activation.value(-x[i])));
      high = Math.max(high, Math.max(activation.value(x[i]), activation.value(-x[i])));
    }
    return beyondRange;
  }

  /** Even steps near zero, then ever longer ones. */
  static double[] grid() {
    double[] x = new double[STEPS + 1];
    int half = STEPS / 2;
    int near = half * 4 / 5;
    for (int i = 1; i <= half; i++) {
      double at =
          i <= near
              ? NEAR * 1.25 * i / near
              : NEAR
                  * 1.25
                  * StrictMath.pow(FAR / (NEAR * 1.25), (i - near) / (double) (half - near));
      x[half + i] = at;
      x[half - i] = -at;
    }
    return x;
  }

  /** Bisects between a point at which something is not so and one at which it is. */
  static double edge(DoublePredicate isSo, double not, double so) {
    double outside = not;
    double inside = so;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (outside + inside);
      if (isSo.test(middle)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }
}
