package io.sluice.analysis.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;

/** Corrections of p-values that were looked at together. */
public final class Family {

  private Family() {}

  /** Bonferroni: each times their number. */
  public static double[] bonferroni(double... p) {
    return Arrays.stream(p).map(value -> Math.min(1, value * p.length)).toArray();
  }

  /** Holm (1979): keeps the chance of a single false one; never less sharp than Bonferroni. */
  public static double[] holm(double... p) {
    Integer[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int i = 0; i < order.length; i++) {
      largest = Math.max(largest, (p.length - i) * p[order[i]]);
      adjusted[order[i]] = Math.min(1, largest);
    }
    return adjusted;
  }

  /** Benjamini and Hochberg (1995): keeps the share of false ones among those found. */
  public static double[] benjaminiHochberg(double... p) {
    Integer[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double smallest = 1;
    IntToDoubleFunction scaled = i -> p[order[i]] * p.length / (i + 1);
    for (int i = order.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, scaled.applyAsDouble(i));
      adjusted[order[i]] = smallest;
    }
    return adjusted;
  }

  private static Integer[] ascending(double[] p) {
    Integer[] order = new Integer[p.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    return order;
  }
}
