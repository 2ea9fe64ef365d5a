package io.sluice.studies;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts comma-separated text into cells that know their place: quotes as in RFC 4180, blanks around
 * a cell and blank lines left out.
 */
final class CsvText {

  /** A cell; line and column are those of its first character. */
  record Cell(String text, int line, int column) {}

  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  private CsvText(String text) {
    this.text = text;
  }

  /**
   * The rows of a text.
   *
   * @throws Malformed if quotes do not match
   */
  static List<List<Cell>> rows(String text) throws Malformed {
    return new CsvText(text).rows();
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
    while (at < text.length() && text.charAt(at) == ',') {
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
    if (at < text.length() && text.charAt(at) != ',' && !atLineEnd()) {
      throw new Malformed("a comma must follow the closing quote", line, at - lineStart + 1);
    }
    return new Cell(value, startLine, startColumn);
  }

  private String plain() {
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && !atLineEnd()) {
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
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
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
