package io.sluice.cli;

import io.sluice.engine.text.VisibleText;
import io.sluice.report.Document;
import io.sluice.report.JsonRenderer;
import io.sluice.report.StudyDocument;
import io.sluice.report.TextRenderer;

/** Prints documents. */
final class DocumentOutput {

  private final Terminal terminal;

  DocumentOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The answer and the heads of the rankings, in so many lines if they are enough. */
  void brief(Document document, int lines, int top) {
    text().writeBrief(document, lines, top);
  }

  /** The whole document as text or JSON, or the rankings as comma-separated values. */
  void print(Document document, Format format) {
    switch (format) {
      case JSON:
        terminal.out().print(JsonRenderer.of(document));
        break;
      case CSV:
        terminal.rows().print(JsonRenderer.csv(document.table(StudyDocument.RANKINGS)));
        break;
      default:
        text().write(document);
    }
    terminal.out().flush();
  }

  /** The document as a text for a file. */
  static String plain(Document document) {
    StringBuilder text = new StringBuilder();
    TextRenderer.Page page =
        new TextRenderer.Page() {
          @Override
          public void heading(String heading) {
            line(heading);
          }

          @Override
          public void line(String line) {
            text.append(VisibleText.line(line)).append('\n');
          }
        };
    new TextRenderer(page, 0).write(document);
    return text.toString();
  }

  /** Sentences are broken into lines where a person reads them, and left whole for a program. */
  private TextRenderer text() {
    int width = terminal.output().watched() ? WindowWidth.ofSystem().getAsInt() : 0;
    return new TextRenderer(
        new TextRenderer.Page() {
          @Override
          public void heading(String heading) {
            terminal.printHeading(heading, "");
          }

          @Override
          public void line(String text) {
            terminal.printLine(text);
          }

          @Override
          public boolean unicode() {
            return terminal.unicode();
          }
        },
        width);
  }
}
