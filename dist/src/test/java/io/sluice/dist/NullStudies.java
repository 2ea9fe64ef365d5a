package io.sluice.dist;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Explained;
import io.sluice.analysis.FactorEffect;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.RowCollector;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.judge.Comparison;
import io.sluice.analysis.judge.Leaders;
import io.sluice.analysis.judge.RankFlips;
import io.sluice.analysis.statistics.Family;
import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Source;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import io.sluice.plugin.PluginHost;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.studies.PackFile;
import io.sluice.studies.StudyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Studies without any effect, run by the engine with the distribution's plugins. Activations are
 * sines of a million turns: where the next step of an optimizer lands on them is a lottery, with
 * the same odds for every such activation and every optimizer, but with draws of its own. About
 * half of the trials win, that is reach the smaller target.
 */
final class NullStudies {

  private static final List<String> OPTIMIZERS = List.of("adam", "momentum", "sgd", "rmsprop");
  private static final double LEVEL = 0.05;

  /** How many kinds of claims are looked for. */
  static final int CLAIMS = 11;

  private final Laboratory laboratory;
  private final int activations;
  private final int optimizers;
  private final int repeats;

  /**
   * Studies of this size.
   *
   * @param home of the distribution
   */
  NullStudies(Path home, int activations, int optimizers, int repeats) {
    this.laboratory =
        new Laboratory(
            new PluginHost(List.of(home.resolve("plugins")), "0.1.0", new PackFile())
                .load(List.of()),
            "0.1.0");
    this.activations = activations;
    this.optimizers = optimizers;
    this.repeats = repeats;
  }

  /** The study with this seed. */
  StudyRows rows(int seed) {
    List<String> formulas = new ArrayList<>();
    for (int i = 0; i < activations; i++) {
      long turns = Math.round(1e6 * Math.log(20 + i));
      formulas.add("{formula: \"sin(" + turns + "*x)\", name: a" + i + "}");
    }
    String text =
        String.join(
            "\n",
            "study: without-effect",
            "seed: " + seed,
            "repeats: " + repeats,
            "budget: {steps: 60}",
            "targets: [1e-3, 2.5e-4]",
            "problems: {id: single-example, x: 1, y: 0.5, name: point}",
            "networks: {hidden: [1], output: activated}",
            "activations: [" + String.join(", ", formulas) + "]",
            "optimizers: " + OPTIMIZERS.subList(0, optimizers),
            "measure: none",
            "");
    StudyPlan plan =
        laboratory.plan(StudyReader.read(text, "without-effect", null, List.of()).spec());
    StudyHeader header = laboratory.header(plan, "{}");
    RowCollector collector = new RowCollector(header);
    laboratory.run(
        plan, header, new Finished(), List.of(collector), new RunOptions(1, 0), new Cancellation());
    return collector.rows();
  }

  /** What a report claims of them that is false, whatever it says, by the kind of the claim. */
  static Map<String, Boolean> claims(StudyRows rows) {
    StudyReport report = StudyReport.of(rows);
    String answer = report.answer().text();
    Explained main = report.headlineExplained().get(0);
    Decomposition sources = main.decomposition();
    Source both = sources.source("activation", "optimizer").orElseThrow();
    Map<String, Boolean> claims = new LinkedHashMap<>();
    claims.put("the activation decides more", answer.contains("The activation decides more"));
    claims.put("the optimizer decides more", answer.contains("The optimizer decides more"));
    claims.put(
        "one decides more, anywhere",
        answer.replace("or the activation decides more cannot", "").contains("decides more"));
    claims.put("interaction without 0", both.share().lower() > 0 || both.share().upper() < 0);
    claims.put("a source is real", anyReal(sources));
    claims.put("told from the best pair", told(report.leaders().get(0)));
    for (FactorEffect effect : report.effects()) {
      claims.put("told from the best " + effect.factor(), told(Leaders.of(rows, effect)));
    }
    claims.put(
        "the best ahead of the next",
        next(rows, report.rankings().get(0)).map(Comparison::verdict).stream()
            .anyMatch(v -> v == Comparison.Verdict.FIRST || v == Comparison.Verdict.SECOND));
    for (RankFlips flips : report.flips()) {
      claims.put("a flip, " + flips.factor(), !flips.flips().isEmpty());
    }
    return claims;
  }

  /** The best against the next that is not tied with it, where they met on a repeat. */
  private static Optional<Comparison> next(StudyRows rows, Ranking ranking) {
    Ranking.Row best = ranking.rows().get(0);
    return ranking.rows().stream()
        .filter(row -> row.rank() > 1)
        .findFirst()
        .flatMap(
            next ->
                Comparison.asRanked(
                    rows, best.summary().target(), ranking.labels(best), ranking.labels(next)));
  }

  /** The share of the trials that reached the smaller target. */
  static double reached(StudyRows rows) {
    int target = rows.smallestTarget();
    long hits = 0;
    for (CellSamples cell : rows.cells()) {
      hits += IntStream.range(0, cell.repeats()).filter(r -> cell.hit(target, r)).count();
    }
    return (double) hits / rows.trials();
  }

  private static boolean anyReal(Decomposition sources) {
    double[] p = sources.sources().stream().mapToDouble(Source::p).toArray();
    double[] adjusted = Family.holm(p);
    return IntStream.range(0, p.length).anyMatch(i -> adjusted[i] <= LEVEL);
  }

  private static boolean told(Leaders leaders) {
    return leaders.contenders().stream().anyMatch(contender -> !contender.open());
  }

  /** Keeps only which trials are finished: the rows are collected beside it. */
  private static final class Finished implements ResultStore {

    private final BitSet kept = new BitSet();

    @Override
    public ResultWriter open(StudyHeader header) {
      return event -> {
        if (event instanceof TrialEvent.Finished) {
          kept.set(Math.toIntExact(((TrialEvent.Finished) event).trial().index()));
        }
      };
    }

    @Override
    public List<StudyHeader> studies() {
      return List.of();
    }

    @Override
    public BitSet finished(String studyId) {
      return (BitSet) kept.clone();
    }

    @Override
    public Stream<TrialEvent.Finished> trials(String studyId) {
      return Stream.empty();
    }

    @Override
    public Stream<TrialEvent.Measured> measurements(String studyId) {
      return Stream.empty();
    }

    @Override
    public void close() {}
  }
}
