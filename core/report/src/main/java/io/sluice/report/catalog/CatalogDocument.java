package io.sluice.report.catalog;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.catalog.Settings;
import io.sluice.report.Document;
import io.sluice.report.Section;
import io.sluice.report.Table;
import io.sluice.report.Value;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import io.sluice.spi.ResultStoreProvider;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** Lists of what studies can name: a table of one row for each. */
public final class CatalogDocument {

  /** The kind whose list is of activations. */
  public static final String ACTIVATIONS = "activations";

  /** The kind whose list is of optimizers and what is put around them. */
  public static final String OPTIMIZERS = "optimizers";

  /** The kind whose list is of problems. */
  public static final String PROBLEMS = "problems";

  /** The kind whose list is of stores. */
  public static final String STORES = "stores";

  /** How many letters of a formula, and of the presets, a terminal shows. */
  private static final int FORMULA = 48;

  private static final int PRESETS = 32;
  private static final MathContext DIGITS = new MathContext(5);

  private CatalogDocument() {}

  /**
   * The list of some entries.
   *
   * @param kind one of the kinds above, the id of the table
   */
  public static Document of(
      String kind, List<? extends Catalog.Entry<? extends Component>> entries) {
    switch (kind) {
      case ACTIVATIONS:
        return document(kind, activations(entries));
      case OPTIMIZERS:
        return document(kind, optimizers(entries));
      case PROBLEMS:
        return document(kind, problems(entries));
      case STORES:
        return document(kind, stores(entries));
      default:
        throw new IllegalArgumentException("no list of \"" + kind + "\"");
    }
  }

  /** The list of studies, each with its question. */
  public static Document studies(Map<String, String> questions) {
    Table.Builder table = Table.of("studies", "").columns("name", "question");
    questions.forEach((name, question) -> table.row(Value.of(name), Value.of(question)));
    return document("studies", table);
  }

  /** How many there are of each kind, and the command that lists them. */
  public static Document kinds(Map<String, Integer> counts) {
    Table.Builder table = Table.of("kinds", "").columns("kind", "count", "listed_by");
    counts.forEach(
        (kind, count) ->
            table.row(Value.of(kind), Value.of((long) count), Value.of("sluice list " + kind)));
    return document("kinds", table);
  }

  private static Document document(String kind, Table.Builder table) {
    String heading = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    return new Document(
        heading, "", Map.of(), List.of(new Section("list", heading, List.of(table.build()))));
  }

  private static Table.Builder activations(
      List<? extends Catalog.Entry<? extends Component>> entries) {
    Table.Builder table =
        Table.of(ACTIVATIONS, "")
            .columns("id", "kind", "aliases")
            .cut("formula", FORMULA)
            .columns("range")
            .cut("hyperparameters", PRESETS)
            .columns("origin");
    // Those of formulas are derived when first asked for, which can be done side by side.
    entries.parallelStream().forEach(entry -> ((ActivationFunction) entry.component()).range());
    for (Catalog.Entry<? extends Component> entry : entries) {
      ActivationFunction activation = (ActivationFunction) entry.component();
      Description description = activation.description();
      Interval range = activation.range();
      table.row(
          Value.of(entry.id()),
          Value.of(ComponentFacts.kind(activation)),
          Value.of(description.aliases()),
          Value.of(description.formula().isEmpty() ? description.summary() : description.formula()),
          new Value(shown(range).toString(), range.toString()),
          Value.of(Settings.presets(activation)),
          Value.of(entry.origin().toString()));
    }
    return table;
  }

  /** A range with the first digits of its ends. */
  private static Interval shown(Interval range) {
    double lower = rounded(range.lower());
    double upper = rounded(range.upper());
    return lower < upper
        ? new Interval(lower, upper, range.lowerAttained(), range.upperAttained())
        : range;
  }

  private static double rounded(double end) {
    return Double.isInfinite(end) ? end : new BigDecimal(end).round(DIGITS).doubleValue();
  }

  private static Table.Builder optimizers(
      List<? extends Catalog.Entry<? extends Component>> entries) {
    Table.Builder table =
        Table.of(OPTIMIZERS, "").columns("id", "kind", "summary", "hyperparameters", "origin");
    for (Catalog.Entry<? extends Component> entry : entries) {
      table.row(
          Value.of(entry.id()),
          Value.of(OptimizerKind.of(entry.component()).id()),
          Value.of(entry.component().description().summary()),
          Value.of(Settings.presets(entry.component())),
          Value.of(entry.origin().toString()));
    }
    return table;
  }

  private static Table.Builder problems(
      List<? extends Catalog.Entry<? extends Component>> entries) {
    Table.Builder table = Table.of(PROBLEMS, "").columns("id", "summary", "hyperparameters");
    for (Catalog.Entry<? extends Component> entry : entries) {
      table.row(
          Value.of(entry.id()),
          Value.of(entry.component().description().summary()),
          Value.of(Settings.presets(entry.component())));
    }
    return table;
  }

  private static Table.Builder stores(List<? extends Catalog.Entry<? extends Component>> entries) {
    Table.Builder table = Table.of(STORES, "").columns("id", "summary", "examples", "origin");
    for (Catalog.Entry<? extends Component> entry : entries) {
      table.row(
          Value.of(entry.id()),
          Value.of(entry.component().description().summary()),
          Value.of(((ResultStoreProvider) entry.component()).examples()),
          Value.of(entry.origin().toString()));
    }
    return table;
  }
}
