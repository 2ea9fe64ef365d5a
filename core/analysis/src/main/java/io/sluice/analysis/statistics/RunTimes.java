package io.sluice.analysis.statistics;

import java.util.Arrays;

/** What it costs to reach a target, of runs that reached it and runs that did not. */
public final class RunTimes {

  private RunTimes() {}

  /**
   * The expected running time with restarts (Price 1997): all that was spent by the number of
   * successes; ∞ without any.
   */
  public static double expected(double[] spent, boolean[] reached) {
    int successes = 0;
    for (boolean success : reached) {
      successes += success ? 1 : 0;
    }
    double sum = Arrays.stream(spent).sum();
    return successes == 0 ? Double.POSITIVE_INFINITY : sum / successes;
  }

  /** The share of runs that reached their target within the budget. */
  public static double solvedWithin(double budget, double[] spent, boolean[] reached) {
    int solved = 0;
    for (int i = 0; i < spent.length; i++) {
      solved += reached[i] && spent[i] <= budget ? 1 : 0;
    }
    return (double) solved / spent.length;
  }

  /**
   * A performance profile (Dolan and Moré 2002): for each contender the share of problems on which
   * its time is at most {@code factor} times the best one's. Where nobody got there nobody counts.
   *
   * @param ratios the contender's times by the best ones, ∞ where it did not get there
   */
  public static double profile(double factor, double... ratios) {
    return Arrays.stream(ratios).filter(ratio -> ratio <= factor).count() / (double) ratios.length;
  }

  /** The mean of the profile over factors from 1 to {@code most}, AlgoPerf's score. */
  public static double profileScore(double most, double... ratios) {
    double sum = 0;
    for (double ratio : ratios) {
      sum += ratio <= most ? most - ratio : 0;
    }
    return sum / (most - 1) / ratios.length;
  }

  /** {@code ratios[contender][problem]} of the times, each by the best one on its problem. */
  public static double[][] ratios(double[][] times) {
    double[][] ratios = new double[times.length][times[0].length];
    for (int problem = 0; problem < times[0].length; problem++) {
      double best = Double.POSITIVE_INFINITY;
      for (double[] row : times) {
        best = Math.min(best, row[problem]);
      }
      for (int i = 0; i < times.length; i++) {
        ratios[i][problem] =
            times[i][problem] == best && Double.isFinite(best)
                ? 1
                : Double.isFinite(times[i][problem])
                    ? times[i][problem] / best
                    : Double.POSITIVE_INFINITY;
      }
    }
    return ratios;
  }

  /** The area under a curve by the trapezoidal rule. */
  public static double area(double[] x, double[] y) {
    double area = 0;
    for (int i = 1; i < x.length; i++) {
      area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
    }
    return area;
  }

  /** The area under a curve that keeps each value until the next point. */
  public static double areaOfSteps(double[] x, double[] y) {
    double area = 0;
    for (int i = 1; i < x.length; i++) {
      area += (x[i] - x[i - 1]) * y[i - 1];
    }
    return area;
  }
}
