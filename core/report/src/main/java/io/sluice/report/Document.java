package io.sluice.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is said of a study: made once from its rows, and then shown as text, HTML, Markdown, LaTeX
 * or JSON.
 *
 * @param title the study's name
 * @param question what it asks; may be empty
 * @param facts what a program wants to know first, by name: texts, numbers and maps of these
 * @param sections the answer first
 */
public record Document(
    String title, String question, Map<String, Object> facts, List<Section> sections) {

  public Document {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(question, "question");
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    sections = List.copyOf(sections);
  }

  /** Every table, those behind figures last. */
  public List<Table> tables() {
    return Stream.concat(
            blocks().filter(Table.class::isInstance).map(Table.class::cast),
            figures().stream().map(Figure::data))
        .toList();
  }

  /** The table with this id, or the properties with it as a table. */
  public Table table(String id) {
    Stream<Table> sheets =
        blocks().filter(Sheet.class::isInstance).map(sheet -> ((Sheet) sheet).table());
    return Stream.concat(sheets, tables().stream())
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The document with only so many rows of a table, of each of its parts. */
  public Document cut(String id, int rows) {
    return new Document(
        title,
        question,
        facts,
        sections.stream()
            .map(
                section ->
                    new Section(
                        section.id(),
                        section.heading(),
                        section.blocks().stream()
                            .map(
                                block ->
                                    block instanceof Table table && table.id().equals(id)
                                        ? table.cut(rows)
                                        : block)
                            .toList()))
            .toList());
  }

  /** Every figure. */
  public List<Figure> figures() {
    return blocks().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
  }

  private Stream<Block> blocks() {
    return sections.stream().flatMap(section -> section.blocks().stream());
  }
}
