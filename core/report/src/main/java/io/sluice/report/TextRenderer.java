package io.sluice.report;

import io.sluice.engine.text.DisplayWidth;
import io.sluice.engine.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Writes a document for a terminal. Of figures it shows those that have panels. */
public final class TextRenderer {

  /** Where lines go. */
  public interface Page {

    /** A line that is a heading. */
    void heading(String heading);

    /** A line. */
    void line(String text);

    /** Whether it can show every character. */
    default boolean unicode() {
      return true;
    }
  }

  private static final int MOST_CONTENDERS = 10;

  /** How many columns labels of properties take, at least. */
  private static final int LABEL = 10;

  private final Page page;
  private final int width;

  /**
   * A renderer.
   *
   * @param width how many columns a line of sentences may take, 0 for any number
   */
  public TextRenderer(Page page, int width) {
    this.page = page;
    this.width = width;
  }

  /** Writes everything; a section that is alone and answers no question needs no heading. */
  public void write(Document document) {
    boolean first = true;
    List<Section> seen =
        document.sections().stream()
            .filter(section -> section.isSeen(TextRenderer::isDrawn))
            .toList();
    boolean headed = seen.size() > 1 || !document.question().isEmpty();
    for (Section section : seen) {
      if (!first) {
        page.line("");
      }
      if (headed) {
        heading(first && !document.question().isEmpty() ? document.question() : section.heading());
      }
      first = false;
      blocks(section);
    }
  }

  private void blocks(Section section) {
    boolean below = false;
    for (Block block : section.blocks()) {
      if (below && shows(block)) {
        page.line("");
      }
      below |= shows(block);
      if (block instanceof Sentences sentences) {
        sentences.sentences().forEach(this::sentence);
      } else if (block instanceof Table table && table.head() > 0) {
        List<Table> parts = table.narrow().parts();
        for (int i = 0; i < parts.size(); i++) {
          if (i > 0) {
            page.line("");
          }
          captioned(parts.get(i));
        }
      } else if (block instanceof Sheet sheet) {
        sheet(sheet);
      } else if (block instanceof Figure figure) {
        panels(figure);
      } else if (block instanceof Code code) {
        page.line(code.caption() + ":");
        code.text().lines().forEach(line -> page.line("  " + line));
      }
    }
  }

  /**
   * Writes the short form: the answer, the head of each ranking, and how published figures agree.
   *
   * @param lines how many lines there may be; an answer that is longer is shown whole
   * @param top how many contenders of each ranking, 0 for as many as there is room for
   */
  public void writeBrief(Document document, int lines, int top) {
    List<String> answer =
        document.sections().get(0).blocks().stream()
            .filter(Sentences.class::isInstance)
            .flatMap(block -> ((Sentences) block).sentences().stream())
            .flatMap(sentence -> wrapped(sentence).stream())
            .toList();
    int left = lines - answer.size();
    if (!document.question().isEmpty()) {
      heading(document.question());
      left -= wrapped(document.question()).size();
    }
    answer.forEach(page::line);
    Table rankings = document.table(StudyDocument.RANKINGS).narrow();
    int problems = rankings.parts().size();
    int room = problems == 0 ? 0 : (left - 4) / problems;
    int rows = top > 0 ? top : Math.max(1, Math.min(MOST_CONTENDERS, room));
    if (problems > 0) {
      page.line("");
      Table head = rankings.cut(rows);
      table(problems == 1 ? head.parts().get(0) : head.whole());
      int rest = rankings.rows().size() - head.rows().size();
      if (rest > 0) {
        page.line("… and " + rest + " more");
      }
    }
    for (Section section : document.sections()) {
      if (section.id().equals(PublishedTable.PUBLISHED)) {
        page.line("");
        blocks(section);
      }
    }
  }

  private static boolean shows(Block block) {
    return Section.isSeen(block, TextRenderer::isDrawn);
  }

  private static boolean isDrawn(Figure figure) {
    return !figure.panels().isEmpty();
  }

  private void sheet(Sheet sheet) {
    int width =
        sheet.properties().stream()
            .mapToInt(property -> DisplayWidth.of(property.label()) + 1)
            .reduce(LABEL, Math::max);
    for (Sheet.Property property : sheet.properties()) {
      String label = property.label();
      for (String line : property.lines()) {
        page.line("  " + label + " ".repeat(width - DisplayWidth.of(label)) + line);
        label = "";
      }
    }
  }

  private void panels(Figure figure) {
    for (int i = 0; i < figure.panels().size(); i++) {
      if (i > 0) {
        page.line("");
      }
      CharacterPlot.lines(figure.panels().get(i), page.unicode()).forEach(page::line);
    }
  }

  private void captioned(Table table) {
    table(table);
    if (table.rest() > 0) {
      page.line("… and " + table.rest() + " more");
    }
  }

  private void table(Table table) {
    boolean[] right = new boolean[table.columns().size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = table.isNumeric(i);
    }
    List<String> lines =
        TextTable.lines(
            table.columns().stream().map(Column::heading).toList(),
            table.headRows().stream().map(row -> cells(table, row)).toList(),
            right);
    if (table.caption().isEmpty()) {
      page.heading(lines.get(0));
      lines = lines.subList(1, lines.size());
    } else {
      page.heading(table.caption());
    }
    lines.forEach(page::line);
  }

  private static List<String> cells(Table table, List<Value> row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String text = VisibleText.line(row.get(i).text());
      int most = table.columns().get(i).most();
      cells.add(most == 0 ? text : DisplayWidth.shortened(text, most));
    }
    return cells;
  }

  private void heading(String text) {
    wrapped(text).forEach(line -> page.heading(line));
  }

  private void sentence(String sentence) {
    wrapped(sentence).forEach(page::line);
  }

  /** The text in lines that break at blanks. */
  private List<String> wrapped(String text) {
    String whole = text.replaceAll("\\s+", " ").strip();
    if (width <= 0 || DisplayWidth.of(whole) <= width) {
      return List.of(whole);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : whole.split(" ")) {
      if (line.length() > 0 && DisplayWidth.of(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
