package io.sluice.report;

import io.sluice.analysis.Estimate;
import io.sluice.engine.text.CsvText;
import io.sluice.engine.text.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A document, or one of its tables, for programs. An estimate {@code x} is three columns, {@code
 * x}, {@code x_lower} and {@code x_upper}. What is not known is null in JSON and empty in CSV; what
 * is infinite is the word {@code Infinity}.
 */
public final class JsonRenderer {

  private static final Estimate UNKNOWN = Estimate.withoutInterval(Double.NaN);

  private JsonRenderer() {}

  /**
   * The whole document as a JSON object: the facts, the sentences of each section by its id, the
   * rows of each table by its id, and in {@code methods} how each table's numbers are made. A
   * document of one table and no facts is the array of its rows.
   */
  public static String of(Document document) {
    List<Block> blocks =
        document.sections().stream().flatMap(section -> section.blocks().stream()).toList();
    boolean isTable =
        document.facts().isEmpty() && blocks.size() == 1 && blocks.get(0) instanceof Table;
    return JsonText.of(isTable ? rows((Table) blocks.get(0)) : tree(document));
  }

  /** What {@link #of} writes, as maps, lists, texts and numbers. */
  public static Map<String, Object> tree(Document document) {
    Map<String, Object> tree = new LinkedHashMap<>(document.facts());
    for (Section section : document.sections()) {
      List<String> sentences =
          section.blocks().stream()
              .filter(Sentences.class::isInstance)
              .flatMap(block -> ((Sentences) block).sentences().stream())
              .toList();
      if (!sentences.isEmpty()) {
        tree.put(section.id(), sentences);
      }
    }
    document.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Code.class::isInstance)
        .forEach(block -> tree.put(((Code) block).id().replace('-', '_'), ((Code) block).text()));
    Map<String, String> methods = new LinkedHashMap<>();
    for (Table table : document.tables()) {
      tree.put(key(table), rows(table));
      if (!table.method().isEmpty()) {
        methods.put(key(table), table.method());
      }
    }
    tree.put("methods", methods);
    return tree;
  }

  private static String key(Table table) {
    return table.id().replace('-', '_');
  }

  /** Every row has the same keys, also where an estimate is not known. */
  private static List<Map<String, Object>> rows(Table table) {
    boolean[] intervals = new boolean[table.columns().size()];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = table.hasIntervals(i);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Value> row : table.rows()) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        String name = table.columns().get(i).name();
        Object exact = row.get(i).exact();
        Estimate estimate = exact instanceof Estimate known ? known : UNKNOWN;
        if (intervals[i]) {
          object.put(name, known(exact instanceof Estimate ? estimate.value() : exact));
          object.put(name + "_lower", known(estimate.lower()));
          object.put(name + "_upper", known(estimate.upper()));
        } else {
          object.put(name, known(exact));
        }
      }
      rows.add(object);
    }
    return rows;
  }

  private static Object known(Object value) {
    return value instanceof Double number && number.isNaN() ? null : value;
  }

  /** A table as comma-separated values with a header line, all rows. */
  public static String csv(Table table) {
    List<Map<String, Object>> rows = rows(table);
    StringBuilder csv = new StringBuilder();
    csv.append(rows.isEmpty() ? names(table) : line(List.copyOf(rows.get(0).keySet())));
    rows.forEach(row -> csv.append(line(new ArrayList<>(row.values()))));
    return csv.toString();
  }

  private static String names(Table table) {
    return line(table.columns().stream().map(column -> (Object) column.name()).toList());
  }

  private static String line(List<?> values) {
    StringJoiner line = new StringJoiner(",", "", "\n");
    for (Object value : values) {
      line.add(CsvText.quote(Value.spelled(value)));
    }
    return line.toString();
  }
}
