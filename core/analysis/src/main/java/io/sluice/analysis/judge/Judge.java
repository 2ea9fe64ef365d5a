package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import io.sluice.analysis.Median;
import io.sluice.analysis.Response;
import io.sluice.analysis.statistics.BayesianSignedRank;
import io.sluice.analysis.statistics.LargestDifference;
import io.sluice.analysis.statistics.RatioInterval;
import io.sluice.analysis.statistics.SignedRank;
import io.sluice.analysis.statistics.Survival;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Makes a {@link Comparison} of pairs. */
final class Judge {

  /** Costs, or losses, that differ by less than a tenth are practically equal. */
  private static final double REGION = Math.log10(1.1);

  /** Success that differs by less is practically equal. */
  private static final double SUCCESS_REGION = 0.05;

  private static final double SURE = 0.95;
  private static final double LEVEL = 0.05;
  private static final double TWO_SIDED = 1.959963984540054;
  private static final double POWER = 0.8416212335729143;

  private Judge() {}

  static Comparison compare(Pairs pairs) {
    List<Pairs.Repeat> repeats = pairs.repeats();
    int seeds = repeats.stream().mapToInt(Pairs.Repeat::repeats).sum();
    boolean hasTarget = pairs.target() >= 0;
    double[] success = means(repeats, Pairs.Repeat::success);
    double[] measure = means(repeats, Pairs.Repeat::measure);
    double[] gain = new double[measure.length];
    for (int i = 0; i < gain.length; i++) {
      gain[i] = -measure[i];
    }
    LargestDifference both = hasTarget ? against(success, gain) : against(gain);
    List<Comparison.Test> tests = new ArrayList<>();
    double first = both.p(Math.max(0, both.ahead(0, 1)));
    double second = both.p(Math.max(0, both.ahead(1, 0)));
    double p = Math.min(first, second);
    tests.add(
        new Comparison.Test(
            hasTarget
                ? "signs of whole repeats turned, success and cost together"
                : "signs of whole repeats turned",
            p));
    if (hasTarget) {
      tests.add(new Comparison.Test("signs of whole repeats turned, success", alone(success)));
      tests.add(new Comparison.Test("signs of whole repeats turned, cost", alone(gain)));
    }
    tests.add(
        new Comparison.Test(
            "Wilcoxon's signed ranks of the repeats", SignedRank.of(rounded(measure)).p()));
    if (hasTarget && pairs.cells().size() == 1) {
      tests.add(new Comparison.Test("log-rank, pairing by seed not used", logRank(pairs)));
    }
    boolean log = hasTarget || pairs.logLoss();
    double region = log ? REGION : 0;
    BayesianSignedRank odds = BayesianSignedRank.of(region, measure);
    double shift = hasTarget ? ratio(repeats, Pairs.Repeat::success) : 0;
    boolean settled = p <= LEVEL;
    boolean firstAhead = first <= LEVEL && second <= LEVEL ? shift > 0 : first < second;
    Comparison.Verdict verdict =
        odds.within() >= SURE && Math.abs(shift) <= SUCCESS_REGION
            ? Comparison.Verdict.EQUAL
            : !settled
                ? Comparison.Verdict.UNDECIDED
                : firstAhead ? Comparison.Verdict.FIRST : Comparison.Verdict.SECOND;
    return new Comparison(
        pairs.first(),
        pairs.second(),
        name(pairs),
        pairs.target(),
        pairs.metric(),
        pairs.byFactors()
            ? "by seed and by all other factors"
            : "by seed, other factors as they come",
        repeats.stream().mapToLong(Pairs.Repeat::pairs).sum(),
        seeds,
        hasTarget
            ? bounded(repeats, Pairs.Repeat::success, 0, 1)
            : Estimate.withoutInterval(Double.NaN),
        jackknife(repeats, Pairs.Repeat::measure),
        Median.of(repeats.stream().mapToDouble(r -> median(r.differences())).toArray()),
        bounded(repeats, Pairs.Repeat::better, 0.5, 0.5),
        tests,
        odds,
        region,
        verdict,
        verdict == Comparison.Verdict.UNDECIDED
            ? moreSeeds(both.ahead(0, 1), both.ahead(1, 0), measure.length)
                * Math.ceil((double) seeds / measure.length)
            : 0);
  }

  /** Of one cell against another, whose trials are independent. */
  private static double logRank(Pairs pairs) {
    double[][] spent = new double[2][];
    boolean[][] reached = new boolean[2][];
    for (int side = 0; side < 2; side++) {
      CellSamples cell = pairs.cells().get(0)[side];
      int[] trials = IntStream.range(0, cell.repeats()).filter(cell::has).toArray();
      spent[side] = new double[trials.length];
      reached[side] = new boolean[trials.length];
      for (int i = 0; i < trials.length; i++) {
        reached[side][i] = cell.hit(pairs.target(), trials[i]);
        spent[side][i] =
            reached[side][i] ? cell.hitCost(pairs.target(), trials[i]) : cell.cost(trials[i]);
      }
    }
    return Survival.logRank(spent[0], reached[0], spent[1], reached[1]);
  }

  private static String name(Pairs pairs) {
    if (!pairs.metric().isEmpty()) {
      return Response.ofMetric(pairs.metric()).name();
    }
    if (pairs.target() < 0) {
      return pairs.logLoss() ? "log10 best loss" : "best loss";
    }
    return "log10 cost to loss "
        + Figures.exact(pairs.rows().header().targets().get(pairs.target()));
  }

  private static double[] means(List<Pairs.Repeat> repeats, ToDoubleFunction<Pairs.Repeat> sum) {
    return repeats.stream()
        .mapToDouble(repeat -> sum.applyAsDouble(repeat) / repeat.pairs())
        .toArray();
  }

  /** Each measure against none. */
  private static LargestDifference against(double[]... measures) {
    double[][][] values = new double[measures.length][][];
    for (int i = 0; i < values.length; i++) {
      values[i] = new double[][] {measures[i], new double[measures[i].length]};
    }
    return LargestDifference.of(values);
  }

  private static double alone(double[] measure) {
    LargestDifference test = against(measure);
    return test.p(test.ahead(0, 1));
  }

  /** Differences that are 0 but for rounding are none. */
  private static double[] rounded(double[] values) {
    double[] rounded = values.clone();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = Math.abs(rounded[i]) < 1e-12 ? 0 : rounded[i];
    }
    return rounded;
  }

  private static double median(double[] values) {
    return Median.of(values.clone()).value();
  }

  /** The mean over all pairs. */
  private static double ratio(List<Pairs.Repeat> repeats, ToDoubleFunction<Pairs.Repeat> sum) {
    return repeats.stream().mapToDouble(sum).sum() / pairs(repeats);
  }

  private static double pairs(List<Pairs.Repeat> repeats) {
    return repeats.stream().mapToLong(Pairs.Repeat::pairs).sum();
  }

  private static Estimate jackknife(
      List<Pairs.Repeat> repeats, ToDoubleFunction<Pairs.Repeat> sum) {
    return RatioInterval.of(sums(repeats, sum), counts(repeats), RatioInterval.LEVEL);
  }

  private static Estimate bounded(
      List<Pairs.Repeat> repeats, ToDoubleFunction<Pairs.Repeat> sum, double middle, double reach) {
    return RatioInterval.bounded(
        sums(repeats, sum), counts(repeats), middle, reach, RatioInterval.LEVEL);
  }

  private static double[] sums(List<Pairs.Repeat> repeats, ToDoubleFunction<Pairs.Repeat> sum) {
    return repeats.stream().mapToDouble(sum).toArray();
  }

  private static double[] counts(List<Pairs.Repeat> repeats) {
    return repeats.stream().mapToDouble(Pairs.Repeat::pairs).toArray();
  }

  /**
   * How many more repeats a t test would need: n = ((z₀.₉₇₅ + z₀.₈) / δ)² + z₀.₉₇₅² / 2 (Guenther
   * 1981) with the observed δ = mean / standard deviation, and no fewer than can tell anything.
   */
  private static double moreSeeds(double ahead, double behind, int repeats) {
    double t = Math.max(ahead, behind);
    if (repeats < 2) {
      return Double.NaN;
    }
    if (!(t > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    // t² = n m² / (m² + s²) with m the mean and s² the mean square around it.
    double square = t * t / repeats;
    double delta = Math.sqrt(square / Math.max(1e-12, 1 - square) * (repeats - 1) / repeats);
    double needed = Math.pow((TWO_SIDED + POWER) / delta, 2) + TWO_SIDED * TWO_SIDED / 2;
    return Math.max(1, Math.max(6, Math.ceil(needed)) - repeats);
  }
}
