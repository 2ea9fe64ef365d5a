package io.sluice.studies.export;

import io.sluice.engine.text.JsonText;
import java.io.IOException;
import java.util.Map;

/** Rows as JSON objects, one a line. */
final class JsonRows implements Rows {

  private final Appendable out;
  private boolean midRow;
  private Map<String, Double> lastValues;
  private String lastText;

  JsonRows(Appendable out) {
    this.out = out;
  }

  @Override
  public void text(String column, String value) throws IOException {
    name(column);
    out.append(JsonText.quote(value));
  }

  @Override
  public void whole(String column, long value) throws IOException {
    name(column);
    out.append(Long.toString(value));
  }

  @Override
  public void number(String column, double value) throws IOException {
    name(column);
    out.append(JsonText.number(value));
  }

  @Override
  public void numbers(String column, Map<String, Double> values) throws IOException {
    name(column);
    if (values != lastValues) {
      StringBuilder object = new StringBuilder("{");
      values.forEach(
          (key, value) ->
              object
                  .append(object.length() > 1 ? "," : "")
                  .append(JsonText.quote(key))
                  .append(':')
                  .append(JsonText.number(value)));
      lastValues = values;
      lastText = object.append('}').toString();
    }
    out.append(lastText);
  }

  @Override
  public void end() throws IOException {
    out.append("}\n");
    midRow = false;
  }

  private void name(String column) throws IOException {
    out.append(midRow ? ',' : '{').append(JsonText.quote(column)).append(':');
    midRow = true;
  }
}
