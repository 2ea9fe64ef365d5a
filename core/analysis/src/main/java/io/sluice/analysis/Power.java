package io.sluice.analysis;

import io.sluice.analysis.statistics.CriticalShift;
import io.sluice.analysis.statistics.Tails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the repeats of a study can find, before or after they are run: two contenders, each in one
 * cell, compared at two-sided 5 %, alone or by Holm's correction with others.
 *
 * <p>Holm's smallest p-value is held against 5 % by the number of comparisons, so a single
 * difference among many is found with the power told here, and further ones more easily.
 *
 * @param repeats how many seeds each cell is run with
 * @param comparisons how many are made together
 * @param spread of the seeds, where trials have been run
 * @param smallest what is found with a power of 80 %
 * @param needed how many repeats common effects take
 */
public record Power(
    int repeats,
    int comparisons,
    Optional<SeedSpread> spread,
    List<Smallest> smallest,
    List<Needed> needed) {

  /** The share of studies that find the effect if it is there. */
  public static final double POWER = 0.8;

  /** The level at which a test finds something. */
  public static final double LEVEL = 0.05;

  /** The success share from which a difference is counted. */
  public static final double BASE = 0.5;

  /** Effects in units of the seeds' spread that are called small, medium and large (Cohen 1988). */
  public static final List<Double> SHIFTS = List.of(0.2, 0.5, 0.8);

  /** Differences of success shares. */
  public static final List<Double> DIFFERENCES = List.of(0.1, 0.2);

  private static final int MOST_REPEATS = 1_000_000;
  private static final int MOST_EXACT = 1000;
  private static final double TOLERANCE = 1e-6;

  /** What is compared, and by which test. */
  public enum Comparison {
    /** The shares of trials that reached the target, of pairs by seed: the sign-flip test. */
    SUCCESS("success, paired by seed", "sign-flip test"),
    /** log10 of the cost, of pairs by seed: Wilcoxon's signed-rank test. */
    PAIRED_COST("log10 cost, paired by seed", "Wilcoxon's signed-rank test"),
    /** log10 of the cost of trials with different seeds: the test of Mann and Whitney. */
    UNPAIRED_COST("log10 cost, unpaired", "Mann-Whitney test");

    private final String words;
    private final String test;

    Comparison(String words, String test) {
      this.words = words;
      this.test = test;
    }

    /** What is compared. */
    public String words() {
      return words;
    }

    /** The name of the test. */
    public String test() {
      return test;
    }
  }

  /**
   * The smallest effect that is found.
   *
   * @param comparison of what
   * @param level of the test
   * @param effect a difference of shares above {@link #BASE}, or a shift in units of the spread; ∞
   *     if nothing can be found, however large
   */
  public record Smallest(Comparison comparison, double level, double effect) {}

  /**
   * How many repeats an effect takes.
   *
   * @param comparison of what
   * @param level of the test
   * @param effect as in {@link Smallest}
   * @param repeats the fewest that find it
   */
  public record Needed(Comparison comparison, double level, double effect, int repeats) {}

  public Power {
    if (repeats < 1 || comparisons < 1) {
      throw new IllegalArgumentException(
          "power is of one repeat and one comparison at least, not of "
              + repeats
              + " and "
              + comparisons);
    }
    smallest = List.copyOf(smallest);
    needed = List.copyOf(needed);
  }

  /**
   * The power of so many repeats.
   *
   * @param comparisons how many are made together; with more than one everything is told at the
   *     level of Holm's first comparison too
   * @param spread of the seeds; without it pairs are taken to be independent
   */
  public static Power of(int repeats, int comparisons, Optional<SeedSpread> spread) {
    double correlation = spread.map(SeedSpread::correlation).orElse(0.0);
    List<Double> levels = comparisons > 1 ? List.of(LEVEL, LEVEL / comparisons) : List.of(LEVEL);
    List<Smallest> smallest = new ArrayList<>();
    List<Needed> needed = new ArrayList<>();
    for (Comparison comparison : Comparison.values()) {
      for (double level : levels) {
        smallest.add(
            new Smallest(comparison, level, smallest(comparison, repeats, level, correlation)));
      }
      for (double effect : comparison == Comparison.SUCCESS ? DIFFERENCES : SHIFTS) {
        for (double level : levels) {
          int enough = needed(comparison, effect, level, correlation);
          needed.add(new Needed(comparison, level, effect, enough));
        }
      }
    }
    return new Power(repeats, comparisons, spread, smallest, needed);
  }

  /** The smallest effect that so many repeats find with the power {@link #POWER}. */
  static double smallest(Comparison comparison, int repeats, double level, double correlation) {
    switch (comparison) {
      case PAIRED_COST:
        return CriticalShift.paired(repeats, level, POWER)
            * Math.sqrt(Math.max(0, 2 * (1 - correlation)));
      case UNPAIRED_COST:
        return CriticalShift.unpaired(repeats, level, POWER);
      default:
        return smallestDifference(repeats, level);
    }
  }

  private static double smallestDifference(int repeats, double level) {
    double low = 0;
    double high = 1 - BASE;
    if (ofSuccess(repeats, BASE, BASE + high, level) < POWER) {
      return Double.POSITIVE_INFINITY;
    }
    while (high - low > TOLERANCE) {
      double middle = (low + high) / 2;
      if (ofSuccess(repeats, BASE, BASE + middle, level) < POWER) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The fewest repeats from which on the effect is found. */
  static int needed(Comparison comparison, double effect, double level, double correlation) {
    int low = 1;
    int high = 2;
    while (high < MOST_REPEATS && !finds(comparison, high, effect, level, correlation)) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (finds(comparison, middle, effect, level, correlation)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static boolean finds(
      Comparison comparison, int repeats, double effect, double level, double correlation) {
    return comparison == Comparison.SUCCESS
        ? ofSuccess(repeats, BASE, BASE + effect, level) >= POWER
        : smallest(comparison, repeats, level, correlation) <= effect;
  }

  /**
   * The power of the sign-flip test for success, one pair to a repeat, the two independent: so many
   * pairs are better with the second, so many worse, and the test looks at these alone. Exact up to
   * {@value #MOST_EXACT} repeats; beyond by the normal approximation of Connor (1987) with
   * correction for continuity.
   *
   * @param first the success share of one
   * @param second that of the other
   */
  static double ofSuccess(int repeats, double first, double second, double level) {
    double better = second * (1 - first);
    double worse = first * (1 - second);
    if (repeats > MOST_EXACT) {
      double apart = Math.abs(better - worse);
      double discordant = better + worse;
      double z =
          ((apart * repeats - 1) / Math.sqrt(repeats)
                  + Tails.normalQuantile(level / 2) * Math.sqrt(discordant))
              / Math.sqrt(discordant - apart * apart);
      return 1 - Tails.normal(z);
    }
    double power = 0;
    double[] logFactorial = new double[repeats + 1];
    for (int i = 1; i <= repeats; i++) {
      logFactorial[i] = logFactorial[i - 1] + Math.log(i);
    }
    for (int pairs = 1; pairs <= repeats; pairs++) {
      // The fewest better ones of so many that differ which the test calls real.
      int fewest = fewestBetter(pairs, level);
      for (int more = fewest; more <= pairs; more++) {
        int less = pairs - more;
        int same = repeats - pairs;
        double logChance =
            logFactorial[repeats] - logFactorial[more] - logFactorial[less] - logFactorial[same];
        power +=
            Math.exp(
                logChance
                    + power(more, better)
                    + power(less, worse)
                    + power(same, 1 - better - worse));
      }
    }
    return Math.min(1, power);
  }

  /** log(base^exponent), with 0^0 = 1. */
  private static double power(int exponent, double base) {
    return exponent == 0 ? 0 : exponent * Math.log(Math.max(0, base));
  }

  /** One more than the pairs if not even all better ones are enough. */
  private static int fewestBetter(int pairs, double level) {
    int low = pairs / 2;
    int high = pairs + 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (2 * Distributions.coinAtMost(pairs - (long) middle, pairs) <= level) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
