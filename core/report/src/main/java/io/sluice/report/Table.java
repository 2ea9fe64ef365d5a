package io.sluice.report;

import io.sluice.analysis.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Rows under columns.
 *
 * @param id lower kebab-case, unique in its document; the key of its rows in JSON
 * @param caption what is in it, without a full stop; empty if its section says that
 * @param method how its numbers are made, said once; may be empty
 * @param columns at least one
 * @param rows a value for each column
 * @param head how many rows a reader sees before asking for more, of each part; 0 for a table that
 *     is there for programs
 * @param parted whether rows with the same first value are a part of their own, which is shown
 *     under that value
 */
public record Table(
    String id,
    String caption,
    String method,
    List<Column> columns,
    List<List<Value>> rows,
    int head,
    boolean parted)
    implements Block {

  public Table {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(method, "method");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("a table's id is lower kebab-case, not \"" + id + "\"");
    }
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Value> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            row.size() + " values for the " + columns.size() + " columns of " + id);
      }
    }
    if (head < 0) {
      throw new IllegalArgumentException("a head of " + head + " rows in " + id);
    }
  }

  /** The table without parts, all rows seen. */
  public Table whole() {
    return new Table(id, caption, method, columns, rows, rows.size(), false);
  }

  /** How many rows a reader does not see at first. */
  public int rest() {
    return Math.max(0, rows.size() - head);
  }

  /** The rows that a reader sees at first. */
  public List<List<Value>> headRows() {
    return rows.subList(0, Math.min(head, rows.size()));
  }

  /** The table with only so many rows, of each part. */
  public Table cut(int most) {
    Map<String, Integer> taken = new HashMap<>();
    return new Table(
        id,
        caption,
        method,
        columns,
        rows.stream()
            .filter(row -> taken.merge(parted ? row.get(0).text() : "", 1, Integer::sum) <= most)
            .toList(),
        head,
        parted);
  }

  /** The table without the columns that are left out where there is little room. */
  public Table narrow() {
    int[] kept = IntStream.range(0, columns.size()).filter(i -> !columns.get(i).detail()).toArray();
    return new Table(
        id,
        caption,
        method,
        Arrays.stream(kept).mapToObj(columns::get).toList(),
        rows.stream().map(row -> Arrays.stream(kept).mapToObj(row::get).toList()).toList(),
        head,
        parted);
  }

  /**
   * The tables that a reader sees: this one, or of a parted one one for each first value, without
   * its column and with the value behind the caption.
   */
  public List<Table> parts() {
    if (!parted) {
      return List.of(this);
    }
    Map<String, List<List<Value>>> parts = new LinkedHashMap<>();
    for (List<Value> row : rows) {
      parts
          .computeIfAbsent(row.get(0).text(), label -> new ArrayList<>())
          .add(row.subList(1, row.size()));
    }
    List<Table> tables = new ArrayList<>();
    parts.forEach(
        (label, own) ->
            tables.add(
                new Table(
                    id + "-" + (tables.size() + 1),
                    caption + ": " + label,
                    tables.isEmpty() ? method : "",
                    columns.subList(1, columns.size()),
                    own,
                    head,
                    false)));
    return List.copyOf(tables);
  }

  /** Whether a column's entries are all numbers or none at all. */
  boolean isNumeric(int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .allMatch(value -> value.exact() == null || value.isNumeric());
  }

  /** Whether a column's entries are numbers, with or without intervals, or none at all. */
  boolean isNumber(int column) {
    return rows.stream().map(row -> row.get(column).exact()).noneMatch(String.class::isInstance);
  }

  /** Whether a column has numbers with intervals, of which some may not be known. */
  boolean hasIntervals(int column) {
    return rows.stream().map(row -> row.get(column).exact()).anyMatch(Estimate.class::isInstance);
  }

  /** Whether a column's entries are texts that come again, so that rows can be chosen by them. */
  boolean isFactor(int column) {
    List<Object> entries = rows.stream().map(row -> row.get(column).exact()).toList();
    long levels = entries.stream().filter(Objects::nonNull).distinct().count();
    return levels > 1
        && levels * 2 <= entries.size()
        && entries.stream().allMatch(entry -> entry == null || entry instanceof String);
  }

  /** A table that is being filled. */
  public static Builder of(String id, String caption) {
    return new Builder(id, caption);
  }

  /** Collects columns and rows. */
  public static final class Builder {
    private final String id;
    private final String caption;
    private String method = "";
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Value>> rows = new ArrayList<>();
    private int head = Integer.MAX_VALUE;
    private boolean parted;

    private Builder(String id, String caption) {
      this.id = id;
      this.caption = caption;
    }

    /** Says how the numbers are made. */
    public Builder method(String text) {
      method = text;
      return this;
    }

    /** How many rows are seen at first. */
    public Builder head(int rowsSeen) {
      head = rowsSeen;
      return this;
    }

    /** Rows with the same first value are shown together, under it. */
    public Builder parted() {
      parted = true;
      return this;
    }

    /** Columns whose headings are their names. */
    public Builder columns(String... names) {
      Arrays.stream(names).map(Column::of).forEach(columns::add);
      return this;
    }

    /** A column. */
    public Builder column(String name, String heading) {
      columns.add(new Column(name, heading, false, 0));
      return this;
    }

    /** Columns that are left out where there is little room. */
    public Builder details(String... names) {
      for (String name : names) {
        columns.add(new Column(name, name.replace('_', ' '), true, 0));
      }
      return this;
    }

    /** A column whose entries a terminal cuts if they are longer than so many columns. */
    public Builder cut(String name, int most) {
      columns.add(new Column(name, name.replace('_', ' '), false, most));
      return this;
    }

    /** A row. */
    public Builder row(Value... values) {
      rows.add(List.of(values));
      return this;
    }

    /** A row. */
    public Builder row(List<Value> values) {
      rows.add(values);
      return this;
    }

    /** The table. */
    public Table build() {
      return new Table(id, caption, method, columns, rows, head, parted);
    }
  }
}
