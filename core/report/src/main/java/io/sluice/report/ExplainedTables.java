package io.sluice.report;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Explained;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
                "What explains the variance of "
                    + main.response().name()
                    + ", by "
                    + main.decomposition().repeats()
                    + " repeats of "
                    + main.decomposition().cells()
                    + " cells")
            .method(METHOD)
            .head(MOST_SOURCES + 2)
            .columns("source", "share", "p");
    List<Explained> others = explained.subList(1, explained.size());
    for (int i = 0; i < others.size(); i++) {
      table.column("share_" + (i + 1), "on " + others.get(i).problem());
    }
    row(table, SEEDS, main, Double.NaN, others, cost -> Optional.of(cost.seeds()));
    for (Source source : main.decomposition().sources()) {
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
    values.add(part.apply(main.decomposition()).map(Value::share).orElse(Value.NONE));
    values.add(Value.probability(p));
    for (Explained other : others) {
      values.add(part.apply(other.decomposition()).map(Value::share).orElse(Value.NONE));
    }
    table.row(values);
  }

  /** Every source of every response; the last two of each are what is left. */
  private static Table all(List<Explained> explained) {
    Table.Builder table =
        Table.of("explained", "Every source of every response")
            .method(METHOD)
            .head(0)
            .columns(
                "response",
                "method",
                "where",
                "target",
                "missed",
                "repeats",
                "source",
                "share",
                "eta_squared",
                "degrees",
                "p");
    for (Explained one : explained) {
      Decomposition parts = one.decomposition();
      for (Source source : parts.sources()) {
        table.row(
            row(
                one,
                source.name(),
                source.share(),
                Value.of(source.etaSquared()),
                Value.of(source.degrees()),
                Value.probability(source.p())));
      }
      table.row(row(one, REST, parts.rest(), Value.NONE, Value.NONE, Value.NONE));
      table.row(row(one, SEEDS, parts.seeds(), Value.NONE, Value.NONE, Value.NONE));
    }
    return table.build();
  }

  private static List<Value> row(
      Explained explained, String source, Estimate share, Value eta, Value degrees, Value p) {
    return List.of(
        Value.of(explained.response().name()),
        Value.of(explained.method().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
        explained.overall() ? Value.NONE : Value.of(where(explained)),
        Double.isNaN(explained.target()) ? Value.NONE : Value.of(explained.target()),
        Value.percent(explained.missed().estimate()),
        Value.of(explained.decomposition().repeats()),
        Value.of(source),
        Value.share(share),
        eta,
        degrees,
        p);
  }

  /** {@code problem=edge}. */
  private static String where(Explained explained) {
    return explained.where().entrySet().stream()
        .map(level -> level.getKey() + "=" + level.getValue())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
