package io.sluice.engine.export;

import io.sluice.engine.text.NumberText;
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
    out.append(quote(value));
  }

  @Override
  public void whole(String column, long value) throws IOException {
    name(column);
    out.append(Long.toString(value));
  }

  @Override
  public void number(String column, double value) throws IOException {
    name(column);
    out.append(spell(value));
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
                  .append(quote(key))
                  .append(':')
                  .append(spell(value)));
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
    out.append(midRow ? ',' : '{').append(quote(column)).append(':');
    midRow = true;
  }

  private static String spell(double value) {
    String text = NumberText.of(value);
    return Double.isFinite(value) ? text : '"' + text + '"';
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (c < ' ') {
        quoted.append("\\u00").append(c < 16 ? '0' : '1').append(Integer.toHexString(c & 15));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
