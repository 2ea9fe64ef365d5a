package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.catalog.Settings;
import io.sluice.engine.problem.ProblemDefinition;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.studies.ShippedStudies;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "list",
    description = "Lists what studies can name, and the studies that come with Sluice.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice list",
      "  sluice list activations",
      "  sluice list optimizers --format json",
      "  sluice list studies"
    })
final class ListCommand implements Callable<Integer> {

  /** How many letters of a formula, and of the presets, a table shows. */
  private static final int FORMULA = 48;

  private static final int PRESETS = 32;
  private static final MathContext DIGITS = new MathContext(5);

  /** What can be listed. */
  enum Kind {
    ACTIVATIONS,
    OPTIMIZERS,
    PROBLEMS,
    STORES,
    STUDIES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      description = "${COMPLETION-CANDIDATES}; preset: how many there are of each.")
  private Kind kind;

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  ListCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    listing().print(format.format(), bench.terminal());
    return CommandFailure.DONE;
  }

  private Listing listing() {
    if (kind == null) {
      return kinds(bench.laboratory());
    }
    switch (kind) {
      case ACTIVATIONS:
        return activations(bench.laboratory());
      case OPTIMIZERS:
        return optimizers(bench.laboratory());
      case PROBLEMS:
        return problems(bench.laboratory());
      case STORES:
        return stores(bench.laboratory());
      default:
        return studies();
    }
  }

  private static Listing kinds(Laboratory laboratory) {
    Components components = laboratory.components();
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    counts.put(Kind.ACTIVATIONS, components.activationsOfLayers().entries().size());
    counts.put(Kind.OPTIMIZERS, components.optimizersAndWrappers().entries().size());
    counts.put(Kind.PROBLEMS, laboratory.problems().entries().size());
    counts.put(Kind.STORES, components.stores().entries().size());
    counts.put(Kind.STUDIES, ShippedStudies.list().size());
    Listing listing = new Listing("kind", "count", "listed_by");
    counts.forEach((kind, count) -> listing.row(kind.toString(), count, "sluice list " + kind));
    return listing;
  }

  private static Listing activations(Laboratory laboratory) {
    Listing listing =
        new Listing("id", "kind", "aliases", "formula", "range", "hyperparameters", "origin");
    List<Catalog.Entry<ActivationFunction>> entries =
        laboratory.components().activationsOfLayers().entries();
    // Those of formulas are derived when first asked for, which can be done side by side.
    entries.parallelStream().forEach(entry -> entry.component().range());
    for (Catalog.Entry<ActivationFunction> entry : entries) {
      ActivationFunction activation = entry.component();
      Description description = activation.description();
      Interval range = activation.range();
      listing.row(
          entry.id(),
          activation instanceof LayerActivation ? "layer" : "scalar",
          description.aliases(),
          Listing.cut(
              description.formula().isEmpty() ? description.summary() : description.formula(),
              FORMULA),
          new Listing.Rounded(range.toString(), shown(range).toString()),
          Listing.cut(Settings.presets(activation), PRESETS),
          entry.origin().toString());
    }
    return listing;
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

  private static Listing optimizers(Laboratory laboratory) {
    Listing listing = new Listing("id", "kind", "summary", "hyperparameters", "origin");
    for (Catalog.Entry<Component> entry :
        laboratory.components().optimizersAndWrappers().entries()) {
      listing.row(
          entry.id(),
          OptimizerKind.of(entry.component()).id(),
          entry.component().description().summary(),
          Settings.presets(entry.component()),
          entry.origin().toString());
    }
    return listing;
  }

  private static Listing problems(Laboratory laboratory) {
    Listing listing = new Listing("id", "summary", "hyperparameters");
    for (Catalog.Entry<ProblemDefinition> entry : laboratory.problems().entries()) {
      listing.row(
          entry.id(),
          entry.component().description().summary(),
          Settings.presets(entry.component()));
    }
    return listing;
  }

  private static Listing stores(Laboratory laboratory) {
    Listing listing = new Listing("id", "summary", "examples", "origin");
    for (Catalog.Entry<ResultStoreProvider> entry : laboratory.components().stores().entries()) {
      listing.row(
          entry.id(),
          entry.component().description().summary(),
          entry.component().examples(),
          entry.origin().toString());
    }
    return listing;
  }

  private static Listing studies() {
    Listing listing = new Listing("name", "question");
    ShippedStudies.list().forEach(study -> listing.row(study.name(), study.question()));
    return listing;
  }
}
