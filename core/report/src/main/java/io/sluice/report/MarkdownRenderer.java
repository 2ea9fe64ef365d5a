package io.sluice.report;

import java.util.List;
import java.util.function.Function;

/** Writes a document as Markdown with GitHub's tables. */
public final class MarkdownRenderer {

  private final Function<Figure, String> address;

  /**
   * A renderer.
   *
   * @param address where the file of a figure lies; an empty text leaves the figure out
   */
  public MarkdownRenderer(Function<Figure, String> address) {
    this.address = address;
  }

  /** The text of the document. */
  public String of(Document document) {
    StringBuilder text = new StringBuilder("# ").append(escape(document.title())).append('\n');
    if (!document.question().isEmpty()) {
      text.append("\n*").append(escape(document.question())).append("*\n");
    }
    for (Section section : document.sections()) {
      if (!section.isSeen(this::isSeen)) {
        continue;
      }
      text.append("\n## ").append(escape(section.heading())).append('\n');
      for (Block block : section.blocks()) {
        if (block instanceof Sentences sentences) {
          sentences.sentences().forEach(one -> text.append('\n').append(escape(one)).append('\n'));
        } else if (block instanceof Sheet sheet) {
          append(text, sheet);
        } else if (block instanceof Table table && Section.isSeen(table, this::isSeen)) {
          table.narrow().parts().forEach(part -> append(text, part));
        } else if (block instanceof Figure figure && isSeen(figure)) {
          text.append("\n![").append(escape(figure.caption())).append("](");
          text.append(link(address.apply(figure))).append(")\n");
        } else if (block instanceof Code code) {
          String fence = fence(code.text());
          text.append('\n').append(escape(code.caption())).append(":\n\n").append(fence);
          text.append('\n').append(code.text()).append('\n').append(fence).append('\n');
        }
      }
    }
    return text.toString();
  }

  private boolean isSeen(Figure figure) {
    return !address.apply(figure).isEmpty();
  }

  private static void append(StringBuilder text, Sheet sheet) {
    text.append('\n');
    for (Sheet.Property property : sheet.plain()) {
      text.append("- ");
      if (!property.label().isEmpty()) {
        text.append("**").append(escape(property.label())).append("**: ");
      }
      List<String> lines = property.lines().stream().map(MarkdownRenderer::escape).toList();
      text.append(String.join("  \n  ", lines)).append('\n');
    }
    sheet.tables().forEach(table -> append(text, table));
  }

  private static void append(StringBuilder text, Table table) {
    text.append('\n');
    if (!table.caption().isEmpty()) {
      text.append("**").append(escape(table.caption())).append("**\n\n");
    }
    row(text, table.columns().stream().map(Column::heading).toList());
    text.append('|');
    for (int i = 0; i < table.columns().size(); i++) {
      text.append(table.isNumeric(i) ? " ---: |" : " --- |");
    }
    text.append('\n');
    table.headRows().forEach(row -> row(text, row.stream().map(Value::text).toList()));
    if (table.rest() > 0) {
      text.append("\n… and ").append(table.rest()).append(" more.\n");
    }
    if (!table.method().isEmpty()) {
      text.append('\n').append(escape(table.method())).append('\n');
    }
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(escape(cell)).append(" |"));
    text.append('\n');
  }

  /** A fence that the text does not have. */
  private static String fence(String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence;
  }

  /** An address as a link has it: a blank or a bracket would end it. */
  private static String link(String address) {
    return address
        .replace("%", "%25")
        .replace(" ", "%20")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace(">", "%3E");
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if ("\\`*_[]<>|#&~$".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    return escaped.toString();
  }
}
