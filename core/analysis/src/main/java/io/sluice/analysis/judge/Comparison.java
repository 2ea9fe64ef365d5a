package io.sluice.analysis.judge;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Merit;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.statistics.BayesianSignedRank;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether one group of trials is really better than another: two levels of a factor, two cells, or
 * any two groups given by labels.
 *
 * <p>Trials are paired by repeat and by all factors that are not asked for, wherever the study has
 * such pairs, else the means of each repeat are. A repeat counts once, however many pairs it has:
 * what is compared is d_r, the mean of the pairs of repeat r, and repeats are supposed to be
 * independent. Intervals are the jackknife's over the repeats with Student's t of n − 1 degrees.
 *
 * @param first the labels of the first group, by factor
 * @param second those of the second
 * @param measure what {@code mean} and {@code median} are differences of
 * @param target the place of the target, −1 where best losses or a metric are compared
 * @param metric what is compared, by the place of its last value among all trials of both groups on
 *     the same problem, 0 for the best and 1 for the worst; empty where costs or losses are
 * @param pairing how trials were paired
 * @param pairs how many pairs there are
 * @param repeats how many repeats have pairs
 * @param success the share of the first group that reached the target, less that of the second;
 *     without interval and NaN where there is no target
 * @param mean the mean difference of the measure, first less second, below 0 where the first is
 *     better; a trial that missed the target counts with the budget, so this is the difference of
 *     costs restricted to the budget
 * @param median the median over the repeats of the median difference within the repeat, with the
 *     interval between order statistics; a pair of which only one reached the target counts as ∓∞,
 *     one of which neither did as 0
 * @param better the probability that the trial of the first group does better than its partner,
 *     equal ones counting half (Vargha and Delaney's A, of pairs): reached before not reached, the
 *     cheaper, then the lower loss
 * @param tests of the hypothesis that the groups are equal; the first decides
 * @param odds of the mean of the measure to be lower, within ± {@link #region()}, or higher
 * @param region what counts as practically equal
 * @param verdict what can be said
 * @param moreSeeds how many more seeds would settle it with 80 % power at the 5 % level if effect
 *     and spread stay as they are, an extrapolation; 0 where it is settled, ∞ where there is no
 *     effect, NaN with fewer than two repeats
 */
public record Comparison(
    Map<String, String> first,
    Map<String, String> second,
    String measure,
    int target,
    String metric,
    String pairing,
    long pairs,
    int repeats,
    Estimate success,
    Estimate mean,
    Estimate median,
    Estimate better,
    List<Test> tests,
    BayesianSignedRank odds,
    double region,
    Verdict verdict,
    double moreSeeds) {

  /** What a comparison comes to. */
  public enum Verdict {
    /** The first group is better. */
    FIRST,
    /** The second group is better. */
    SECOND,
    /** They are equal for practical purposes. */
    EQUAL,
    /** It cannot be told yet. */
    UNDECIDED
  }

  /**
   * A test of the hypothesis that the groups are equal.
   *
   * @param method its name
   * @param p the two-sided p-value
   */
  public record Test(String method, double p) {
    public Test {
      Objects.requireNonNull(method, "method");
    }
  }

  public Comparison {
    first = Collections.unmodifiableMap(new LinkedHashMap<>(first));
    second = Collections.unmodifiableMap(new LinkedHashMap<>(second));
    tests = List.copyOf(tests);
    Objects.requireNonNull(verdict, "verdict");
  }

  /** Cliff's δ of the pairs: how much more often the first is better than worse. */
  public double cliff() {
    return 2 * better.value() - 1;
  }

  /** The p-value that decides. */
  public double p() {
    return tests.get(0).p();
  }

  /**
   * The comparison of two groups.
   *
   * @param target the place of the target that is to be reached, −1 to compare best losses
   * @param first labels by factor, such as activation=tanh
   * @param second labels of the same factors, not all equal
   * @throws IllegalArgumentException if a group has no trials, the groups name different factors or
   *     are the same, or no repeat is in both
   */
  public static Comparison of(
      StudyRows rows, int target, Map<String, String> first, Map<String, String> second) {
    return of(rows, target, "", first, second);
  }

  /**
   * The comparison of two groups by the last value of a metric.
   *
   * @param metric one that says how good a trial was, such as {@code validation-accuracy}
   * @param first labels by factor, such as activation=tanh
   * @param second labels of the same factors, not all equal
   * @throws IllegalArgumentException as for a target, or if the metric says nothing of how good a
   *     trial was, or a group does not have it
   */
  public static Comparison of(
      StudyRows rows, String metric, Map<String, String> first, Map<String, String> second) {
    if (!Merit.isKnownOf(metric)) {
      throw new IllegalArgumentException(
          "trials cannot be compared by " + metric + ": it is not known which way it is better");
    }
    return of(rows, -1, metric, first, second);
  }

  private static Comparison of(
      StudyRows rows,
      int target,
      String metric,
      Map<String, String> first,
      Map<String, String> second) {
    if (first.equals(second) || !first.keySet().equals(second.keySet())) {
      throw new IllegalArgumentException(
          "two groups are told apart by labels of the same factors, not by "
              + first
              + " and "
              + second);
    }
    return find(rows, target, metric, first, second)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no repeat has trials of both " + first + " and " + second));
  }

  /**
   * The comparison of two groups by what contenders are ranked by: {@link
   * StudyRows#rankingMetric()} where there is one and both have it, else the target; empty if no
   * repeat is in both.
   */
  public static Optional<Comparison> asRanked(
      StudyRows rows, int target, Map<String, String> first, Map<String, String> second) {
    String metric = rows.rankingMetric();
    return Pairs.have(rows, metric, first) && Pairs.have(rows, metric, second)
        ? find(rows, -1, metric, first, second)
        : find(rows, target, "", first, second);
  }

  private static Optional<Comparison> find(
      StudyRows rows,
      int target,
      String metric,
      Map<String, String> first,
      Map<String, String> second) {
    Pairs pairs = Pairs.of(rows, target, metric, first, second);
    return pairs.repeats().isEmpty() ? Optional.empty() : Optional.of(Judge.compare(pairs));
  }
}
