package io.sluice.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts separated text into cells that know their place: quotes as in RFC 4180, blanks around a cell
 * and blank lines left out.
 */
final class CsvText {

  /** A cell; line and column are those of its first character. */
  record Cell(String text, int line, int column) {}

  /** What can separate cells, for messages. */
  static final String SEPARATORS = "one of \",\", \";\", \"|\", \":\" and tab";

  private static final String KNOWN = ",;|:\t";

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private int lineStart;

  private CsvText(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** The separator that a study calls so. */
  static Optional<Character> separator(String word) {
    if ("tab".equals(word)) {
      return Optional.of('\t');
    }
    return word != null && word.length() == 1 && KNOWN.contains(word)
        ? Optional.of(word.charAt(0))
        : Optional.empty();
  }

  /** What a study calls the first separator other than the comma in this line, or nothing. */
  static String separatorIn(String line) {
    for (char candidate : KNOWN.substring(1).toCharArray()) {
      if (line.indexOf(candidate) >= 0) {
        return candidate == '\t' ? "tab" : "\"" + candidate + '"';
      }
    }
    return "";
  }

  /**
   * The rows of a text.
   *
   * @throws Malformed if quotes do not match
   */
  static List<List<Cell>> rows(String text, char separator) throws Malformed {
    return new CsvText(text, separator).rows();
  }

  /** Quotes that do not match. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;
    private final int column;

    private Malformed(String message, int line, int column) {
      super(message);
      this.line = line;
      this.column = column;
    }

    int line() {
      return line;
    }

    int column() {
      return column;
    }
  }

  private List<List<Cell>> rows() throws Malformed {
    List<List<Cell>> rows = new ArrayList<>();
    while (at < text.length()) {
      List<Cell> row = row();
      if (row.size() > 1 || !row.get(0).text().isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Cell> row() throws Malformed {
    List<Cell> row = new ArrayList<>();
    row.add(cell());
    while (at < text.length() && text.charAt(at) == separator) {
      at++;
      row.add(cell());
    }
    if (at < text.length()) {
      endLine();
    }
    return row;
  }

  private Cell cell() throws Malformed {
    skipBlanks();
    int startLine = line;
    int startColumn = at - lineStart + 1;
    String value =
        at < text.length() && text.charAt(at) == '"' ? quoted(startLine, startColumn) : plain();
    skipBlanks();
    if (at < text.length() && text.charAt(at) != separator && !atLineEnd()) {
      throw new Malformed(name() + " must follow the closing quote", line, at - lineStart + 1);
    }
    return new Cell(value, startLine, startColumn);
  }

  private String name() {
    return separator == ',' ? "a comma" : separator == '\t' ? "a tab" : "\"" + separator + '"';
  }

  private String plain() {
    int start = at;
    while (at < text.length() && text.charAt(at) != separator && !atLineEnd()) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private String quoted(int startLine, int startColumn) throws Malformed {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        at++;
        if (at >= text.length() || text.charAt(at) != '"') {
          return value.toString();
        }
        value.append('"');
        at++;
      } else if (atLineEnd()) {
        endLine();
        value.append('\n');
      } else {
        value.append(text.charAt(at++));
      }
    }
    throw new Malformed("the quote that opens here is never closed", startLine, startColumn);
  }

  private void skipBlanks() {
    while (at < text.length()
        && text.charAt(at) != separator
        && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean atLineEnd() {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private void endLine() {
    boolean two = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    at += two ? 2 : 1;
    line++;
    lineStart = at;
  }
}
