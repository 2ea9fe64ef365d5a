package io.sluice.studies.export;

import io.sluice.engine.text.CsvText;
import io.sluice.engine.text.NumberText;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Rows as comma-separated values; several numbers in one column are {@code a=1 b=2}. NaN is an
 * empty cell.
 */
final class CsvRows implements Rows {

  private final Appendable out;
  private final NumbersText texts = new NumbersText();
  private boolean midRow;

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
    text(column, texts.of(values));
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
