package io.sluice.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.analysis.Distributions;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Median;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that SciPy, statsmodels, scikit-posthocs and rliable give of the same tables. */
class StatisticsOracleTest {

  private static final double NUMBER = 1e-10;
  private static final double PROBABILITY = 1e-9;

  static List<OracleTable> tables() throws IOException {
    return OracleTable.all();
  }

  private static void same(double actual, JsonNode expected, double tolerance, String what) {
    double number = OracleTable.number(expected);
    if (Double.isFinite(number)) {
      assertThat(Math.abs(actual - number))
          .as("%s: %s, not %s", what, number, actual)
          .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(number)));
    } else {
      assertThat(actual).as(what).isEqualTo(number);
    }
  }

  /** Calls with each pair of algorithms in the order of the table, and what is expected of it. */
  private static void pairs(OracleTable table, String key, BiConsumer<int[], JsonNode> check) {
    List<String> names = List.copyOf(table.algorithms);
    JsonNode expected = table.expected.get(key);
    int count = 0;
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        JsonNode own = expected.get(names.get(i) + "|" + names.get(j));
        assertThat(own).as(key).isNotNull();
        check.accept(new int[] {i, j}, own);
        count++;
      }
    }
    assertThat(count).isEqualTo(expected.size());
  }

  private static Friedman friedman(OracleTable table) {
    double[][] medians = new double[table.problems.size()][table.algorithms.size()];
    int algorithm = 0;
    for (String name : table.algorithms) {
      double[] own = table.medians(name, false);
      for (int problem = 0; problem < own.length; problem++) {
        medians[problem][algorithm] = own[problem];
      }
      algorithm++;
    }
    return Friedman.of(medians);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void ranksOverProblems(OracleTable table) {
    Friedman friedman = friedman(table);
    JsonNode expected = table.expected;
    int at = 0;
    for (String name : table.algorithms) {
      same(friedman.meanRanks()[at++], expected.get("mean_ranks").get(name), NUMBER, name);
    }
    JsonNode of = expected.get("friedman");
    same(friedman.statistic(), of.get("statistic_tie_corrected"), NUMBER, "χ²");
    same(friedman.p(), of.get("p"), PROBABILITY, "p of χ²");
    same(friedman.uncorrected(), of.get("statistic_without_tie_correction"), NUMBER, "plain χ²");
    same(friedman.f(), expected.get("iman_davenport").get("F"), NUMBER, "F");
    same(friedman.pOfF(), expected.get("iman_davenport").get("p"), PROBABILITY, "p of F");
    double blocks = table.problems.size();
    double levels = table.algorithms.size();
    same(
        Tails.chiSquare(friedman.uncorrected(), levels - 1),
        of.get("p_without_tie_correction"),
        PROBABILITY,
        "p of plain χ²");
    double plain =
        (blocks - 1) * friedman.uncorrected() / (blocks * (levels - 1) - friedman.uncorrected());
    JsonNode improved = expected.get("iman_davenport");
    same(plain, improved.get("F_from_uncorrected"), NUMBER, "F of plain χ²");
    same(
        Distributions.upperTailOfF(plain, levels - 1, (levels - 1) * (blocks - 1)),
        improved.get("p_from_uncorrected"),
        PROBABILITY,
        "p of F of plain χ²");
    same(friedman.concordance(), expected.get("kendall_w"), NUMBER, "W");
    for (Map.Entry<String, JsonNode> level : expected.get("nemenyi").properties()) {
      double alpha = Double.parseDouble(level.getKey().substring("alpha=".length()));
      same(
          friedman.criticalDifference(alpha),
          level.getValue().get("critical_difference"),
          1e-8,
          level.getKey());
      same(
          friedman.criticalDifference(alpha) / Math.sqrt(levels * (levels + 1) / (6 * blocks)),
          level.getValue().get("q"),
          1e-8,
          "q of " + level.getKey());
    }
    for (String key : List.of("nemenyi_p_scikit_posthocs", "nemenyi_p_formula")) {
      pairs(table, key, (p, own) -> same(friedman.nemenyi(p[0], p[1]), own, PROBABILITY, key));
    }
    for (String key : List.of("conover_friedman_p_scikit_posthocs", "conover_friedman_p_formula")) {
      pairs(table, key, (p, own) -> same(friedman.conover(p[0], p[1]), own, PROBABILITY, key));
    }
  }

  /** What autorank reports of −log10 of the medians, in its order. */
  @ParameterizedTest
  @MethodSource("tables")
  void medianDeviationsAndRobustEffectSizes(OracleTable table) {
    JsonNode expected = table.expected.get("autorank");
    Friedman friedman = friedman(table);
    if (expected.get("omnibus").asText().equals("friedman")) {
      same(friedman.p(), expected.get("p"), PROBABILITY, "p");
    }
    // It takes a large number of degrees of freedom for infinitely many.
    same(friedman.criticalDifference(0.05), expected.get("cd"), 3e-5, "critical difference");
    List<String> names = List.copyOf(table.algorithms);
    JsonNode ranks = expected.get("rankdf");
    double[] best = null;
    double[] above = null;
    for (Map.Entry<String, JsonNode> entry : ranks.get("meanrank").properties()) {
      String name = entry.getKey();
      double[] own =
          Arrays.stream(table.medians(name, true)).map(loss -> -Math.log10(loss)).toArray();
      best = best == null ? own : best;
      above = above == null ? own : above;
      same(friedman.meanRanks()[names.indexOf(name)], entry.getValue(), NUMBER, "mean rank");
      same(Aggregate.median(own), ranks.get("median").get(name), NUMBER, "median");
      same(EffectSize.medianDeviation(own), ranks.get("mad").get(name), NUMBER, "MAD");
      if (own.length >= 6) {
        Estimate interval = Median.of(own.clone());
        same(interval.lower(), ranks.get("ci_lower").get(name), NUMBER, "lower");
        same(interval.upper(), ranks.get("ci_upper").get(name), NUMBER, "upper");
      }
      same(EffectSize.akinshin(best, own), ranks.get("effect_size").get(name), NUMBER, "γ");
      same(EffectSize.akinshin(above, own), ranks.get("effect_size_above").get(name), NUMBER, "γ");
      above = own;
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void signedRanks(OracleTable table) {
    List<String> names = List.copyOf(table.algorithms);
    List<Double> exact = new ArrayList<>();
    List<Double> asymptotic = new ArrayList<>();
    pairs(
        table,
        "wilcoxon",
        (pair, own) -> {
          double[] first = table.medians(names.get(pair[0]), true);
          double[] second = table.medians(names.get(pair[1]), true);
          double[] differences = new double[first.length];
          Arrays.setAll(differences, i -> first[i] - second[i]);
          SignedRank test = SignedRank.of(differences);
          JsonNode of = own.get("exact");
          assertThat(test.pairs()).isEqualTo(of.get("n_nonzero").asInt());
          same(test.positive(), of.get("W_plus"), NUMBER, "W+");
          same(test.negative(), of.get("W_minus"), NUMBER, "W−");
          same(test.exact(), of.get("p"), PROBABILITY, "exact p");
          for (boolean continuity : new boolean[] {false, true}) {
            String way = "asymptotic wilcox correction=" + (continuity ? "True" : "False");
            same(test.statistic(), own.get(way).get("statistic"), NUMBER, way);
            same(test.asymptotic(continuity), own.get(way).get("p"), PROBABILITY, way);
          }
          for (SignedRank.Zeros zeros : SignedRank.Zeros.values()) {
            for (boolean continuity : new boolean[] {false, true}) {
              String way =
                  "asymptotic "
                      + Map.of(
                              SignedRank.Zeros.DROPPED,
                              "wilcox",
                              SignedRank.Zeros.RANKED,
                              "pratt",
                              SignedRank.Zeros.SPLIT,
                              "zsplit")
                          .get(zeros)
                      + " correction="
                      + (continuity ? "True" : "False");
              same(
                  SignedRank.asymptotic(zeros, continuity, differences),
                  own.get(way).get("p"),
                  PROBABILITY,
                  way);
            }
          }
          exact.add(test.exact());
          asymptotic.add(test.asymptotic(false));
        });
    families(table, "exact", exact);
    families(table, "asymptotic wilcox correction=False", asymptotic);
  }

  private static void families(OracleTable table, String of, List<Double> values) {
    double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();
    family(table, "holm of " + of, Family.holm(p));
    family(table, "bonferroni of " + of, Family.bonferroni(p));
    family(table, "benjamini_hochberg of " + of, Family.benjaminiHochberg(p));
  }

  private static void family(OracleTable table, String key, double[] adjusted) {
    int[] at = {0};
    pairs(table, key, (pair, own) -> same(adjusted[at[0]++], own, PROBABILITY, key));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void independentSamples(OracleTable table) {
    for (String problem : table.problems) {
      JsonNode expected = table.expected.get("kruskal_wallis").get(problem);
      KruskalWallis test =
          KruskalWallis.of(
              table.algorithms.stream().map(name -> table.losses(name, problem)).toList());
      same(test.h(), expected.get("H"), NUMBER, problem);
      same(test.p(), expected.get("p"), PROBABILITY, problem);
    }
    for (Map.Entry<String, JsonNode> entry :
        table.expected.get("mann_whitney_and_effects").properties()) {
      String[] parts = entry.getKey().split("\\|");
      double[] first = table.losses(parts[1], parts[0]);
      double[] second = table.losses(parts[2], parts[0]);
      JsonNode own = entry.getValue();
      RankSum test = RankSum.of(first, second);
      same(test.u(), own.get("U"), NUMBER, entry.getKey());
      same(test.p(true), own.get("p_asymptotic_continuity"), PROBABILITY, entry.getKey());
      same(test.p(false), own.get("p_asymptotic"), PROBABILITY, entry.getKey());
      same(EffectSize.cliff(first, second), own.get("cliffs_delta"), NUMBER, "δ");
      same(EffectSize.a12(first, second), own.get("a12"), NUMBER, "A12");
      double[] a = Arrays.stream(first).map(Math::log10).toArray();
      double[] b = Arrays.stream(second).map(Math::log10).toArray();
      same(EffectSize.cohen(a, b), own.get("cohens_d_log10"), NUMBER, "d");
      same(EffectSize.hedges(a, b), own.get("hedges_g_log10"), NUMBER, "g");
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aggregatesAndTheirIntervals(OracleTable table) {
    JsonNode expected = table.expected;
    Map<String, ToDoubleFunction<double[]>> statistics =
        Map.of(
            "iqm", Aggregate::interquartileMean,
            "optimality_gap", scores -> Aggregate.optimalityGap(1, scores),
            "mean", Aggregate::mean);
    for (String name : table.algorithms) {
      double[] scores = table.allScores(name);
      same(Aggregate.interquartileMean(scores), expected.get("iqm").get(name), NUMBER, "iqm");
      JsonNode gap = expected.get("optimality_gap_gamma1").get(name);
      same(Aggregate.optimalityGap(1, scores), gap, NUMBER, "gap");
      double[][] byRun = table.scores(name);
      double[] means = new double[table.problems.size()];
      Arrays.setAll(
          means, p -> Aggregate.mean(Arrays.stream(byRun).mapToDouble(run -> run[p]).toArray()));
      same(Aggregate.median(means), expected.get("aggregate_median").get(name), NUMBER, "median");
      same(Aggregate.mean(means), expected.get("aggregate_mean").get(name), NUMBER, "mean");
      JsonNode bootstrap = expected.get("bootstrap_percentile_95").get(name);
      statistics.forEach(
          (key, statistic) -> {
            double[] replicates = Bootstrap.replicates(byRun, table.indices, statistic);
            Estimate interval = Bootstrap.percentile(statistic.applyAsDouble(scores), replicates);
            JsonNode own = bootstrap.get(key);
            same(interval.lower(), own.get("lo"), NUMBER, key);
            same(interval.upper(), own.get("hi"), NUMBER, key);
            same(Aggregate.mean(replicates), own.get("mean_of_replicates"), NUMBER, key);
          });
      JsonNode profile = expected.get("score_profile");
      for (int i = 0; i < profile.get("tau").size(); i++) {
        same(
            Aggregate.above(profile.get("tau").get(i).asDouble(), scores),
            profile.get("fraction_above").get(name).get(i),
            NUMBER,
            "score profile");
      }
    }
    List<String> names = List.copyOf(table.algorithms);
    pairs(
        table,
        "probability_of_improvement",
        (pair, own) -> {
          double sum = 0;
          for (int problem = 0; problem < table.problems.size(); problem++) {
            int at = problem;
            double[][] first = table.scores(names.get(pair[0]));
            double[][] second = table.scores(names.get(pair[1]));
            sum +=
                EffectSize.a12(
                    Arrays.stream(first).mapToDouble(run -> run[at]).toArray(),
                    Arrays.stream(second).mapToDouble(run -> run[at]).toArray());
          }
          same(sum / table.problems.size(), own, NUMBER, "probability of improvement");
        });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void costsToATarget(OracleTable table) {
    JsonNode expected = table.expected;
    double[][] medians = new double[table.algorithms.size()][table.problems.size()];
    int algorithm = 0;
    for (String name : table.algorithms) {
      List<OracleTable.Row> all = new ArrayList<>();
      int at = 0;
      for (String problem : table.problems) {
        List<OracleTable.Row> rows = table.rows(name, problem);
        all.addAll(rows);
        String key = name + "|" + problem;
        same(
            RunTimes.expected(spent(rows), reached(rows)),
            expected.get("ert").get(key),
            NUMBER,
            key);
        same(
            RunTimes.solvedWithin(Double.POSITIVE_INFINITY, spent(rows), reached(rows)),
            expected.get("success_rate").get(key),
            NUMBER,
            key);
        double[] times =
            rows.stream()
                .mapToDouble(row -> row.success() ? row.evaluations() : Double.POSITIVE_INFINITY)
                .toArray();
        medians[algorithm][at++] = Aggregate.median(times);
        same(
            Aggregate.median(times),
            expected.get("median_time_to_target").get(name).get(problem),
            NUMBER,
            key);
      }
      JsonNode ecdf = expected.get("ecdf_runtime");
      for (int i = 0; i < ecdf.get("budgets").size(); i++) {
        same(
            RunTimes.solvedWithin(ecdf.get("budgets").get(i).asDouble(), spent(all), reached(all)),
            ecdf.get("fraction").get(name).get(i),
            NUMBER,
            name);
      }
      algorithm++;
    }
    double[][] ratios = RunTimes.ratios(medians);
    algorithm = 0;
    for (String name : table.algorithms) {
      double[] own = ratios[algorithm++];
      JsonNode profile = expected.get("performance_profile").get(name);
      for (Map.Entry<String, JsonNode> at : profile.get("rho_at").properties()) {
        same(RunTimes.profile(Double.parseDouble(at.getKey()), own), at.getValue(), NUMBER, "ρ");
      }
      same(RunTimes.profileScore(4, own), profile.get("score_exact_integral"), NUMBER, "score");
      double[] factors = new double[100];
      double[] heights = new double[100];
      Arrays.setAll(factors, i -> 1 + 3 * i / 99.0);
      Arrays.setAll(heights, i -> RunTimes.profile(factors[i], own));
      same(
          RunTimes.area(factors, heights) / 3,
          profile.get("score_trapezoid_100"),
          NUMBER,
          "score by the trapezoidal rule");
    }
  }

  private static double[] spent(List<OracleTable.Row> rows) {
    return rows.stream().mapToDouble(OracleTable.Row::evaluations).toArray();
  }

  private static boolean[] reached(List<OracleTable.Row> rows) {
    boolean[] reached = new boolean[rows.size()];
    for (int i = 0; i < reached.length; i++) {
      reached[i] = rows.get(i).success();
    }
    return reached;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void areasUnderCurves(OracleTable table) {
    table.curves.forEach(
        (name, curve) -> {
          JsonNode own = table.expected.get("area_under_curve").get(name);
          double[] x = curve[0];
          double[] y = curve[1];
          double width = x[x.length - 1] - x[0];
          same(RunTimes.area(x, y), own.get("linear"), NUMBER, name);
          same(RunTimes.area(x, y) / width, own.get("linear_normalised"), NUMBER, name);
          same(RunTimes.areaOfSteps(x, y), own.get("step_left_linear"), NUMBER, name);
          double[] logX = Arrays.stream(x).map(Math::log10).toArray();
          double[] logY = Arrays.stream(y).map(Math::log10).toArray();
          same(RunTimes.area(logX, logY), own.get("log10_loss_over_log10_evals"), NUMBER, name);
        });
  }
}
