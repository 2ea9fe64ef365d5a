package io.sluice.analysis;

import java.util.function.IntToDoubleFunction;

/** The median of numbers among which may be infinite ones, without assuming a distribution. */
public final class Median {

  private static final double TAIL = 0.025;

  private Median() {}

  /**
   * The median with the interval between two order statistics that covers the true median with at
   * least 95 %: the l-th smallest and the l-th largest, l the largest number with P(X &lt; l) ≤ 2.5
   * % for X heads in n throws of a coin. Fewer than 6 numbers have no such interval. Of an even
   * number of values it is the mean of the middle two, so infinite as soon as one of these is, and
   * 0 between −∞ and ∞.
   *
   * @param values at least one, none NaN; moved about by this call
   */
  public static Estimate of(double[] values) {
    int n = values.length;
    int middle = n / 2;
    double high = OrderStatistics.place(values, 0, n, middle);
    double low = n % 2 == 1 ? high : OrderStatistics.place(values, 0, middle, middle - 1);
    double median = low == high ? low : between(low, high);
    int rank = rank(n);
    return rank == 0
        ? Estimate.withoutInterval(median)
        : new Estimate(
            median,
            OrderStatistics.place(values, 0, middle, rank - 1),
            OrderStatistics.place(values, middle, n, n - rank));
  }

  /**
   * The same of numbers of which it is known what stands at each place if they are sorted.
   *
   * @param n how many, at least one
   */
  static Estimate of(int n, IntToDoubleFunction sorted) {
    int middle = n / 2;
    double high = sorted.applyAsDouble(middle);
    double low = n % 2 == 1 ? high : sorted.applyAsDouble(middle - 1);
    double median = low == high ? low : between(low, high);
    int rank = rank(n);
    return rank == 0
        ? Estimate.withoutInterval(median)
        : new Estimate(median, sorted.applyAsDouble(rank - 1), sorted.applyAsDouble(n - rank));
  }

  private static double between(double low, double high) {
    if (low == Double.NEGATIVE_INFINITY) {
      return high == Double.POSITIVE_INFINITY ? 0 : low;
    }
    return low + (high - low) / 2;
  }

  /** The largest l with P(X ≤ l − 1) ≤ 2.5 %, 0 if there is none. */
  static int rank(int n) {
    int below = 0;
    int above = n / 2 + 1;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (Distributions.coinAtMost(middle - 1L, n) <= TAIL) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }
}
