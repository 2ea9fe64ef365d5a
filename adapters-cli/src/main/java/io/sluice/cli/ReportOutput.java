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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a report is written, and the writing. */
final class ReportOutput {

  private static final int TOP = 10;

  /** What a report can be written as. */
  enum As {
    TEXT("txt"),
    HTML("html", "htm"),
    MD("md", "markdown"),
    LATEX("tex"),
    JSON("json"),
    CSV("csv");

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

  @Mixin private TopChoice top = new TopChoice();

  /** Complains of options that cannot be followed, before anything is read. */
  void check() {
    top.or(TOP);
    as();
    OutputFile.check("--output", output);
  }

  /** Writes the report on these rows. */
  void write(StudyRows rows, Terminal terminal) throws IOException {
    int all = as() == As.CSV || as() == As.JSON ? Integer.MAX_VALUE : TOP;
    Document document = StudyDocument.of(rows, top.or(all));
    write(
        document.cut(StudyDocument.RANKINGS, top.or(Integer.MAX_VALUE)),
        StudyDocument.RANKINGS,
        terminal);
  }

  /**
   * Writes a document.
   *
   * @param main the id of the table that it is as comma-separated values
   */
  void write(Document document, String main, Terminal terminal) throws IOException {
    if (figures != null) {
      writeFigures(document);
    }
    if (output != null) {
      OutputFile.write(output, text(document, main));
    } else if (as() == As.TEXT) {
      new DocumentOutput(terminal).print(document, Format.TABLE);
    } else {
      terminal.out().print(text(document, main));
      terminal.out().flush();
    }
  }

  private As as() {
    return format == null ? As.of(output) : format;
  }

  private void writeFigures(Document document) throws IOException {
    Files.createDirectories(figures);
    for (Figure figure : document.figures()) {
      OutputFile.write(figures.resolve(figure.id() + ".svg"), Styles.standalone(figure.svg()));
      OutputFile.write(figures.resolve(figure.id() + ".csv"), JsonRenderer.csv(figure.data()));
    }
  }

  private String text(Document document, String main) {
    switch (as()) {
      case HTML:
        return HtmlRenderer.page(document);
      case MD:
        return new MarkdownRenderer(this::address).of(document);
      case LATEX:
        return new LatexRenderer(this::address).of(document);
      case JSON:
        return JsonRenderer.of(document);
      case CSV:
        return JsonRenderer.csv(document.table(main));
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
