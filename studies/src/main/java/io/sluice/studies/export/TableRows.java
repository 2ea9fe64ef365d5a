package io.sluice.studies.export;

import io.sluice.spi.TableFormat;
import java.util.Map;

/** Rows for a plugin that writes tables; several numbers in one column are {@code a=1 b=2}. */
final class TableRows implements Rows {

  private final TableFormat.Writer table;
  private final NumbersText texts = new NumbersText();

  TableRows(TableFormat.Writer table) {
    this.table = table;
  }

  @Override
  public void text(String column, String value) {
    table.text(value);
  }

  @Override
  public void whole(String column, long value) {
    table.whole(value);
  }

  @Override
  public void number(String column, double value) {
    table.number(value);
  }

  @Override
  public void numbers(String column, Map<String, Double> values) {
    table.text(texts.of(values));
  }

  @Override
  public void end() {
    table.endRow();
  }
}
