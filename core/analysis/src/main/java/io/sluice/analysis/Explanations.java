package io.sluice.analysis;

import io.sluice.analysis.Explained.Method;
import io.sluice.analysis.variance.AlignedRanks;
import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Deviance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Takes apart every response of a study. */
final class Explanations {

  /** A factor with more levels is not looked into level by level. */
  static final int MOST_LEVELS = 6;

  private final StudyRows rows;
  private final Response decisive;
  private final List<Explained> found = new ArrayList<>();
  private final Map<List<Object>, Optional<Sample>> samples = new LinkedHashMap<>();

  private Explanations(StudyRows rows, Decision decision) {
    this.rows = rows;
    this.decisive = decision.response();
  }

  /**
   * Of all trials together: the cost to every target, success and cost given success, the area over
   * the targets, the final loss, and every metric that says how good a trial was. Then the cost to
   * each target, and what decides, on each problem, if there are several; and what decides at each
   * level of every other factor that has at most {@value #MOST_LEVELS}. Left out is where all
   * trials have the same number.
   */
  static List<Explained> of(StudyRows rows, Decision decision) {
    Explanations explanations = new Explanations(rows, decision);
    explanations.overall();
    explanations.checks();
    explanations.levels();
    return List.copyOf(explanations.found);
  }

  private void overall() {
    List<Double> targets = rows.header().targets();
    for (double target : targets) {
      cost(target, Map.of()).ifPresent(found::add);
      if (rows.cells().stream()
          .anyMatch(cell -> cell.hits(targets.indexOf(target)) < cell.trials())) {
        explain(Response.of(Response.Kind.SUCCESS, target), Map.of()).ifPresent(found::add);
        explain(Response.of(Response.Kind.COST_OF_HITS, target), Map.of()).ifPresent(found::add);
      }
    }
    if (targets.size() > 1) {
      explain(Response.of(Response.Kind.AREA), Map.of()).ifPresent(found::add);
    }
    explain(Response.of(Response.Kind.FINAL_LOSS), Map.of()).ifPresent(found::add);
    Set<String> metrics = new TreeSet<>(rows.metrics());
    metrics.add(decisive.metric());
    for (String metric : metrics) {
      if (Merit.isKnownOf(metric) && !metric.equals(Merit.LOSS)) {
        explain(Response.ofMetric(metric), Map.of()).ifPresent(found::add);
      }
    }
  }

  /** Success by a logistic model, and what decides by aligned ranks. */
  private void checks() {
    for (Explained main : List.copyOf(found)) {
      Response response = main.response();
      if (response.kind() == Response.Kind.SUCCESS && response.target() == headline()) {
        check(main, Method.DEVIANCE);
      } else if (response.equals(decisive)) {
        check(main, Method.ALIGNED_RANKS);
      }
    }
  }

  private double headline() {
    return rows.header().targets().get(rows.headlineTarget());
  }

  private void check(Explained main, Method method) {
    Sample sample = sample(main.response(), Map.of()).orElseThrow();
    double[][] values = Numbers.of(rows, sample, main.response()).values();
    Optional<Decomposition> decomposition =
        method == Method.DEVIANCE
            ? Deviance.of(sample.design(), values, main.decomposition())
            : AlignedRanks.of(sample.design(), values);
    decomposition.ifPresent(
        sources ->
            found.add(
                new Explained(
                    main.response(), method, Map.of(), main.missed(), main.leftOut(), sources)));
  }

  private void levels() {
    for (String factor : apart()) {
      List<String> levels = rows.levels(factor);
      boolean problem = factor.equals("problem");
      if (levels.size() > MOST_LEVELS && !problem) {
        continue;
      }
      for (String level : levels) {
        Map<String, String> where = Map.of(factor, level);
        if (problem) {
          for (double target : rows.header().targets()) {
            cost(target, where).ifPresent(found::add);
          }
        }
        if (!problem || decisive.kind() != Response.Kind.LOG_COST) {
          explain(decisive, where).ifPresent(found::add);
        }
      }
    }
  }

  /** The factors that vary, of those that only vary together the last. */
  private List<String> apart() {
    List<String> apart = new ArrayList<>();
    for (String factor : rows.factors()) {
      if (rows.levels(factor).size() > 1) {
        int same =
            IntStream.range(0, apart.size())
                .filter(i -> rows.varyTogether(apart.get(i), factor))
                .findFirst()
                .orElse(apart.size());
        if (same < apart.size()) {
          apart.set(same, factor);
        } else {
          apart.add(factor);
        }
      }
    }
    return apart;
  }

  private Optional<Explained> cost(double target, Map<String, String> where) {
    return explain(Response.of(Response.Kind.LOG_COST, target), where);
  }

  /** One response of the trials that have these levels. */
  private Optional<Explained> explain(Response response, Map<String, String> where) {
    return sample(response, where).flatMap(sample -> Explained.of(rows, sample, response, where));
  }

  /** Samples are kept, since a design is costly. Of a metric count the cells that have it. */
  private Optional<Sample> sample(Response response, Map<String, String> where) {
    boolean metric = response.kind() == Response.Kind.METRIC;
    Predicate<CellSamples> counts =
        metric ? cell -> rows.hasMetric(cell, response.metric()) : cell -> true;
    return samples.computeIfAbsent(
        List.of(where, response.metric()), key -> Sample.of(rows, where, counts));
  }
}
