package io.sluice.report;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Explained;
import io.sluice.analysis.Figures;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The sources of variance as tables. */
final class ExplainedTables {

  private static final int MOST_SOURCES = 8;
  private static final String SEEDS = "the seeds";
  private static final String REST = "three and more factors";
  private static final String METHOD =
      "Shares of variance by products of different repeats, 0 on average without effect; intervals"
          + " by the jackknife over the repeats; p by permutation within repeats.";

  private ExplainedTables() {}

  /** The largest sources at the headline target, and for programs all at every target. */
  static List<Table> of(StudyReport report) {
    List<Explained> headline = report.headlineExplained();
    return headline.isEmpty() ? List.of() : List.of(largest(headline), all(report.explained()));
  }

  /** All problems, and each of them beside it. */
  private static Table largest(List<Explained> explained) {
    Explained main = explained.get(0);
    Table.Builder table =
        Table.of(
                "sources",
                "What explains the variance of log cost to loss "
                    + Figures.exact(main.target())
                    + ", by "
                    + main.cost().repeats()
                    + " repeats of "
                    + main.cost().cells()
                    + " cells")
            .method(METHOD)
            .head(MOST_SOURCES + 2)
            .columns("source", "share", "p");
    List<Explained> others = explained.subList(1, explained.size());
    for (int i = 0; i < others.size(); i++) {
      table.column("share_" + (i + 1), "on " + others.get(i).problem());
    }
    row(table, SEEDS, main, Double.NaN, others, cost -> Optional.of(cost.seeds()));
    for (Source source : main.cost().sources()) {
      String[] factors = source.factors().toArray(String[]::new);
      row(
          table,
          source.name(),
          main,
          source.p(),
          others,
          cost -> cost.source(factors).map(Source::share));
    }
    row(table, REST, main, Double.NaN, others, cost -> Optional.of(cost.rest()));
    return table.build();
  }

  private static void row(
      Table.Builder table,
      String name,
      Explained main,
      double p,
      List<Explained> others,
      Function<Decomposition, Optional<Estimate>> part) {
    List<Value> values = new ArrayList<>();
    values.add(Value.of(name));
    values.add(part.apply(main.cost()).map(Value::share).orElse(Value.NONE));
    values.add(Value.probability(p));
    for (Explained other : others) {
      values.add(part.apply(other.cost()).map(Value::share).orElse(Value.NONE));
    }
    table.row(values);
  }

  /** Every source at every target; the last two of each are what is left. */
  private static Table all(List<Explained> explained) {
    Table.Builder table =
        Table.of("explained", "Every source at every target")
            .method(METHOD)
            .head(0)
            .columns(
                "problem",
                "target",
                "missed",
                "repeats",
                "of",
                "source",
                "share",
                "eta_squared",
                "degrees",
                "p");
    for (Explained one : explained) {
      rows(table, one, "log cost", one.cost());
      one.success().ifPresent(success -> rows(table, one, "success", success));
    }
    return table.build();
  }

  private static void rows(
      Table.Builder table, Explained explained, String of, Decomposition parts) {
    for (Source source : parts.sources()) {
      row(
          table,
          explained,
          of,
          source.name(),
          source.share(),
          Value.of(source.etaSquared()),
          Value.of(source.degrees()),
          Value.probability(source.p()));
    }
    row(table, explained, of, REST, parts.rest(), Value.NONE, Value.NONE, Value.NONE);
    row(table, explained, of, SEEDS, parts.seeds(), Value.NONE, Value.NONE, Value.NONE);
  }

  private static void row(
      Table.Builder table,
      Explained explained,
      String of,
      String source,
      Estimate share,
      Value eta,
      Value degrees,
      Value p) {
    table.row(
        explained.overall() ? Value.NONE : Value.of(explained.problem()),
        Value.of(explained.target()),
        Value.percent(explained.missed().estimate()),
        Value.of(explained.cost().repeats()),
        Value.of(of),
        Value.of(source),
        Value.share(share),
        eta,
        degrees,
        p);
  }
}
