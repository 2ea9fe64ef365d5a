package io.sluice.passport;

import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.List;

/** Looks at declared kinks and for others. */
final class KinkFinder {

  /** Beyond, oscillations are faster than the grid. */
  private static final double REACH = 512;

  /** With so many found besides the declared the search ends. */
  private static final int MOST_FOUND = 256;

  private static final double SUSPICIOUS = 1e-3;
  private static final double JUMP = 1e-6;
  private static final double NEAR = 1e-6;
  private static final double STEEP = 1e6;

  private final Activation activation;
  private final Curve values;
  private final Curve slopes;

  /** How often the function may still be asked while an interval is halved. */
  private long left;

  /**
   * A search.
   *
   * @param most how often the function may be asked for kinks that are not declared
   */
  KinkFinder(Activation activation, Curve values, Curve slopes, long most) {
    this.left = most;
    this.activation = activation;
    this.values = values;
    this.slopes = slopes;
  }

  /** The declared ones, smooth or not, and those found besides, from 0 outwards. */
  KinkList kinks() {
    List<Kink> kinks = new ArrayList<>();
    for (double kink : activation.kinks()) {
      kinks.add(kink(kink, true));
    }
    int most = kinks.size() + MOST_FOUND;
    int above = slopes.indexAbove(0);
    int below = above - 1;
    while (kinks.size() < most && left > 0 && (below > 0 || above < slopes.size())) {
      boolean left = above == slopes.size() || (below > 0 && -slopes.x(below) < slopes.x(above));
      look(kinks, left ? below-- : above++);
    }
    boolean more = kinks.size() == most || left <= 0;
    kinks.sort((a, b) -> Double.compare(a.x(), b.x()));
    return new KinkList(kinks, more);
  }

  /** Looks between a point and the one before. */
  private void look(List<Kink> kinks, int i) {
    double low = slopes.x(i - 1);
    double high = slopes.x(i);
    if (low < -REACH || high > REACH) {
      return;
    }
    boolean suspicious = isSuspicious(slopes.y(i - 1), slopes.y(i));
    if ((suspicious || isJump(i)) && !isKnown(kinks, low, high)) {
      add(kinks, jump(suspicious ? slopes : values, low, high));
    }
  }

  private static boolean isSuspicious(double below, double above) {
    return Math.abs(above - below) > SUSPICIOUS * Math.max(1e-3, Math.abs(below));
  }

  /** Whether the value rises by more than the slopes on both sides say. */
  private boolean isJump(int index) {
    double width = values.x(index) - values.x(index - 1);
    double steepest = Math.max(Math.abs(slopes.y(index - 1)), Math.abs(slopes.y(index)));
    double rise = Math.abs(values.y(index) - values.y(index - 1));
    return rise > JUMP && rise > 2 * steepest * width + 1e-3 * width;
  }

  private static boolean isKnown(List<Kink> kinks, double low, double high) {
    for (Kink kink : kinks) {
      double near = NEAR * Math.max(1, Math.abs(kink.x()));
      if (kink.x() >= low - near && kink.x() <= high + near) {
        return true;
      }
    }
    return false;
  }

  private static double size(double y) {
    return Double.isNaN(y) ? Double.POSITIVE_INFINITY : Math.abs(y);
  }

  /** Halves the interval, keeping the half with the larger difference; NaN if it smooths out. */
  private double jump(Curve curve, double from, double to) {
    double low = from;
    double high = to;
    double atLow = curve.at(low);
    double atHigh = curve.at(high);
    double whole = Math.abs(atHigh - atLow);
    while (high - low > 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)))
        && high - low > 1e-15) {
      double middle = low + 0.5 * (high - low);
      double y = curve.at(middle);
      left--;
      double first = size(y - atLow);
      double second = size(atHigh - y);
      if (first >= second) {
        high = middle;
        atHigh = y;
      } else {
        low = middle;
        atLow = y;
      }
      if (Math.max(first, second) < 0.01 * whole) {
        return Double.NaN;
      }
    }
    return low + 0.5 * (high - low);
  }

  private void add(List<Kink> kinks, double x) {
    if (Double.isNaN(x)) {
      return;
    }
    double rounded = Math.rint(x * 0x1p20) * 0x1p-20;
    Kink kink = kink(Math.abs(x - rounded) < 1e-12 ? rounded + 0.0 : x, false);
    if (!kink.isSmooth()) {
      kinks.add(kink);
    }
  }

  private Kink kink(double x, boolean declared) {
    double below = Grid.beside(x, -1);
    double above = Grid.beside(x, 1);
    double jump = values.at(above) - values.at(below);
    double drift =
        Math.abs(values.at(x + 1e-9) - values.at(above))
            + Math.abs(values.at(below) - values.at(x - 1e-9));
    boolean continuous = Math.abs(jump) <= JUMP * 1e-3 + 2 * drift;
    return new Kink(x, oneSided(x, -1), oneSided(x, 1), continuous ? 0 : jump, declared);
  }

  private double oneSided(double x, int side) {
    double near = slopes.at(Grid.beside(x, side));
    double far = slopes.at(x + side * 0x1p-40);
    return Math.abs(near) > STEEP * Math.max(1, Math.abs(far))
        ? Math.copySign(Double.POSITIVE_INFINITY, near)
        : near;
  }
}
