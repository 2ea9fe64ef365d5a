package io.sluice.analysis.statistics;

import java.util.Arrays;

/** How far two samples are apart. */
public final class EffectSize {

  /** By this the median absolute deviation of normal numbers is their standard deviation. */
  private static final double NORMAL_SCALE = 1.4826;

  private EffectSize() {}

  /** P(first &gt; second) + P(equal) / 2 over all pairs (Vargha and Delaney 2000). */
  public static double a12(double[] first, double[] second) {
    return RankSum.of(first, second).u() / first.length / second.length;
  }

  /** Cliff's δ (1993): P(first &gt; second) − P(first &lt; second). */
  public static double cliff(double[] first, double[] second) {
    return 2 * a12(first, second) - 1;
  }

  /** Cohen's d: the difference of the means by the pooled standard deviation. */
  public static double cohen(double[] first, double[] second) {
    double a = mean(first);
    double b = mean(second);
    double squares = squares(first, a) + squares(second, b);
    return (a - b) / Math.sqrt(squares / (first.length + second.length - 2));
  }

  /** Hedges' g (1981): Cohen's d less its bias, by the approximate factor 1 − 3 / (4 n − 9). */
  public static double hedges(double[] first, double[] second) {
    return cohen(first, second) * (1 - 3 / (4.0 * (first.length + second.length) - 9));
  }

  /**
   * Akinshin's γ (2020): the difference of the medians by the pooled median absolute deviation,
   * which for normal numbers is Cohen's d: (m₁ − m₂) / √((s₁² + s₂²) / 2), s = 1.4826 MAD.
   */
  public static double akinshin(double[] first, double[] second) {
    double a = medianDeviation(first);
    double b = medianDeviation(second);
    return (Aggregate.median(first) - Aggregate.median(second))
        / NORMAL_SCALE
        / Math.sqrt((a * a + b * b) / 2);
  }

  /** The median of the distances from the median. */
  public static double medianDeviation(double... values) {
    double median = Aggregate.median(values);
    return Aggregate.median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double squares(double[] values, double mean) {
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }
}
