package io.sluice.store.csv;

import io.sluice.sdk.lines.ColumnFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of fields with commas between them. A field that has a comma or a quote in it stands in
 * quotes, its own quotes twice.
 */
final class CsvFormat extends ColumnFormat {

  private static final String SEPARATOR = ",";

  CsvFormat() {
    super("csv");
  }

  @Override
  protected String join(List<String> fields) {
    return fields.stream().map(CsvFormat::quoted).collect(Collectors.joining(SEPARATOR));
  }

  private static String quoted(String field) {
    boolean plain = !field.contains(SEPARATOR) && !field.contains("\"");
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  @Override
  protected List<String> split(String row) throws IOException {
    List<String> fields = new ArrayList<>();
    int from = 0;
    while (from <= row.length()) {
      boolean quoted = row.startsWith("\"", from);
      int end = quoted ? closingQuote(row, from + 1) + 1 : row.indexOf(SEPARATOR, from);
      if (end < 0) {
        end = row.length();
      } else if (end < row.length() && !row.startsWith(SEPARATOR, end)) {
        throw new IOException("something follows a quote");
      }
      fields.add(
          quoted
              ? row.substring(from + 1, end - 1).replace("\"\"", "\"")
              : row.substring(from, end));
      from = end + 1;
    }
    return fields;
  }

  private static int closingQuote(String row, int from) throws IOException {
    for (int at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 2)) {
      if (!row.startsWith("\"\"", at)) {
        return at;
      }
    }
    throw new IOException("a quote is not closed");
  }
}
