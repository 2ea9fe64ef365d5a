package io.sluice.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said of one thing, a property below the other. Programs find it among the facts of the
 * document.
 *
 * @param id lower kebab-case, unique in its document
 * @param properties in the order in which they are read
 */
public record Sheet(String id, List<Property> properties) implements Block {

  /**
   * One property.
   *
   * @param label its name; empty for what needs none
   * @param lines what is so, at least one
   * @param table the same where there is room for columns
   */
  public record Property(String label, List<String> lines, Optional<Table> table) {
    public Property {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(table, "table");
      lines = List.copyOf(lines);
    }
  }

  public Sheet {
    Objects.requireNonNull(id, "id");
    properties = List.copyOf(properties);
  }

  /** A row for each line. */
  public Table table() {
    Table.Builder table = Table.of(id, "Properties").columns("property", "value");
    properties.forEach(
        property ->
            property
                .lines()
                .forEach(line -> table.row(Value.of(property.label()), Value.of(line))));
    return table.build();
  }

  /** The tables in it. */
  public List<Table> tables() {
    return properties.stream().flatMap(property -> property.table().stream()).toList();
  }

  /** The properties that are lines alone. */
  public List<Property> plain() {
    return properties.stream().filter(property -> property.table().isEmpty()).toList();
  }

  /** Collects properties. */
  public static final class Builder {
    private final String id;
    private final List<Property> properties = new ArrayList<>();

    /** Begins a sheet of this id. */
    public Builder(String id) {
      this.id = id;
    }

    /** Adds a property of a line or several; nothing if the text is empty. */
    public Builder line(String label, String text) {
      if (!text.isEmpty()) {
        properties.add(new Property(label, text.lines().toList(), Optional.empty()));
      }
      return this;
    }

    /** Adds a property that is a table where there is room; nothing if it has no rows. */
    public Builder table(String label, List<String> lines, Table table) {
      if (!lines.isEmpty()) {
        properties.add(new Property(label, lines, Optional.of(table)));
      }
      return this;
    }

    /** The sheet. */
    public Sheet build() {
      return new Sheet(id, properties);
    }
  }
}
