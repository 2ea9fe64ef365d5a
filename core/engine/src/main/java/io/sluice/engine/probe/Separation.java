package io.sluice.engine.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well an affine map of some numbers tells two classes apart. It does so wholly if and only if
 * 0 is not in the convex hull of the rows (x, 1), those of one class with the other sign. The point
 * of the hull that is nearest to 0 is found by non-negative least squares (Lawson and Hanson 1974),
 * which ends after finitely many rounds, and is itself the map that is wanted; whether it is one is
 * then checked row by row.
 */
final class Separation {

  /** How often the perceptron goes over all rows; what it has found is looked at after each. */
  private static final int PASSES = 50;

  /** After how many of its first changes it is looked at, too. */
  private static final int FIRST_LOOKS = 200;

  private static final double NOTHING = 1e-12;

  private final double[][] signed;
  private final double[] multipliers;
  private final boolean[] held;
  private final boolean[] refused;
  private double[] rest;

  /**
   * The search for a map.
   *
   * @param signed a row of numbers for each example, of one class with the other sign
   */
  private Separation(double[][] signed) {
    this.signed = signed;
    multipliers = new double[signed.length];
    held = new boolean[signed.length];
    refused = new boolean[signed.length];
    rest = rest();
  }

  /** The share of the last hidden layer's rows that can be told apart. */
  static double ofLastHidden(Probed network) {
    double[][] values = network.beforeLast();
    for (double[] row : values) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          return Double.NaN;
        }
      }
    }
    AffineFit fit = AffineFit.of(values.length, values[0].length, (row, unit) -> values[row][unit]);
    return share(fit.span(), network.ground().second());
  }

  /**
   * The share of rows that an affine map puts on the side of their class: 1 exactly if there is one
   * for all rows, else the largest that least squares and the perceptron of Rosenblatt found, each
   * with its best border.
   *
   * @param span of a column of ones and of what is mapped
   */
  static double share(Span span, boolean[] second) {
    int rows = second.length;
    double[][] signed = new double[rows][span.size()];
    double scale = Math.sqrt(rows);
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < span.size(); k++) {
        signed[row][k] = (second[row] ? scale : -scale) * span.basis(k)[row];
      }
    }
    return new Separation(signed).isComplete() ? 1 : best(signed, second);
  }

  private boolean isComplete() {
    int most = 50 * (signed[0].length + 2);
    for (int round = 0; round < most; round++) {
      if (separates()) {
        return true;
      }
      int next = next();
      if (next < 0) {
        return false;
      }
      held[next] = true;
      double[] wanted = wanted();
      if (wanted[next] <= 0) {
        held[next] = false;
        refused[next] = true;
      } else {
        Arrays.fill(refused, false);
        approach(wanted);
        rest = rest();
      }
    }
    return false;
  }

  /** Whether what is left of the vector (0, 1) has every row on the side of its class. */
  private boolean separates() {
    for (double[] row : signed) {
      double sum = 0;
      for (int k = 0; k < row.length; k++) {
        sum -= row[k] * rest[k];
      }
      if (!(sum > 0)) {
        return false;
      }
    }
    return true;
  }

  /** The row that leads nearest to the vector, or −1 if none leads nearer. */
  private int next() {
    int next = -1;
    double greatest = NOTHING;
    for (int i = 0; i < signed.length; i++) {
      double slope = rest[signed[i].length];
      for (int k = 0; k < signed[i].length; k++) {
        slope += signed[i][k] * rest[k];
      }
      if (!held[i] && !refused[i] && slope > greatest) {
        greatest = slope;
        next = i;
      }
    }
    return next;
  }

  /** The multipliers of the rows held that come closest to the vector, whatever their signs. */
  private double[] wanted() {
    List<double[]> columns = new ArrayList<>();
    for (int i = 0; i < signed.length; i++) {
      if (held[i]) {
        columns.add(column(i));
      }
    }
    double[] target = new double[signed[0].length + 1];
    target[signed[0].length] = 1;
    double[] factors = new Span(columns).factors(target);
    double[] wanted = new double[signed.length];
    int at = 0;
    for (int i = 0; i < signed.length; i++) {
      wanted[i] = held[i] ? factors[at++] : 0;
    }
    return wanted;
  }

  private double[] column(int row) {
    double[] column = Arrays.copyOf(signed[row], signed[row].length + 1);
    column[signed[row].length] = 1;
    return column;
  }

  /** Goes towards what is wanted; rows whose multiplier would fall below 0 are let go. */
  private void approach(double[] first) {
    double[] wanted = first;
    while (true) {
      double step = 1;
      int stops = -1;
      for (int i = 0; i < wanted.length; i++) {
        if (held[i] && wanted[i] <= 0) {
          double share = multipliers[i] / (multipliers[i] - wanted[i]);
          if (stops < 0 || share < step) {
            step = share;
            stops = i;
          }
        }
      }
      if (stops < 0) {
        System.arraycopy(wanted, 0, multipliers, 0, wanted.length);
        return;
      }
      for (int i = 0; i < wanted.length; i++) {
        multipliers[i] += step * (wanted[i] - multipliers[i]);
        if (i == stops || held[i] && !(multipliers[i] > 0)) {
          multipliers[i] = 0;
          held[i] = false;
        }
      }
      wanted = wanted();
    }
  }

  /** What is left of the vector (0, 1). */
  private double[] rest() {
    int width = signed[0].length;
    double[] left = new double[width + 1];
    left[width] = 1;
    for (int i = 0; i < signed.length; i++) {
      for (int k = 0; held[i] && k <= width; k++) {
        left[k] -= multipliers[i] * (k < width ? signed[i][k] : 1);
      }
    }
    return left;
  }

  /** The largest share of directions that are near at hand. */
  private static double best(double[][] signed, boolean[] second) {
    double[] direction = new double[signed[0].length];
    for (double[] row : signed) {
      add(direction, row, 1.0 / signed.length);
    }
    double best = share(signed, second, direction);
    int looks = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      for (double[] row : signed) {
        if (!(Span.product(row, direction) > 0)) {
          add(direction, row, 1);
          if (looks++ < FIRST_LOOKS) {
            best = Math.max(best, share(signed, second, direction));
          }
        }
      }
      best = Math.max(best, share(signed, second, direction));
    }
    return best;
  }

  private static void add(double[] target, double[] row, double times) {
    for (int k = 0; k < target.length; k++) {
      target[k] += times * row[k];
    }
  }

  /** The share of rows on the right side of the best border across a direction. */
  private static double share(double[][] signed, boolean[] second, double[] direction) {
    int count = 0;
    for (boolean one : second) {
      count += one ? 1 : 0;
    }
    double[] ones = new double[count];
    double[] others = new double[second.length - count];
    int nextOne = 0;
    int nextOther = 0;
    for (int row = 0; row < second.length; row++) {
      double sum = 0;
      for (int k = 1; k < direction.length; k++) {
        sum += direction[k] * signed[row][k];
      }
      if (second[row]) {
        ones[nextOne++] = sum;
      } else {
        others[nextOther++] = -sum;
      }
    }
    Arrays.sort(ones);
    Arrays.sort(others);
    int below = 0;
    int best = ones.length;
    for (int i = 0; i < others.length; i++) {
      while (below < ones.length && ones[below] <= others[i]) {
        below++;
      }
      if (i + 1 == others.length || others[i + 1] > others[i]) {
        best = Math.max(best, i + 1 + ones.length - below);
      }
    }
    return (double) best / second.length;
  }
}
