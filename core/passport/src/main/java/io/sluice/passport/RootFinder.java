package io.sluice.passport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds zeros: changes of sign, touching points, and whole stretches. */
final class RootFinder {

  /** Up to here the grid has equal steps. */
  static final double REACH = 512;

  private static final int MOST = 12;

  /** With more changes of sign only those nearest to 0 are refined. */
  private static final int MOST_CROSSINGS = 1024;

  /** Stretches shorter than this are points around which values round to 0. */
  private static final double SHORTEST = 1e-3;

  private static final double NEAR = 1e-6;
  private static final double TOUCH = 1e-15;

  private final Curve curve;
  private final List<Stretch> found = new ArrayList<>();

  RootFinder(Curve curve) {
    this.curve = curve;
  }

  Roots roots() {
    int first = 0;
    int last = curve.size() - 1;
    Plateau left = new Plateau(curve, -1);
    Plateau right = new Plateau(curve, 1);
    if (curve.tail(-1).limit() == 0 && !left.isReached()) {
      first = left.end();
    }
    if (curve.tail(1).limit() == 0 && !right.isReached()) {
      last = right.end();
    }
    int middle = curve.indexAbove(0);
    int start = nearest(middle, first, -1);
    int stop = nearest(middle, last, 1);
    double reach =
        start == first && stop == last
            ? REACH
            : Math.min(REACH, Math.min(-curve.x(start), curve.x(stop)));
    first = start;
    last = stop;
    int i = first;
    while (i <= last) {
      if (curve.y(i) == 0) {
        int end = i;
        while (end < last && curve.y(end + 1) == 0) {
          end++;
        }
        stretch(i, end);
        i = end + 1;
        continue;
      }
      if (i < last && curve.y(i) * Math.signum(curve.y(i + 1)) < 0) {
        crossing(curve.x(i), curve.x(i + 1));
      } else if (i > first && i < last && isLow(i)) {
        touch(curve.x(i - 1), curve.x(i + 1));
      }
      i++;
    }
    List<Stretch> distinct = distinct();
    List<Stretch> nearest =
        distinct.stream()
            .filter(stretch -> stretch.distance() <= reach)
            .sorted(Comparator.comparingDouble(Stretch::distance))
            .limit(MOST)
            .sorted(Comparator.comparingDouble(Stretch::from))
            .toList();
    return new Roots(nearest, reach < REACH || distinct.size() > nearest.size(), reach);
  }

  /** The last index on one side of the middle before which there are not too many zeros. */
  private int nearest(int middle, int end, int side) {
    int crossings = 0;
    int i = Math.max(0, Math.min(curve.size() - 1, middle));
    while (side * (end - i) > 0 && crossings < MOST_CROSSINGS) {
      crossings += curve.y(i) * Math.signum(curve.y(i + side)) < 0 ? 1 : 0;
      i += side;
    }
    return crossings < MOST_CROSSINGS ? end : i;
  }

  /** Without points so near to another find that rounding made two of one. */
  private List<Stretch> distinct() {
    List<Stretch> distinct = new ArrayList<>();
    found.sort(Comparator.comparingDouble(Stretch::from));
    for (Stretch next : found) {
      int last = distinct.size() - 1;
      boolean near =
          last >= 0
              && next.from() - distinct.get(last).to()
                  <= NEAR * Math.max(1, Math.min(REACH, Math.abs(next.from())));
      if (!near) {
        distinct.add(next);
      } else if (distinct.get(last).isPoint() && (!next.isPoint() || next.from() == 0)) {
        distinct.set(last, next);
      }
    }
    return distinct;
  }

  private boolean isLow(int i) {
    double here = Math.abs(curve.y(i));
    return here < 1e-2
        && here <= Math.abs(curve.y(i - 1))
        && here <= Math.abs(curve.y(i + 1))
        && Math.abs(curve.x(i)) <= REACH;
  }

  private void stretch(int from, int to) {
    double low = from == 0 ? Double.NEGATIVE_INFINITY : edge(from, from - 1);
    double high = to == curve.size() - 1 ? Double.POSITIVE_INFINITY : edge(to, to + 1);
    if (high - low < SHORTEST) {
      found.add(Stretch.point(low <= 0 && high >= 0 ? 0 : low + 0.5 * (high - low)));
    } else {
      found.add(new Stretch(low + 0.0, high + 0.0));
    }
  }

  /** The last zero between one that is and one that is not. */
  private double edge(int zero, int other) {
    double on = curve.x(zero);
    double off = curve.x(other);
    while (true) {
      double middle = on + 0.5 * (off - on);
      if (middle == on || middle == off) {
        return round(on);
      }
      if (curve.at(middle) == 0) {
        on = middle;
      } else {
        off = middle;
      }
    }
  }

  /** The number of few digits that lies within rounding of it. */
  private static double round(double x) {
    double rounded = Math.rint(x * 0x1p20) * 0x1p-20;
    return Math.abs(x - rounded) <= 1e-7 ? rounded : x;
  }

  private void crossing(double from, double to) {
    double low = from;
    double high = to;
    boolean below = curve.at(low) < 0;
    while (true) {
      double middle = low + 0.5 * (high - low);
      if (middle == low || middle == high) {
        break;
      }
      if (curve.at(middle) < 0 == below && curve.at(middle) != 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double a = Math.abs(curve.at(low));
    double b = Math.abs(curve.at(high));
    double jump = Math.max(a, b);
    boolean continuous = jump <= 1e-6 * Math.max(1e-3, Math.max(size(from), size(to)));
    if (continuous) {
      found.add(Stretch.point(a < b ? low : high));
    }
  }

  private double size(double x) {
    return Math.abs(curve.at(x));
  }

  /**
   * Around a touching point so many sizes round to 0 that only half of the digits of x are told.
   * Where the sizes at x - h and x + h are the same all are, but for a term in h² that two such h
   * remove.
   */
  private double deepest(double near, double step) {
    double fine = balance(near, step);
    double coarse = balance(near, 2 * step);
    return Math.abs(coarse - fine) <= 0.1 * step ? fine + (fine - coarse) / 3 : near;
  }

  /** Where it is as far from 0 a step before as a step after; the start where that is not near. */
  private double balance(double near, double step) {
    double low = near - 0.5 * step;
    double high = near + 0.5 * step;
    if (!(size(low - step) > size(low + step) && size(high - step) < size(high + step))) {
      return near;
    }
    for (int halving = 0; halving < 60; halving++) {
      double middle = 0.5 * (low + high);
      if (size(middle - step) > size(middle + step)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /** Golden section for the least size. */
  private void touch(double from, double to) {
    double a = from;
    double b = to;
    for (int step = 0; step < 80; step++) {
      double left = b - 0.6180339887498949 * (b - a);
      double right = a + 0.6180339887498949 * (b - a);
      if (size(left) <= size(right)) {
        b = right;
      } else {
        a = left;
      }
    }
    double x = deepest(0.5 * (a + b), (to - from) / 16);
    if (size(x) <= TOUCH * Math.max(1, Math.abs(x))
        && found.stream().noneMatch(f -> Math.abs(f.from() - x) < 1e-6)) {
      found.add(Stretch.point(x));
    }
  }
}
