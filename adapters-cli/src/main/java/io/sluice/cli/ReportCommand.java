package io.sluice.cli;

import io.sluice.analysis.StudyRows;
import io.sluice.report.Document;
import io.sluice.report.Figure;
import io.sluice.report.HtmlRenderer;
import io.sluice.report.JsonRenderer;
import io.sluice.report.LatexRenderer;
import io.sluice.report.MarkdownRenderer;
import io.sluice.report.StudyDocument;
import io.sluice.report.figure.Styles;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = {
      "Says everything about a study that a store has: the answer with its uncertainty, what"
          + " explains what, rankings, failures, where it comes from.",
      "As html it is one file that needs no network; its figures are drawings with their numbers"
          + " beside them. The report is made from the store alone, so it can be made again at any"
          + " time and is the same bytes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice report article -o article.html",
      "  sluice report article --format md --figures figures > article.md",
      "  sluice report article --format json | jq .answer"
    })
final class ReportCommand implements Callable<Integer> {

  private static final int TOP = 10;

  /** What a report can be written as. */
  enum As {
    TEXT("txt"),
    HTML("html", "htm"),
    MD("md", "markdown"),
    LATEX("tex"),
    JSON("json");

    private final List<String> endings;

    As(String... endings) {
      this.endings = List.of(endings);
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What the ending of a file says; text for standard output. */
    static As of(Path file) {
      if (file == null) {
        return TEXT;
      }
      String name = file.getFileName().toString();
      String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      return Arrays.stream(values())
          .filter(as -> as.endings.contains(ending))
          .findFirst()
          .orElseThrow(
              () ->
                  CommandFailure.wrongUsage(
                      "-o "
                          + file
                          + " ends in none of "
                          + Arrays.stream(values())
                              .map(as -> "." + as.endings.get(0))
                              .collect(Collectors.joining(", "))
                          + "; say what it is with --format"));
    }
  }

  @Parameters(
      paramLabel = "STUDY",
      description = "Its id in the store, or its name for the one begun last.")
  private String study;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How to write it: ${COMPLETION-CANDIDATES}; preset: what the ending of the file says,"
              + " else text.")
  private As format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file instead of standard output.")
  private Path output;

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "Write each figure as SVG, and its numbers as CSV, to this folder as well.")
  private Path figures;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many contenders of each ranking are seen at first; preset: 10.")
  private int top = TOP;

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  private final Workbench bench;

  ReportCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw CommandFailure.wrongUsage("--top must be at least 1, not " + top);
    }
    As as = format == null ? As.of(output) : format;
    OutputFile.check("--output", output);
    Document document = StudyDocument.of(rows(), top);
    if (figures != null) {
      writeFigures(document);
    }
    if (output != null) {
      OutputFile.write(output, text(document, as));
    } else if (as == As.TEXT) {
      new DocumentOutput(bench.terminal()).print(document, Format.TABLE);
    } else {
      bench.terminal().out().print(text(document, as));
      bench.terminal().out().flush();
    }
    return CommandFailure.DONE;
  }

  private StudyRows rows() {
    try (ResultStore store = StoredStudies.open(bench, storeChoice.url())) {
      StudyHeader header = StoredStudies.find(store, study, storeChoice.url());
      return StudyRows.collect(header, store);
    }
  }

  private void writeFigures(Document document) throws IOException {
    Files.createDirectories(figures);
    for (Figure figure : document.figures()) {
      OutputFile.write(figures.resolve(figure.id() + ".svg"), Styles.standalone(figure.svg()));
      OutputFile.write(figures.resolve(figure.id() + ".csv"), JsonRenderer.csv(figure.data()));
    }
  }

  private String text(Document document, As as) {
    switch (as) {
      case HTML:
        return HtmlRenderer.page(document);
      case MD:
        return new MarkdownRenderer(this::address).of(document);
      case LATEX:
        return new LatexRenderer(this::address).of(document);
      case JSON:
        return JsonRenderer.of(document);
      default:
        return DocumentOutput.plain(document);
    }
  }

  /** Where the text that links to a figure finds it. */
  private String address(Figure figure) {
    if (figures == null) {
      return "";
    }
    Path folder = output == null ? Path.of("") : output.toAbsolutePath().getParent();
    Path file = figures.resolve(figure.id() + ".svg");
    return folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }
}
