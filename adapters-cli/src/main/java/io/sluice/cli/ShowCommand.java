package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Component;
import io.sluice.studies.ShippedStudies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = {
      "Shows what an activation, an optimizer, a problem or a kind of store is: formula, source,"
          + " presets, origin; of an activation also a plot of f and f'.",
      "Of a study that comes with Sluice it prints the text, to begin one's own with."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice show tanh",
      "  sluice show gelu --from -3 --to 3",
      "  sluice show article > my-study.yaml"
    })
final class ShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "An id, an alias or the name of a study.")
  private String id;

  @Option(
      names = "--from",
      paramLabel = "X",
      defaultValue = "-5",
      description = "Where the plot begins; preset: ${DEFAULT-VALUE}.")
  private double from;

  @Option(
      names = "--to",
      paramLabel = "X",
      defaultValue = "5",
      description = "Where the plot ends; preset: ${DEFAULT-VALUE}.")
  private double to;

  private final Workbench bench;

  ShowCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
      throw CommandFailure.wrongUsage(
          "a plot goes from a number to a larger one, not from " + from + " to " + to);
    }
    List<String> lines = new ArrayList<>();
    Laboratory laboratory = bench.laboratory();
    for (Kind<?> kind : kinds(laboratory)) {
      kind.show(id, new ComponentSheet(bench.terminal(), from, to), lines);
    }
    if (ShippedStudies.contains(id)) {
      lines.addAll(ShippedStudies.text(id).lines().toList());
    }
    if (lines.isEmpty()) {
      throw unknown(laboratory);
    }
    lines.forEach(bench.terminal().out()::println);
    return CommandFailure.DONE;
  }

  private CommandFailure unknown(Laboratory laboratory) {
    List<String> words = new ArrayList<>();
    kinds(laboratory).forEach(kind -> words.addAll(kind.names()));
    ShippedStudies.list().forEach(study -> words.add(study.name()));
    return CommandFailure.wrongUsage(
        "no activation, optimizer, problem, store or study \""
            + id
            + "\""
            + NearestWord.hint(id, words));
  }

  private static List<Kind<?>> kinds(Laboratory laboratory) {
    return List.of(
        new Kind<>("activation", laboratory.components().activationsOfLayers()),
        new Kind<>("optimizer", laboratory.components().optimizers()),
        new Kind<>("problem", laboratory.problems()),
        new Kind<>("store", laboratory.components().stores()));
  }

  /** A kind of component with its catalog. */
  private record Kind<T extends Component>(String word, Catalog<T> catalog) {

    void show(String id, ComponentSheet sheet, List<String> lines) {
      catalog
          .find(id)
          .ifPresent(
              entry -> {
                if (!lines.isEmpty()) {
                  lines.add("");
                }
                lines.addAll(sheet.lines(word, entry));
              });
    }

    List<String> names() {
      return catalog.entries().stream()
          .flatMap(
              entry ->
                  Stream.concat(
                      Stream.of(entry.id()), entry.component().description().aliases().stream()))
          .toList();
    }
  }
}
