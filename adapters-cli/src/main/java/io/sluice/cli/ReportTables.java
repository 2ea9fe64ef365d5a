package io.sluice.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Explained;
import io.sluice.analysis.Explained.Method;
import io.sluice.analysis.Figures;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.TrialSummary;
import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Source;
import io.sluice.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A study's report in any format. */
final class ReportTables {

  private static final int MOST_SOURCES = 8;

  private final StudyReport report;
  private final Terminal terminal;

  ReportTables(StudyReport report, Terminal terminal) {
    this.report = report;
    this.terminal = terminal;
  }

  /**
   * Prints the report.
   *
   * @param top how many contenders of each problem
   */
  void print(Format format, int top) {
    switch (format) {
      case JSON:
        Listing.printJson(json(top), terminal.out());
        break;
      case CSV:
        rankings(report.rankings(), top).print(Format.CSV, terminal);
        break;
      default:
        printText(top);
    }
    terminal.out().flush();
  }

  private void printText(int top) {
    for (Ranking ranking : report.rankings()) {
      terminal.printHeading("Ranking for " + ranking.problem(), goal());
      table(ranking, top).print(Format.TABLE, terminal);
      int rest = ranking.rows().size() - top;
      terminal.out().println(rest > 0 ? "… and " + rest + " more (--top shows them)\n" : "");
    }
    printSources();
    if (!report.header().question().isEmpty()) {
      terminal.printHeading(Failures.oneLine(report.header().question()), "");
    }
    report.answer().sentences().forEach(terminal::printLine);
  }

  /** The largest sources of the variance of cost, of all problems and of each beside each other. */
  private void printSources() {
    List<Explained> explained = report.headlineExplained();
    if (explained.isEmpty()) {
      return;
    }
    Explained main = explained.get(0);
    terminal.printHeading(
        "What explains the variance of " + main.response().name(),
        ", by "
            + main.decomposition().repeats()
            + " repeats of "
            + main.decomposition().cells()
            + " cells");
    List<String> columns = new ArrayList<>(List.of("source", "share", "p"));
    explained.stream().skip(1).forEach(one -> columns.add("on " + one.problem()));
    Listing listing = new Listing(columns.toArray(String[]::new));
    row(
        listing,
        "the seeds",
        main.decomposition().seeds(),
        Double.NaN,
        explained,
        Decomposition::seeds);
    List<Source> sources = main.decomposition().sources();
    for (Source source : sources.subList(0, Math.min(MOST_SOURCES, sources.size()))) {
      String[] factors = source.factors().toArray(String[]::new);
      row(
          listing,
          source.name(),
          source.share(),
          source.p(),
          explained,
          cost -> cost.source(factors).map(Source::share).orElse(null));
    }
    row(
        listing,
        "three and more",
        main.decomposition().rest(),
        Double.NaN,
        explained,
        Decomposition::rest);
    listing.print(Format.TABLE, terminal);
    int rest = sources.size() - MOST_SOURCES;
    terminal.printLine(rest > 0 ? "… and " + rest + " smaller ones (--format json has them)" : "");
    if (rest > 0) {
      terminal.printLine("");
    }
  }

  private static void row(
      Listing listing,
      String name,
      Estimate share,
      double p,
      List<Explained> explained,
      Function<Decomposition, Estimate> part) {
    List<Object> values = new ArrayList<>(List.of(name, Figures.share(share)));
    values.add(Double.isNaN(p) ? "" : Figures.probability(p).replaceFirst("p (= )?", ""));
    explained.stream()
        .skip(1)
        .forEach(
            one -> {
              Estimate estimate = part.apply(one.decomposition());
              values.add(estimate == null ? "" : Figures.share(estimate));
            });
    listing.row(values.toArray());
  }

  private String goal() {
    List<Double> targets = report.header().targets();
    return targets.isEmpty()
        ? ", by the lowest loss"
        : ", by reaching loss " + Figures.exact(targets.get(targets.size() - 1));
  }

  private Listing table(Ranking ranking, int top) {
    boolean targets = !report.header().targets().isEmpty();
    List<String> columns = new ArrayList<>(List.of("rank"));
    columns.addAll(factors(ranking));
    columns.addAll(
        targets
            ? List.of("success", "median_cost", "median_best_loss")
            : List.of("median_best_loss"));
    List<Outcome> losses =
        Stream.of(Outcome.DIVERGED, Outcome.FAILED)
            .filter(outcome -> report.outcomes().getOrDefault(outcome, 0L) > 0)
            .toList();
    losses.forEach(outcome -> columns.add(outcome.name().toLowerCase(Locale.ROOT)));
    Listing listing = new Listing(columns.toArray(String[]::new));
    for (Ranking.Row row : ranking.rows().subList(0, Math.min(top, ranking.rows().size()))) {
      TrialSummary summary = row.summary();
      List<Object> values = new ArrayList<>(List.of(row.rank()));
      values.addAll(row.contender());
      if (targets) {
        values.add(Figures.percent(summary.success().estimate()));
        values.add(Figures.number(summary.costToTarget()));
      }
      values.add(Figures.number(summary.bestLoss()));
      for (Outcome outcome : losses) {
        long count = outcome == Outcome.DIVERGED ? summary.diverged() : summary.failed();
        values.add(count + " of " + summary.trials());
      }
      listing.row(values.toArray());
    }
    return listing;
  }

  private static List<String> factors(Ranking ranking) {
    return ranking.factors().stream().map(factor -> factor.replace('-', '_')).toList();
  }

  private static Listing rankings(List<Ranking> rankings, int top) {
    List<String> columns = new ArrayList<>(List.of("problem", "rank"));
    columns.addAll(
        rankings.isEmpty()
            ? List.of("activation", "optimizer", "weight_policy")
            : factors(rankings.get(0)));
    columns.addAll(
        List.of(
            "trials",
            "success",
            "success_lower",
            "success_upper",
            "median_cost",
            "median_cost_lower",
            "median_cost_upper",
            "median_best_loss",
            "median_best_loss_lower",
            "median_best_loss_upper",
            "diverged",
            "failed"));
    Listing listing = new Listing(columns.toArray(String[]::new));
    for (Ranking ranking : rankings) {
      for (Ranking.Row row : ranking.rows().subList(0, Math.min(top, ranking.rows().size()))) {
        List<Object> values = new ArrayList<>(List.of(ranking.problem(), row.rank()));
        values.addAll(row.contender());
        values.addAll(figures(row.summary()));
        listing.row(values.toArray());
      }
    }
    return listing;
  }

  private static List<Object> figures(TrialSummary summary) {
    Estimate success = summary.success().estimate();
    Estimate cost = summary.costToTarget();
    Estimate loss = summary.bestLoss();
    return List.of(
        summary.trials(),
        success.value(),
        success.lower(),
        success.upper(),
        cost.value(),
        cost.lower(),
        cost.upper(),
        loss.value(),
        loss.lower(),
        loss.upper(),
        summary.diverged(),
        summary.failed());
  }

  /** Every source at every target; the two rows without factors are what is left. */
  private Listing explained() {
    Listing listing =
        new Listing(
            "problem",
            "target",
            "missed",
            "of",
            "source",
            "share",
            "share_lower",
            "share_upper",
            "eta_squared",
            "p");
    for (Explained explained : report.explained()) {
      if (explained.overall() || !explained.problem().isEmpty()) {
        rows(listing, explained, of(explained), explained.decomposition());
      }
    }
    return listing;
  }

  /** {@code log cost}, {@code success, deviance}, {@code metric accuracy}. */
  private static String of(Explained explained) {
    String method = explained.method() == Method.VARIANCE ? "" : ", " + explained.method();
    String kind = explained.response().kind() + " " + explained.response().metric();
    return (kind.strip() + method).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void rows(
      Listing listing, Explained explained, String of, Decomposition decomposition) {
    for (Source source : decomposition.sources()) {
      row(listing, explained, of, source.name(), source.share(), source.etaSquared(), source.p());
    }
    Estimate rest = decomposition.rest();
    row(listing, explained, of, "three and more factors", rest, Double.NaN, Double.NaN);
    row(listing, explained, of, "seeds", decomposition.seeds(), Double.NaN, Double.NaN);
  }

  private static void row(
      Listing listing,
      Explained explained,
      String of,
      String source,
      Estimate share,
      double eta,
      double p) {
    listing.row(
        explained.problem(),
        explained.target(),
        explained.missed().value(),
        of,
        source,
        share.value(),
        share.lower(),
        share.upper(),
        eta,
        p);
  }

  private ObjectNode json(int top) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("study", report.header().id());
    root.put("question", report.header().question());
    root.put("trials", report.trials());
    ObjectNode outcomes = root.putObject("outcomes");
    report
        .outcomes()
        .forEach((outcome, count) -> outcomes.put(outcome.name().toLowerCase(Locale.ROOT), count));
    root.set("rankings", rankings(report.rankings(), top).json());
    root.set("explained", explained().json());
    report.answer().sentences().forEach(root.withArray("answer")::add);
    return root;
  }
}
