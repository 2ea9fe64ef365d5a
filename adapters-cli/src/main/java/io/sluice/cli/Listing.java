package io.sluice.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.text.CsvText;
import io.sluice.engine.text.DisplayWidth;
import io.sluice.engine.text.NumberText;
import io.sluice.engine.text.VisibleText;
import io.sluice.report.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows to be printed in any {@link Format}. A value is a text, a whole or floating-point number, a
 * list of texts, a map from names to numbers, null for none, or {@link Rounded}.
 */
final class Listing {

  /** Made when it is needed: it takes longer than a table. */
  private static final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    /** Ends lines alike on every system, whatever a plugin says of it. */
    static final ObjectWriter PRINTER =
        MAPPER.writer(
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    static final ObjectWriter ROWS = PRINTER.without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private final List<String> columns;
  private final List<List<Object>> own = new ArrayList<>();
  private Supplier<Stream<List<Object>>> rows = own::stream;

  /** A listing with these columns; words are joined by underscores, as in exports. */
  Listing(String... columns) {
    this.columns = List.of(columns);
  }

  /**
   * A value that a table shows in other words.
   *
   * @param exact what CSV and JSON get
   * @param text what a table shows
   */
  record Rounded(Object exact, String text) {}

  /** The value, of which a table shows only the beginning if it takes more than so many columns. */
  static Rounded cut(Object value, int columns) {
    String text = VisibleText.line(text(value));
    return new Rounded(value, DisplayWidth.shortened(text, columns));
  }

  /** Adds a row with a value for each column. */
  Listing row(Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          values.length + " values for the columns " + String.join(", ", columns));
    }
    own.add(Arrays.asList(values));
    return this;
  }

  /**
   * Has these rows in place of its own. As CSV and JSON they go out one by one, however many they
   * are.
   *
   * @param made a value for each column; made anew each time
   */
  Listing rows(Supplier<Stream<List<Object>>> made) {
    rows = made;
    return this;
  }

  /** Prints all rows. */
  void print(Format format, Terminal terminal) {
    switch (format) {
      case CSV:
        printCsv(terminal.rows());
        break;
      case JSON:
        printJson(terminal.out());
        break;
      default:
        printTable(terminal);
    }
    terminal.out().flush();
  }

  /** The rows as an array of objects. */
  ArrayNode json() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    rows.get().map(this::object).forEach(array::add);
    return array;
  }

  private ObjectNode object(List<Object> row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < columns.size(); i++) {
      object.set(columns.get(i), node(exact(row.get(i))));
    }
    return object;
  }

  /** The same as {@link #json}, row by row. */
  private void printJson(PrintWriter out) {
    try (Stream<List<Object>> all = rows.get();
        SequenceWriter each = Json.ROWS.writeValuesAsArray(out)) {
      for (Iterator<List<Object>> row = all.iterator(); row.hasNext(); ) {
        each.write(object(row.next()));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible); // A PrintWriter throws none.
    }
    out.print("\n");
  }

  /** Prints any JSON, indented, with a line feed at the end. */
  static void printJson(JsonNode node, PrintWriter out) {
    try {
      out.print(Json.PRINTER.writeValueAsString(node) + "\n");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A value with the lists and maps in it as JSON. */
  static JsonNode node(Object value) {
    if (value instanceof List<?>) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      ((List<?>) value).forEach(element -> array.add(node(element)));
      return array;
    }
    if (value instanceof Map<?, ?>) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      ((Map<?, ?>) value).forEach((name, number) -> object.set(name.toString(), node(number)));
      return object;
    }
    return Json.MAPPER.valueToTree(value);
  }

  private void printCsv(PrintWriter out) {
    out.print(String.join(",", columns) + "\n");
    rows.get()
        .forEach(
            row ->
                out.print(
                    row.stream()
                            .map(value -> CsvText.quote(text(exact(value))))
                            .collect(Collectors.joining(","))
                        + "\n"));
  }

  private void printTable(Terminal terminal) {
    List<List<Object>> all = rows.get().toList();
    boolean[] right = new boolean[columns.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = isNumeric(all, i);
    }
    List<String> lines =
        TextTable.lines(
            columns.stream().map(column -> column.replace('_', ' ')).toList(),
            all.stream().map(row -> row.stream().map(Listing::shown).toList()).toList(),
            right);
    terminal.printHeading(lines.get(0), "");
    lines.subList(1, lines.size()).forEach(terminal::printLine);
  }

  private static boolean isNumeric(List<List<Object>> rows, int column) {
    return !rows.isEmpty()
        && rows.stream()
            .map(row -> exact(row.get(column)))
            .allMatch(value -> value == null || value instanceof Number);
  }

  private static Object exact(Object value) {
    return value instanceof Rounded ? ((Rounded) value).exact() : value;
  }

  private static String shown(Object value) {
    return VisibleText.line(value instanceof Rounded ? ((Rounded) value).text() : text(value));
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double) {
      return NumberText.of((Double) value);
    }
    if (value instanceof List<?>) {
      return ((List<?>) value).stream().map(Object::toString).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?>) {
      return ((Map<?, ?>) value)
          .entrySet().stream()
              .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
              .collect(Collectors.joining(" "));
    }
    return value.toString();
  }
}
