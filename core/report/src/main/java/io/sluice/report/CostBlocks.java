package io.sluice.report;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import io.sluice.analysis.RunCost;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.StudyRows;
import io.sluice.report.figure.Curves;
import java.util.ArrayList;
import java.util.List;

/** What reaching the target costs, as tables and a performance profile. */
final class CostBlocks {

  private static final int MOST_CURVES = 6;
  private static final double MOST_FACTOR = 100;
  private static final int POINTS = 60;

  private final StudyReport report;
  private final StudyRows rows;
  private final ContenderNames names;
  private final int top;

  CostBlocks(StudyReport report, StudyRows rows, ContenderNames names, int top) {
    this.report = report;
    this.rows = rows;
    this.names = names;
    this.top = top;
  }

  List<Block> blocks() {
    List<RunCost> costs = RunCost.of(rows, report.rankings());
    if (costs.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>(List.of(costs(costs)));
    List<RunCost.Profile> profiles = RunCost.profiles(rows, report.rankings());
    int pairs = profiles.get(0).ratios().length;
    if (pairs > 1 && profiles.size() > 1) {
      blocks.add(profile(profiles, pairs));
      blocks.add(scores(profiles));
    }
    return blocks;
  }

  private Table costs(List<RunCost> costs) {
    Table.Builder table =
        Table.of(
                "costs",
                "Cost to loss " + Figures.exact(report.headlineTarget().orElse(Double.NaN)))
            .method(
                "In forward-equivalents. Expected with restarts: all that was spent by the number"
                    + " of successes. Up to the budget: the restricted mean. Intervals by the"
                    + " jackknife over the repeats. Quartiles by the product-limit estimate, trials"
                    + " that missed the target being censored.")
            .parted()
            .head(top)
            .columns("problem", "contender")
            .column("expected_cost", "expected with restarts")
            .column("restricted_mean", "mean up to the budget")
            .column("quarter", "a quarter by")
            .column("half", "half by")
            .column("three_quarters", "three quarters by");
    for (RunCost cost : costs) {
      table.row(
          Value.of(cost.problem()),
          Value.of(names.of(cost.contender())),
          Value.of(cost.expected()),
          Value.of(cost.restrictedMean()),
          Value.of(cost.quartiles().get(0)),
          Value.of(cost.quartiles().get(1)),
          Value.of(cost.quartiles().get(2)));
    }
    return table.build();
  }

  private Figure profile(List<RunCost.Profile> profiles, int pairs) {
    List<Curves.Line> lines = new ArrayList<>();
    for (RunCost.Profile profile : profiles.subList(0, Math.min(MOST_CURVES, profiles.size()))) {
      List<Curves.Point> points = new ArrayList<>();
      for (int i = 0; i <= POINTS; i++) {
        double factor = Math.pow(MOST_FACTOR, (double) i / POINTS);
        points.add(
            new Curves.Point(factor, Estimate.withoutInterval(profile.at(factor * (1 + 1e-12)))));
      }
      lines.add(new Curves.Line(names.of(profile.contender()), points));
    }
    return Curves.survival(
            "performance-profile",
            "Share of the "
                + pairs
                + " pairs of problem and target on which a contender's expected"
                + " cost is at most so many times the least",
            "times the least expected cost",
            lines)
        .figure();
  }

  private Table scores(List<RunCost.Profile> profiles) {
    Table.Builder table =
        Table.of("profiles", "How near the least expected cost")
            .method(
                "Score: the mean height of the performance profile over factors from 1 to 4, as"
                    + " AlgoPerf has it; a description of these results, without interval.")
            .head(top)
            .columns("contender", "score")
            .column("least", "least cost on")
            .column("within_2", "within twice on");
    for (RunCost.Profile profile : profiles) {
      table.row(
          Value.of(names.of(profile.contender())),
          Value.of(profile.score()),
          Value.percent(Estimate.withoutInterval(profile.at(1 + 1e-12))),
          Value.percent(Estimate.withoutInterval(profile.at(2))));
    }
    return table.build();
  }
}
