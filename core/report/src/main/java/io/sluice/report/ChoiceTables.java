package io.sluice.report;

import io.sluice.analysis.Figures;
import io.sluice.analysis.PairedComparison;
import io.sluice.analysis.Sensitivity;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.TrialSummary;
import io.sluice.analysis.Tuned;
import java.util.ArrayList;
import java.util.List;

/** What the choice of a hyper-parameter or a weight policy changes, as tables. */
final class ChoiceTables {

  private final StudyReport report;
  private final int top;

  ChoiceTables(StudyReport report, int top) {
    this.report = report;
    this.top = top;
  }

  /** The best and the good values of hyper-parameters, and what tuning chose. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>(sensitivities());
    tables.addAll(tuned());
    return tables;
  }

  private List<Table> sensitivities() {
    if (report.sensitivities().isEmpty()) {
      return List.of();
    }
    Table.Builder table =
        Table.of("sensitivities", "The best and the good values")
            .method(
                "Good: a median cost of at most "
                    + Sensitivity.GOOD
                    + " times the best, and success not clearly lower.")
            .head(top)
            .columns("problem", "network", "activation", "optimizer", "hyperparameter")
            .columns("best", "good_from", "good_to")
            .columns(report.headlineTarget().isPresent() ? "median_cost" : "median_best_loss")
            .column("edge", "at the edge of what was tried");
    for (Sensitivity one : report.sensitivities()) {
      TrialSummary best = one.points().get(one.best()).summary();
      table.row(
          Value.of(one.problem()),
          Value.of(one.network()),
          Value.of(one.activation()),
          Value.of(one.optimizer()),
          Value.of(one.hyperparameter()),
          Value.of(one.bestValue()),
          Value.of(one.points().get(one.goodFrom()).value()),
          Value.of(one.points().get(one.goodTo()).value()),
          Value.of(best.target() < 0 ? best.bestLoss() : best.costToTarget()),
          Value.of(one.bestAtEdge() ? "yes" : "no"));
    }
    return List.of(table.build());
  }

  /** Optimizers with values that were chosen beforehand, beside those as they were declared. */
  private List<Table> tuned() {
    if (report.tuned().isEmpty()) {
      return List.of();
    }
    Table.Builder table =
        Table.of("tuned", "Tuned beside declared")
            .method(
                "Values were chosen on seeds of their own. Cost of tuning: all that its trials"
                    + " spent, in forward-equivalents.")
            .head(top)
            .columns("problem", "network", "activation", "optimizer", "chosen")
            .column("edge", "at the edge of what was tried")
            .columns("success", "median_cost")
            .column("tuning_cost", "cost of tuning")
            .column("cost_with_tuning", "median cost with tuning")
            .column("declared", "declared");
    for (Tuned one : report.tuned()) {
      List<String> declared = new ArrayList<>();
      one.declared()
          .forEach(
              (label, summary) ->
                  declared.add(
                      label
                          + ": "
                          + Figures.percent(summary.success().estimate())
                          + ", "
                          + Figures.number(summary.costToTarget())));
      List<String> chosen = new ArrayList<>();
      one.chosen().forEach((name, value) -> chosen.add(name + "=" + Figures.number(value)));
      table.row(
          Value.of(one.problem()),
          Value.of(one.network()),
          Value.of(one.activation()),
          Value.of(one.optimizer()),
          Value.of(String.join(" ", chosen)),
          Value.of(String.join(" ", one.atEdge())),
          Value.percent(one.tuned().success().estimate()),
          Value.of(one.tuned().costToTarget()),
          Value.of(one.spent()),
          Value.of(one.costWithTuning()),
          Value.of(String.join("; ", declared)));
    }
    return List.of(table.build());
  }

  /** Each weight policy, bounds and way of training against a baseline, by pairs of trials. */
  List<Table> paired() {
    if (report.paired().isEmpty()) {
      return List.of();
    }
    Table.Builder table =
        Table.of("paired", "Success with one choice against that with another")
            .method(
                "Trials paired by seed and all else; p by turning the signs of whole repeats, by"
                    + " Holm's correction for all levels of a factor.")
            .columns("factor", "level", "baseline", "target", "pairs")
            .column("better", "better with it")
            .column("worse", "worse with it")
            .columns("p");
    for (PairedComparison one : report.paired()) {
      table.row(
          Value.of(one.factor()),
          Value.of(one.level()),
          Value.of(one.baseline()),
          Value.of(one.target()),
          Value.of(one.pairs()),
          Value.percent(one.betterShare().estimate()),
          Value.percent(one.worseShare().estimate()),
          Value.probability(one.p()));
    }
    return List.of(table.build());
  }
}
