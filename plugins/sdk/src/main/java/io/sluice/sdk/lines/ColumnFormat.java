package io.sluice.sdk.lines;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lines that are rows of a table, with a head that names the columns. How the fields of a row are
 * put together and taken apart is left to the store.
 *
 * <pre>{@code
 * final class PipeFormat extends ColumnFormat {
 *   PipeFormat() { super("pipes"); }
 *   protected String join(List<String> fields) { … }
 *   protected List<String> split(String row) { … }
 * }
 * }</pre>
 *
 * <p>Of texts by name each has a column of its own, such as {@code factors.problem}; numbers are
 * one field, {@code 12.0 NaN}, and so are numbers by name, {@code beta1=0.9;beta2=0.999}. Within
 * fields a line feed is {@code \n}, a carriage return {@code \r}, a tab {@code \t} and a backslash
 * {@code \\}.
 */
public abstract class ColumnFormat implements LineFormat {

  private final String ending;

  /** The head that was read last, and its columns. */
  private volatile Head last = new Head("", List.of());

  private record Head(String line, List<String> columns) {}

  /**
   * A format of files that end so.
   *
   * @param ending what follows the dot, such as {@code csv}
   */
  protected ColumnFormat(String ending) {
    this.ending = ending;
  }

  /**
   * Puts the fields of a row together.
   *
   * @param fields any texts without line ends and tabs, at least one
   */
  protected abstract String join(List<String> fields);

  /**
   * Takes a row apart again.
   *
   * @throws IOException if it is none, with the reason
   */
  protected abstract List<String> split(String row) throws IOException;

  @Override
  public final String fileName(StudyFile file) {
    return file.name().toLowerCase(Locale.ROOT) + "." + ending;
  }

  @Override
  public final boolean hasHead() {
    return true;
  }

  @Override
  public final LineWriter writer(StudyFile file, OutputStream out, boolean first) {
    return new RowWriter(this, out, first);
  }

  @Override
  public final void read(String head, byte[] bytes, int from, int to, FieldReader reader)
      throws IOException {
    List<String> columns = columns(head);
    List<String> row = fields(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    if (row.size() != columns.size()) {
      throw new IOException("it has " + row.size() + " of its " + columns.size() + " fields");
    }
    for (int i = 0; i < row.size(); ) {
      String column = columns.get(i);
      int dot = column.indexOf('.');
      if (dot < 0) {
        reader.read(column, new RowValue(row.get(i), Map.of()));
        i++;
      } else {
        String group = column.substring(0, dot + 1);
        Map<String, String> texts = new LinkedHashMap<>();
        for (; i < row.size() && columns.get(i).startsWith(group); i++) {
          texts.put(columns.get(i).substring(dot + 1), row.get(i));
        }
        reader.read(column.substring(0, dot), new RowValue("", texts));
      }
    }
  }

  private List<String> columns(String head) throws IOException {
    Head known = last;
    if (!known.line().equals(head)) {
      known = new Head(head, fields(head));
      last = known;
    }
    return known.columns();
  }

  private List<String> fields(String row) throws IOException {
    List<String> fields = split(row);
    if (row.indexOf('\\') < 0) {
      return fields;
    }
    List<String> plain = new ArrayList<>(fields.size());
    for (String field : fields) {
      plain.add(Escapes.removed(field));
    }
    return plain;
  }
}
