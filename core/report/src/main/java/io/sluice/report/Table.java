package io.sluice.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Rows under columns.
 *
 * @param id lower kebab-case, unique in its document; the key of its rows in JSON
 * @param caption what is in it, without a full stop
 * @param method how its numbers are made, said once; may be empty
 * @param columns at least one
 * @param rows a value for each column
 * @param head how many rows a reader sees before asking for more
 */
public record Table(
    String id,
    String caption,
    String method,
    List<Column> columns,
    List<List<Value>> rows,
    int head)
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

  /** How many rows a reader does not see at first. */
  public int rest() {
    return Math.max(0, rows.size() - head);
  }

  /** The rows that a reader sees at first. */
  public List<List<Value>> headRows() {
    return rows.subList(0, Math.min(head, rows.size()));
  }

  /** The same table with another head. */
  public Table withHead(int rows) {
    return new Table(id, caption, method, columns, this.rows, rows);
  }

  /** Whether a column's entries are all numbers or none at all. */
  boolean isNumeric(int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .allMatch(value -> value.exact() == null || value.isNumeric());
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

    /** A column whose heading is its name. */
    public Builder columns(String... names) {
      Arrays.stream(names).map(Column::of).forEach(columns::add);
      return this;
    }

    /** A column. */
    public Builder column(String name, String heading) {
      columns.add(new Column(name, heading));
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
      return new Table(id, caption, method, columns, rows, head);
    }
  }
}
