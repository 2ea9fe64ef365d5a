package io.sluice.cli;

import io.sluice.report.Document;
import io.sluice.report.Figure;
import io.sluice.report.HtmlRenderer;
import io.sluice.report.JsonRenderer;
import io.sluice.report.LatexRenderer;
import io.sluice.report.MarkdownRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that say as what, and where, a document is written, and the writing. */
final class DocumentChoice {

  /** What a document can be written as. */
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

    /** Reads one by its word; {@code table}, as rows are printed, is text. */
    static As read(String word) {
      return word.equals(Format.TABLE.toString()) ? TEXT : new Words<>(As.class).convert(word);
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

  /** Complains of options that cannot be followed, before anything is read. */
  void check() {
    as();
    OutputFile.check("--output", output);
  }

  /** What is to be written. */
  As as() {
    return format == null ? As.of(output) : format;
  }

  /** Chooses JSON, unless something else was chosen. */
  void json() {
    format = format == null ? As.JSON : format;
  }

  /** The file, null for standard output. */
  Path file() {
    return output;
  }

  /**
   * Writes a document.
   *
   * @param main the id of the table that it is as comma-separated values
   */
  void write(Document document, String main, Terminal terminal) throws IOException {
    write(document, main, figure -> "", terminal);
  }

  /**
   * Writes a document.
   *
   * @param address where the text that links to a figure finds it
   */
  void write(Document document, String main, Function<Figure, String> address, Terminal terminal)
      throws IOException {
    if (output != null) {
      OutputFile.write(output, text(as(), document, main, address));
    } else {
      print(as(), document, main, address, terminal);
    }
  }

  /**
   * Prints a document.
   *
   * @param main the id of the table that it is as comma-separated values
   */
  static void print(As as, Document document, String main, Terminal terminal) {
    print(as, document, main, figure -> "", terminal);
  }

  private static void print(
      As as, Document document, String main, Function<Figure, String> address, Terminal terminal) {
    if (as == As.TEXT) {
      new DocumentOutput(terminal).print(document, Format.TABLE);
    } else {
      (as == As.CSV ? terminal.rows() : terminal.out()).print(text(as, document, main, address));
      terminal.out().flush();
    }
  }

  private static String text(
      As as, Document document, String main, Function<Figure, String> address) {
    switch (as) {
      case HTML:
        return HtmlRenderer.page(document);
      case MD:
        return new MarkdownRenderer(address).of(document);
      case LATEX:
        return new LatexRenderer(address).of(document);
      case JSON:
        return JsonRenderer.of(document);
      case CSV:
        return JsonRenderer.csv(document.table(main));
      default:
        return DocumentOutput.plain(document);
    }
  }
}
