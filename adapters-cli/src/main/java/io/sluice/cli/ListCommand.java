package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.problem.ProblemDefinition;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import io.sluice.spi.Optimizer;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.VectorActivation;
import io.sluice.studies.ShippedStudies;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "list",
    description = "Lists what studies can name, and the studies that come with Sluice.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice list activations",
      "  sluice list optimizers --format json",
      "  sluice list studies"
    })
final class ListCommand implements Callable<Integer> {

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

  @Parameters(paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
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

  private static Listing activations(Laboratory laboratory) {
    Listing listing =
        new Listing("id", "kind", "aliases", "formula", "range", "hyperparameters", "origin");
    for (Catalog.Entry<Component> entry : laboratory.components().activationsOfLayers().entries()) {
      Component activation = entry.component();
      boolean vector = activation instanceof VectorActivation;
      Description description = activation.description();
      Interval range =
          vector ? ((VectorActivation) activation).range() : ((Activation) activation).range();
      listing.row(
          entry.id(),
          vector ? "vector" : "scalar",
          description.aliases(),
          description.formula().isEmpty() ? description.summary() : description.formula(),
          range.toString(),
          ComponentText.presets(activation),
          entry.origin().toString());
    }
    return listing;
  }

  private static Listing optimizers(Laboratory laboratory) {
    Listing listing = new Listing("id", "kind", "summary", "hyperparameters", "origin");
    for (Catalog.Entry<Optimizer> entry : laboratory.components().optimizers().entries()) {
      listing.row(
          entry.id(),
          entry.component() instanceof PopulationOptimizer ? "population" : "gradient",
          entry.component().description().summary(),
          ComponentText.presets(entry.component()),
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
          ComponentText.presets(entry.component()));
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
