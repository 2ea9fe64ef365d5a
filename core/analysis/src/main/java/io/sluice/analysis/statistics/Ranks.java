package io.sluice.analysis.statistics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Ranks from 1 for the smallest; equal numbers share the mean of their places.
 *
 * @param ranks the rank of each number
 * @param ties the sum of t³ − t over the groups of t equal numbers
 */
public record Ranks(double[] ranks, double ties) {

  /** The ranks of these numbers; infinite ones are equal to each other, NaN is refused. */
  public static Ranks of(double... values) {
    Integer[] order = new Integer[values.length];
    for (int i = 0; i < order.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("NaN has no rank; number " + i + " is NaN");
      }
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    double ties = 0;
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      double count = to - from;
      ties += count * count * count - count;
      from = to;
    }
    return new Ranks(ranks, ties);
  }
}
