package io.sluice.cli;

import io.sluice.analysis.StudyRows;
import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Standing;
import io.sluice.report.ClaimListDocument;
import io.sluice.report.Document;
import io.sluice.report.Figure;
import io.sluice.report.JsonRenderer;
import io.sluice.report.StudyDocument;
import io.sluice.report.figure.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a report is written, and the writing. */
final class ReportOutput {

  private static final int TOP = 10;

  @Mixin private DocumentChoice choice = new DocumentChoice();

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "Write each figure as SVG, and its numbers as CSV, to this folder as well.")
  private Path figures;

  @Mixin private TopChoice top = new TopChoice();

  /** Complains of options that cannot be followed, before anything is read. */
  void check() {
    top.or(TOP);
    choice.check();
  }

  /** Writes the report on these rows. */
  void write(StudyRows rows, Terminal terminal) throws IOException {
    write(rows, Map.of(), terminal);
  }

  /** Writes the report on these rows, and on claims that they are evidence for. */
  void write(StudyRows rows, Map<Claim, Standing> claims, Terminal terminal) throws IOException {
    boolean whole = choice.as() == DocumentChoice.As.CSV || choice.as() == DocumentChoice.As.JSON;
    Document document =
        ClaimListDocument.in(
            StudyDocument.of(rows, top.or(whole ? Integer.MAX_VALUE : TOP)), claims);
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
    choice.write(document, main, this::address, terminal);
  }

  private void writeFigures(Document document) throws IOException {
    Files.createDirectories(figures);
    for (Figure figure : document.figures()) {
      OutputFile.write(figures.resolve(figure.id() + ".svg"), Styles.standalone(figure.svg()));
      OutputFile.write(figures.resolve(figure.id() + ".csv"), JsonRenderer.csv(figure.data()));
    }
  }

  /** Where the text that links to a figure finds it. */
  private String address(Figure figure) {
    if (figures == null) {
      return "";
    }
    Path output = choice.file();
    Path folder = output == null ? Path.of("") : output.toAbsolutePath().getParent();
    Path file = figures.resolve(figure.id() + ".svg");
    return folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }
}
