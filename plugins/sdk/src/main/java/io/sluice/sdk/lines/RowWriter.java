package io.sluice.sdk.lines;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the rows of a {@link ColumnFormat}, and before the first the head if it is missing. */
final class RowWriter implements LineWriter {

  private final ColumnFormat format;
  private final OutputStream out;
  private final List<String> columns = new ArrayList<>();
  private final List<String> row = new ArrayList<>();
  private boolean headMissing;

  RowWriter(ColumnFormat format, OutputStream out, boolean headMissing) {
    this.format = format;
    this.out = out;
    this.headMissing = headMissing;
  }

  @Override
  public void begin() {
    row.clear();
  }

  @Override
  public void whole(String name, long value) {
    add(name, Long.toString(value));
  }

  @Override
  public void number(String name, double value) {
    add(name, Double.toString(value));
  }

  @Override
  public void text(String name, String value) {
    add(name, Escapes.added(value, ""));
  }

  @Override
  public void numbers(String name, List<Double> values) {
    add(name, values.stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  @Override
  public void texts(String name, Map<String, String> values) {
    values.forEach((key, value) -> text(name + "." + key, value));
  }

  @Override
  public void namedNumbers(String name, Map<String, Double> values) {
    StringBuilder pairs = new StringBuilder();
    values.forEach(
        (key, value) ->
            pairs
                .append(pairs.length() == 0 ? "" : ";")
                .append(Escapes.added(key, ";="))
                .append('=')
                .append(value));
    text(name, pairs.toString());
  }

  private void add(String column, String field) {
    if (headMissing) {
      columns.add(Escapes.added(column, ""));
    }
    row.add(field);
  }

  @Override
  public void end() throws IOException {
    if (headMissing) {
      write(columns);
      columns.clear();
      headMissing = false;
    }
    write(row);
  }

  private void write(List<String> fields) throws IOException {
    out.write((format.join(fields) + '\n').getBytes(StandardCharsets.UTF_8));
  }
}
