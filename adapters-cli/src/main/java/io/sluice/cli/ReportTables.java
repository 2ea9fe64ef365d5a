package io.sluice.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.TrialSummary;
import io.sluice.analysis.VarianceShares;
import io.sluice.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A study's report in any format. */
final class ReportTables {

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
    List<VarianceShares> shares = report.headlineVariance();
    if (!shares.isEmpty()) {
      terminal.printHeading(
          "What explains the variance of log cost",
          " to loss " + Figures.exact(shares.get(0).target()));
      Listing listing =
          new Listing(
              "problem", "activation", "optimizer", "interaction", "within", "missed_target");
      for (VarianceShares share : shares) {
        listing.row(
            share.overall() ? "all together" : share.problem(),
            Figures.percent(share.activation()),
            Figures.percent(share.optimizer()),
            Figures.percent(share.interaction()),
            Figures.percent(share.within()),
            Figures.percent(share.censored().value()));
      }
      listing.print(Format.TABLE, terminal);
      terminal.out().println();
    }
    if (!report.header().question().isEmpty()) {
      terminal.printHeading(Failures.oneLine(report.header().question()), "");
    }
    report.answer().sentences().forEach(terminal::printLine);
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

  private Listing variance() {
    Listing listing =
        new Listing(
            "problem", "target", "missed", "activation", "optimizer", "interaction", "within");
    for (VarianceShares share : report.variance()) {
      listing.row(
          share.problem(),
          share.target(),
          share.censored().value(),
          share.activation().value(),
          share.optimizer().value(),
          share.interaction().value(),
          share.within().value());
    }
    return listing;
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
    root.set("variance", variance().json());
    report.answer().sentences().forEach(root.withArray("answer")::add);
    return root;
  }
}
