package io.sluice.passport;

import io.sluice.moments.Interruption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A function of one number, looked at on a grid. */
final class Curve {

  private static final int MOST_PEAKS = 64;
  private static final double NEAR_KINK = 1e-9;
  private static final double STEEP = 1e6;
  private static final double[] LEVEL = {1, 0x1p-10};
  private static final double LAST_PLACES = 0x1p-50;

  private final DoubleUnaryOperator function;
  private final double[] kinks;
  private final double[] x;
  private final double[] y;
  private final Tail left;
  private final Tail right;
  private final double largest;

  private Curve(
      DoubleUnaryOperator function, double[] kinks, double[] x, double[] y, Tail left, Tail right) {
    this.function = function;
    this.kinks = kinks;
    this.x = x;
    this.y = y;
    this.left = left;
    this.right = right;
    double greatest = 0;
    for (double each : y) {
      if (Math.abs(each) > greatest) {
        greatest = Math.abs(each);
      }
    }
    this.largest = greatest;
  }

  static Curve of(DoubleUnaryOperator function, double[] kinks, double[] grid) {
    double[] y = new double[grid.length];
    for (int i = 0; i < y.length; i++) {
      Interruption.check();
      y[i] = function.applyAsDouble(grid[i]);
    }
    double scale = scale(grid, y);
    return new Curve(
        function, kinks, grid, y, Tail.of(function, -1, scale), Tail.of(function, 1, scale));
  }

  /** The largest size of a value at ordinary numbers, but not above 1. */
  private static double scale(double[] x, double[] y) {
    double greatest = 0;
    for (int i = 0; i < x.length; i++) {
      if (Math.abs(x[i]) <= 64 && Math.abs(y[i]) > greatest) {
        greatest = Math.abs(y[i]);
      }
    }
    return Math.min(1, greatest);
  }

  double at(double point) {
    return function.applyAsDouble(point);
  }

  /** The largest size of a value. */
  double largest() {
    return largest;
  }

  int size() {
    return x.length;
  }

  /** The index of the first point above a number. */
  int indexAbove(double number) {
    int index = Arrays.binarySearch(x, number);
    return index < 0 ? -index - 1 : index + 1;
  }

  double x(int index) {
    return x[index];
  }

  double y(int index) {
    return y[index];
  }

  Tail tail(int side) {
    return side < 0 ? left : right;
  }

  /** The greatest value on the whole line. */
  Extreme greatest() {
    if (right.isUnboundedAbove()) {
      return Extreme.computed(Double.POSITIVE_INFINITY, Place.limit(Double.POSITIVE_INFINITY));
    }
    if (left.isUnboundedAbove()) {
      return Extreme.computed(Double.POSITIVE_INFINITY, Place.limit(Double.NEGATIVE_INFINITY));
    }
    int from = new Plateau(this, -1).isLimitOnly() ? new Plateau(this, -1).end() : 0;
    int to = new Plateau(this, 1).isLimitOnly() ? new Plateau(this, 1).end() : x.length - 1;
    Extreme best = greatest(from, to);
    for (int side = 1; side >= -1; side -= 2) {
      Tail tail = tail(side);
      if (tail.isConvergent()
          && tail.limit() > best.value() + LAST_PLACES * Math.abs(best.value())) {
        best = Extreme.computed(tail.limit(), Place.limit(side * Double.POSITIVE_INFINITY));
      }
    }
    return best;
  }

  /** The least value on the whole line. */
  Extreme least() {
    return negated().greatest().negated();
  }

  /** The greatest value between two numbers. */
  Extreme greatestWithin(double low, double high) {
    return Curve.of(function, kinks, Grid.within(x, low, high)).greatest(0, Integer.MAX_VALUE);
  }

  /** The least value between two numbers. */
  Extreme leastWithin(double low, double high) {
    return negated().greatestWithin(low, high).negated();
  }

  Curve negated() {
    double[] opposite = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      opposite[i] = -y[i];
    }
    return new Curve(
        point -> -function.applyAsDouble(point),
        kinks,
        x,
        opposite,
        left.negated(),
        right.negated());
  }

  private Extreme greatest(int from, int to) {
    int last = Math.min(to, x.length - 1);
    double low = x[from];
    double high = x[last];
    for (double kink : kinks) {
      for (int side = -1; side <= 1; side += 2) {
        double near = function.applyAsDouble(Grid.beside(kink, side));
        double far = function.applyAsDouble(kink + side * 0x1p-40);
        if (kink > low && kink < high && near > STEEP * Math.max(1, Math.abs(far))) {
          return Extreme.computed(
              Double.POSITIVE_INFINITY,
              new Place(side < 0 ? Place.Kind.BELOW : Place.Kind.ABOVE, kink));
        }
      }
    }
    Peak best = highest(from, last);
    for (Integer index : peaks(from, last)) {
      Interruption.check();
      Peak peak = refined(index, from, last);
      double margin = margin(best.y);
      if (peak.y > best.y + margin
          || (peak.y >= best.y - margin && Math.abs(peak.x) < Math.abs(best.x))) {
        best = new Peak(peak.x, Math.max(peak.y, best.y));
      }
    }
    Place place = place(best);
    return Extreme.computed(
        place.kind() == Place.Kind.AT ? function.applyAsDouble(place.x()) : best.y, place);
  }

  /** Values so close are the same but for rounding. */
  private double margin(double value) {
    return LAST_PLACES * Math.max(Math.abs(value), Math.min(1, largest));
  }

  private record Peak(double x, double y) {}

  /** The point of the grid with the greatest value, the one nearest to 0 of several. */
  private Peak highest(int from, int to) {
    Peak best = new Peak(x[from], Double.NEGATIVE_INFINITY);
    for (int i = from; i <= to; i++) {
      if (y[i] > best.y || (y[i] == best.y && Math.abs(x[i]) < Math.abs(best.x))) {
        best = new Peak(x[i], y[i]);
      }
    }
    return best;
  }

  private List<Integer> peaks(int from, int to) {
    List<Integer> peaks = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      boolean rises = i == from || !(y[i - 1] > y[i]);
      boolean falls = i == to || !(y[i + 1] > y[i]);
      boolean flat = i > from && i < to && y[i - 1] == y[i] && y[i + 1] == y[i];
      if (rises && falls && !flat && !Double.isNaN(y[i])) {
        peaks.add(i);
      }
    }
    peaks.sort(
        Comparator.<Integer>comparingDouble(i -> -y[i]).thenComparingDouble(i -> Math.abs(x[i])));
    return peaks.size() > MOST_PEAKS ? peaks.subList(0, MOST_PEAKS) : peaks;
  }

  /** Golden section between the neighbours, then parabolas for the place. */
  private Peak refined(int index, int from, int to) {
    double low = x[Math.max(from, index - 1)];
    double high = x[Math.min(to, index + 1)];
    double bestX = x[index];
    double bestY = y[index];
    double width = high - low;
    double a = low;
    double b = high;
    for (int step = 0; step < 90 && b - a > 0; step++) {
      double left = b - 0.6180339887498949 * (b - a);
      double right = a + 0.6180339887498949 * (b - a);
      double atLeft = function.applyAsDouble(left);
      double atRight = function.applyAsDouble(right);
      if (atLeft > bestY) {
        bestY = atLeft;
        bestX = left;
      }
      if (atRight > bestY) {
        bestY = atRight;
        bestX = right;
      }
      if (atLeft > atRight || (atLeft == atRight && bestX <= left)) {
        b = right;
      } else {
        a = left;
      }
    }
    double vertex = vertex(bestX, Math.min(0x1p-10 * Math.max(1, Math.abs(bestX)), width / 8));
    boolean better =
        vertex > low
            && vertex < high
            && Math.abs(vertex - bestX) < 1e-6 * Math.max(1, Math.abs(bestX))
            && function.applyAsDouble(vertex) >= bestY - margin(bestY);
    return new Peak(better ? vertex : bestX, bestY);
  }

  /** Of two parabolas, one twice as wide, so that the skewness drops out. */
  private double vertex(double middle, double step) {
    return (4 * parabola(middle, step) - parabola(middle, 2 * step)) / 3;
  }

  private double parabola(double middle, double step) {
    double below = function.applyAsDouble(middle - step);
    double above = function.applyAsDouble(middle + step);
    double bend = below - 2 * function.applyAsDouble(middle) + above;
    return middle + 0.5 * step * (below - above) / bend;
  }

  private Place place(Peak peak) {
    for (double kink : kinks) {
      if (Math.abs(peak.x - kink) <= NEAR_KINK * Math.max(1, Math.abs(kink))) {
        if (function.applyAsDouble(kink) >= peak.y - margin(peak.y)) {
          return Place.at(kink);
        }
        int side = peak.x < kink ? -1 : 1;
        for (double distance : LEVEL) {
          if (function.applyAsDouble(kink + side * distance) == peak.y) {
            return Place.at(kink + side * distance);
          }
        }
        return new Place(side < 0 ? Place.Kind.BELOW : Place.Kind.ABOVE, kink);
      }
    }
    double rounded = Math.rint(peak.x * 0x1p20) * 0x1p-20;
    boolean round =
        Math.abs(peak.x - rounded) <= 2e-8
            && function.applyAsDouble(rounded) >= peak.y - margin(peak.y);
    return Place.at(round ? rounded + 0.0 : peak.x);
  }
}
