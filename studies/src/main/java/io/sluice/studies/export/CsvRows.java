package io.sluice.studies.export;

import io.sluice.engine.text.CsvText;
import io.sluice.engine.text.NumberText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Rows as comma-separated values; several numbers in one column are {@code a=1 b=2}. NaN is an
 * empty cell.
 */
final class CsvRows implements Rows {

  private final Appendable out;
  private boolean midRow;
  private Map<String, Double> lastValues;
  private String lastText;

  CsvRows(List<String> columns, Appendable out) throws IOException {
    this.out = out;
    for (String column : columns) {
      text(column, column);
    }
    end();
  }

  @Override
  public void text(String column, String value) throws IOException {
    separate();
    out.append(CsvText.quote(value));
  }

  @Override
  public void whole(String column, long value) throws IOException {
    separate();
    out.append(Long.toString(value));
  }

  @Override
  public void number(String column, double value) throws IOException {
    separate();
    out.append(Double.isNaN(value) ? "" : NumberText.of(value));
  }

  @Override
  public void numbers(String column, Map<String, Double> values) throws IOException {
    if (values != lastValues) {
      StringJoiner joined = new StringJoiner(" ");
      values.forEach((name, value) -> joined.add(name + "=" + NumberText.of(value)));
      lastValues = values;
      lastText = joined.toString();
    }
    text(column, lastText);
  }

  @Override
  public void end() throws IOException {
    out.append('\n');
    midRow = false;
  }

  private void separate() throws IOException {
    if (midRow) {
      out.append(',');
    }
    midRow = true;
  }
}
