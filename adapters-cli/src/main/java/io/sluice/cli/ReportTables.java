package io.sluice.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.TrialSummary;
import io.sluice.analysis.VarianceShares;
import java.util.List;
import java.util.Locale;

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
      terminal.out().println(terminal.heading("Ranking for " + ranking.problem()) + goal());
      table(ranking, top).print(Format.TABLE, terminal);
      int rest = ranking.rows().size() - top;
      terminal.out().println(rest > 0 ? "… and " + rest + " more (--top shows them)\n" : "");
    }
    List<VarianceShares> shares = report.headlineVariance();
    if (!shares.isEmpty()) {
      terminal
          .out()
          .println(
              terminal.heading("What explains the variance of log cost")
                  + " to loss "
                  + Figures.exact(shares.get(0).target()));
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
      terminal.out().println(terminal.heading(report.header().question()));
    }
    report.answer().sentences().forEach(terminal.out()::println);
  }

  private String goal() {
    List<Double> targets = report.header().targets();
    return targets.isEmpty()
        ? ", by the lowest loss"
        : ", by reaching loss " + Figures.exact(targets.get(targets.size() - 1));
  }

  private Listing table(Ranking ranking, int top) {
    boolean targets = !report.header().targets().isEmpty();
    Listing listing =
        targets
            ? new Listing(
                "rank",
                "activation",
                "optimizer",
                "weight_policy",
                "success",
                "median_cost",
                "median_best_loss")
            : new Listing("rank", "activation", "optimizer", "weight_policy", "median_best_loss");
    for (Ranking.Row row : ranking.rows().subList(0, Math.min(top, ranking.rows().size()))) {
      List<String> contender = row.contender();
      TrialSummary summary = row.summary();
      String loss = Figures.number(summary.bestLoss());
      if (targets) {
        listing.row(
            row.rank(),
            contender.get(0),
            contender.get(1),
            contender.get(2),
            Figures.percent(summary.success().estimate()),
            Figures.number(summary.costToTarget()),
            loss);
      } else {
        listing.row(row.rank(), contender.get(0), contender.get(1), contender.get(2), loss);
      }
    }
    return listing;
  }

  private static Listing rankings(List<Ranking> rankings, int top) {
    Listing listing =
        new Listing(
            "problem",
            "rank",
            "activation",
            "optimizer",
            "weight_policy",
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
            "failed");
    for (Ranking ranking : rankings) {
      for (Ranking.Row row : ranking.rows().subList(0, Math.min(top, ranking.rows().size()))) {
        TrialSummary summary = row.summary();
        Estimate success = summary.success().estimate();
        Estimate cost = summary.costToTarget();
        Estimate loss = summary.bestLoss();
        listing.row(
            ranking.problem(),
            row.rank(),
            row.contender().get(0),
            row.contender().get(1),
            row.contender().get(2),
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
    }
    return listing;
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
