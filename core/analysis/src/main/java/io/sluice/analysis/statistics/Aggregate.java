package io.sluice.analysis.statistics;

import java.util.Arrays;

/** One number for many scores, as by Agarwal et al. (2021). */
public final class Aggregate {

  private Aggregate() {}

  /** The mean of the middle half: a quarter of the numbers, rounded down, is cut at each end. */
  public static double interquartileMean(double... scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int cut = sorted.length / 4;
    return mean(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
  }

  /** What is lacking to a goal on average: goal − mean of min(score, goal). */
  public static double optimalityGap(double goal, double... scores) {
    return goal - mean(Arrays.stream(scores).map(score -> Math.min(score, goal)).toArray());
  }

  /** The mean. */
  public static double mean(double... scores) {
    return Arrays.stream(scores).sum() / scores.length;
  }

  /** The median. */
  public static double median(double... scores) {
    return quantile(0.5, scores);
  }

  /** The quantile by linear interpolation between order statistics (type 7). */
  public static double quantile(double p, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = p * (sorted.length - 1);
    int below = (int) Math.floor(place);
    double low = sorted[below];
    double high = sorted[Math.min(below + 1, sorted.length - 1)];
    return low == high ? low : low + (place - below) * (high - low);
  }

  /** The share of scores above a threshold. */
  public static double above(double threshold, double... scores) {
    return Arrays.stream(scores).filter(score -> score > threshold).count()
        / (double) scores.length;
  }
}
