package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.report.Document;
import io.sluice.report.catalog.CatalogDocument;
import io.sluice.report.catalog.CatalogFilter;
import io.sluice.spi.Component;
import io.sluice.studies.ShippedStudies;
import io.sluice.studies.ShippedStudy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "list",
    description = "Lists what studies can name, and the studies that come with Sluice.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice list",
      "  sluice list activations",
      "  sluice list activations --where bounded,not-monotone",
      "  sluice list activations --where trainable,origin=my-activations",
      "  sluice list optimizers --where kind=population --format json",
      "  sluice list optimizers -o optimizers.html",
      "  sluice list studies"
    })
final class ListCommand implements Callable<Integer> {

  /** What can be listed. */
  enum Kind {
    ACTIVATIONS(laboratory -> laboratory.components().activationsOfLayers().entries()),
    OPTIMIZERS(laboratory -> laboratory.components().optimizersAndWrappers().entries()),
    PROBLEMS(laboratory -> laboratory.problems().entries()),
    STORES(laboratory -> laboratory.components().stores().entries()),
    STUDIES(laboratory -> List.of());

    private final Function<Laboratory, List<? extends Catalog.Entry<? extends Component>>> entries;

    Kind(Function<Laboratory, List<? extends Catalog.Entry<? extends Component>>> entries) {
      this.entries = entries;
    }

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

  @Option(
      names = "--where",
      split = ",",
      paramLabel = "PROPERTY",
      description = {
        "Only those that are so; may be repeated, and then all must hold. Activations: bounded,"
            + " monotone, oscillating, trainable, random, each also with not- before it, and"
            + " kind=scalar or kind=layer. Optimizers: kind=gradient, population, oracle or wrapper,"
            + " and invariant=loss-scale and the like. All: origin=PLUGIN, a jar or a pack by its id."
      })
  private List<String> where = new ArrayList<>();

  @Mixin private DocumentChoice output = new DocumentChoice();

  private final Workbench bench;

  ListCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    Document document = document();
    output.write(document, kind == null ? "kinds" : kind.toString(), bench.terminal());
    return CommandFailure.DONE;
  }

  private Document document() {
    if (!where.isEmpty() && (kind == null || kind == Kind.STUDIES)) {
      throw CommandFailure.wrongUsage(
          "--where needs activations, optimizers, problems or stores to choose among");
    }
    if (kind == Kind.STUDIES) {
      return CatalogDocument.studies(
          ShippedStudies.list().stream()
              .collect(
                  Collectors.toMap(
                      ShippedStudy::name,
                      ShippedStudy::question,
                      (one, other) -> one,
                      LinkedHashMap::new)));
    }
    Laboratory laboratory = bench.laboratory();
    if (kind == null) {
      return kinds(laboratory);
    }
    return CatalogDocument.of(kind.toString(), chosen(List.copyOf(kind.entries.apply(laboratory))));
  }

  private <E extends Catalog.Entry<? extends Component>> List<E> chosen(List<E> entries) {
    try {
      return CatalogFilter.chosen(kind.toString(), entries, where);
    } catch (IllegalArgumentException unknown) {
      throw CommandFailure.wrongUsage(unknown.getMessage());
    }
  }

  private static Document kinds(Laboratory laboratory) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      counts.put(
          kind.toString(),
          kind == Kind.STUDIES
              ? ShippedStudies.list().size()
              : kind.entries.apply(laboratory).size());
    }
    return CatalogDocument.kinds(counts);
  }
}
