package io.sluice.passport;

import java.util.ArrayList;
import java.util.List;

/** Finds out the shape of a graph. */
final class ShapeFinder {

  private static final double SAME = 1e-12;
  private static final double LAST_PLACES = 0x1p-49;
  private static final double REACH = 64;
  private static final double STEP = 1.0 / 64;
  private static final int SHRINK = 64;

  /** Two waves on every unit of x. */
  private static final int MOST_PLACES = 512;

  private final Curve values;
  private final Curve slopes;
  private final Extreme least;
  private final Extreme greatest;
  private final List<Kink> kinks;
  private final List<Kink> shown;
  private final boolean smooth;
  private boolean manyBends;

  /**
   * The shape of one function.
   *
   * @param smooth whether it is known to have neither kinks nor bends
   */
  ShapeFinder(
      Curve values, Curve slopes, Extreme least, Extreme greatest, KinkList kinks, boolean smooth) {
    this.values = values;
    this.slopes = slopes;
    this.least = least;
    this.greatest = greatest;
    this.kinks = kinks.all().stream().filter(kink -> !kink.isSmooth()).toList();
    this.shown = kinks.shown().stream().filter(kink -> !kink.isSmooth()).toList();
    this.smooth = smooth;
  }

  Shape shape() {
    List<Double> bends = bends();
    return new Shape(
        monotonicity(),
        Evidence.COMPUTED,
        symmetry(),
        curvature(),
        smoothness(bends),
        Evidence.COMPUTED,
        shown,
        bends);
  }

  private Shape.Monotonicity monotonicity() {
    double size = Math.max(Math.abs(least.value()), Math.abs(greatest.value()));
    double margin = 1e-14 * (Double.isFinite(size) ? size : 1);
    boolean rises = least.value() >= -margin;
    boolean falls = greatest.value() <= margin;
    for (int i = 1; i < values.size(); i++) {
      double low = values.y(i - 1);
      double high = values.y(i);
      double rounding = LAST_PLACES * Math.max(Math.abs(low), Math.abs(high));
      rises &= !(high < low - rounding);
      falls &= !(high > low + rounding);
    }
    if (rises && falls) {
      return Shape.Monotonicity.CONSTANT;
    }
    boolean strictly = !isLevelSomewhere();
    if (rises) {
      return strictly ? Shape.Monotonicity.INCREASING : Shape.Monotonicity.NON_DECREASING;
    }
    if (falls) {
      return strictly ? Shape.Monotonicity.DECREASING : Shape.Monotonicity.NON_INCREASING;
    }
    return Shape.Monotonicity.NONE;
  }

  /** Whether the slope is 0 along a stretch; where it only rounds to 0 far out does not count. */
  private boolean isLevelSomewhere() {
    int from = new Plateau(slopes, -1).isLimitOnly() ? new Plateau(slopes, -1).end() : 0;
    int to =
        new Plateau(slopes, 1).isLimitOnly() ? new Plateau(slopes, 1).end() : slopes.size() - 1;
    int run = 0;
    double start = Double.NaN;
    for (int i = from; i <= to; i++) {
      boolean level = slopes.y(i) == 0 && (run == 0 || values.y(i) == values.y(i - 1));
      run = level ? run + 1 : 0;
      if (run == 1) {
        start = slopes.x(i);
      }
      if (run >= 3 && slopes.x(i) - start > 1e-3) {
        return true;
      }
    }
    return false;
  }

  private Shape.Symmetry symmetry() {
    boolean odd = true;
    boolean even = true;
    for (int i = 0; i < values.size(); i++) {
      double x = values.x(i);
      if (x <= 0 || isNearKink(x) || isNearKink(-x)) {
        continue;
      }
      double here = values.y(i);
      double there = values.at(-x);
      double margin = SAME * Math.max(Math.abs(here), Math.abs(there));
      odd &= Math.abs(here + there) <= margin || here == -there;
      even &= Math.abs(here - there) <= margin || here == there;
    }
    if (odd && even) {
      return Shape.Symmetry.ODD_AND_EVEN;
    }
    return odd ? Shape.Symmetry.ODD : even ? Shape.Symmetry.EVEN : Shape.Symmetry.NONE;
  }

  private boolean isNearKink(double x) {
    double near = 1e-9 * Math.max(1, Math.abs(x));
    for (Kink kink : kinks) {
      if (Math.abs(kink.x() - x) <= near) {
        return true;
      }
    }
    return false;
  }

  private Shape.Curvature curvature() {
    boolean convex = kinks.stream().noneMatch(Kink::isJump);
    boolean concave = convex;
    double size = 0;
    for (int i = 0; i < slopes.size(); i++) {
      if (Math.abs(slopes.x(i)) <= 1 && Double.isFinite(slopes.y(i))) {
        size = Math.max(size, Math.abs(slopes.y(i)));
      }
    }
    double last = Double.NaN;
    for (int i = 0; i < slopes.size(); i++) {
      double slope = slopes.y(i);
      double margin = 1e-13 * Math.max(size, Math.max(Math.abs(slope), Math.abs(last)));
      convex &= !(slope < last - margin);
      concave &= !(slope > last + margin);
      last = slope;
    }
    if (convex && concave) {
      return Shape.Curvature.LINEAR;
    }
    return convex
        ? Shape.Curvature.CONVEX
        : concave ? Shape.Curvature.CONCAVE : Shape.Curvature.NONE;
  }

  private Shape.Smoothness smoothness(List<Double> bends) {
    if (kinks.stream().anyMatch(Kink::isJump)) {
      return Shape.Smoothness.DISCONTINUOUS;
    }
    if (!kinks.isEmpty()) {
      return Shape.Smoothness.CONTINUOUS;
    }
    return bends.isEmpty() ? Shape.Smoothness.TWICE : Shape.Smoothness.ONCE;
  }

  /** Where the slope's own slope jumps: its second difference over a step does not shrink as h². */
  private List<Double> bends() {
    List<Double> bends = new ArrayList<>();
    if (smooth) {
      return bends;
    }
    int places = 0;
    int steps = (int) (REACH / STEP);
    double[] second = new double[2 * steps + 1];
    for (int i = 0; i < second.length; i++) {
      second[i] = bend((i - steps) * STEP, STEP);
    }
    for (int i = 1; i + 1 < second.length; i++) {
      double x = (i - steps) * STEP;
      if (second[i] > 1e-4
          && second[i] >= second[i - 1]
          && second[i] > second[i + 1]
          && distanceToKink(x) > 3 * STEP) {
        if (++places > MOST_PLACES) {
          manyBends = true;
          return List.of();
        }
        narrow(x, second[i], bends);
      }
    }
    return bends;
  }

  /** Whether so much looked like bends that they were not looked for any further. */
  boolean hasManyBends() {
    return manyBends;
  }

  private double distanceToKink(double x) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Kink kink : kinks) {
      nearest = Math.min(nearest, Math.abs(kink.x() - x));
    }
    return nearest;
  }

  private void narrow(double start, double size, List<Double> bends) {
    double x = start;
    double step = STEP;
    for (int level = 0; level < 2; level++) {
      double fine = step / SHRINK;
      double best = 0;
      double where = x;
      for (int i = -2 * SHRINK; i <= 2 * SHRINK; i++) {
        double bend = bend(x + i * fine, fine);
        if (bend > best) {
          best = bend;
          where = x + i * fine;
        }
      }
      if (best < 0.25 * size) {
        return;
      }
      x = where;
      step = fine;
    }
    double rounded = Math.rint(x * 1024) / 1024;
    bends.add(Math.abs(x - rounded) < 1e-5 ? rounded + 0.0 : x);
  }

  /** How much the slope of the slope changes at x, about. */
  private double bend(double x, double step) {
    return Math.abs(slopes.at(x + step) - 2 * slopes.at(x) + slopes.at(x - step)) / step;
  }
}
