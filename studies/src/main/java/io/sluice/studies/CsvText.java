package io.sluice.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts separated text into cells that know their place, row by row: quotes as in RFC 4180, blanks
 * around a cell and blank lines left out. Where blanks separate, any number of them does.
 */
public final class CsvText {

  /** A cell; line and column are those of its first character. */
  public record Cell(String text, int line, int column) {}

  /** What can separate cells, for messages. */
  static final String SEPARATORS = "one of \",\", \";\", \"|\", \":\", tab and blank";

  /** How a study says what stands between cells. */
  static final Codec<Character> SEPARATOR =
      new Codec<>(
          "`\",\"`, `\";\"`, `\"\\|\"`, `\":\"`, `tab`, or `blank` for any number of blanks and tabs",
          field -> {
            Optional<Character> separator = separator(field.scalar());
            if (separator.isEmpty()) {
              field.expected(SEPARATORS);
            }
            return separator;
          },
          CsvText::word);

  /** The separator that is any number of blanks and tabs. */
  static final char BLANK = ' ';

  private static final String KNOWN = ",;|:\t ";

  private final String text;
  private final char separator;
  private int at;
  private int line;
  private int lineStart;

  /**
   * A text to be cut.
   *
   * @param skipsFirstLine whether the first line is no row
   */
  public CsvText(String text, char separator, boolean skipsFirstLine) {
    this.text = text;
    this.separator = separator;
    this.line = 1;
    if (skipsFirstLine) {
      while (at < text.length() && !atLineEnd()) {
        at++;
      }
      if (at < text.length()) {
        endLine();
      }
    }
  }

  /** The separator that a study calls so. */
  static Optional<Character> separator(String word) {
    if ("tab".equals(word)) {
      return Optional.of('\t');
    }
    if ("blank".equals(word)) {
      return Optional.of(BLANK);
    }
    return word != null && word.length() == 1 && KNOWN.contains(word)
        ? Optional.of(word.charAt(0))
        : Optional.empty();
  }

  /** What a study calls a separator. */
  static String word(char separator) {
    return separator == '\t' ? "tab" : separator == BLANK ? "blank" : "\"" + separator + '"';
  }

  /** What a study calls the first separator other than the comma in this line, or nothing. */
  static String separatorIn(String line) {
    for (char candidate : KNOWN.substring(1).toCharArray()) {
      if (line.indexOf(candidate) >= 0) {
        return word(candidate);
      }
    }
    return "";
  }

  /** Quotes that do not match. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;
    private final int column;

    private Malformed(String message, int line, int column) {
      super(message);
      this.line = line;
      this.column = column;
    }

    /** Where they stand; it has no text. */
    public Cell place() {
      return new Cell("", line, column);
    }
  }

  /**
   * The next row that is not blank; without cells if there is none.
   *
   * @throws Malformed if quotes do not match
   */
  public List<Cell> next() throws Malformed {
    while (at < text.length()) {
      List<Cell> row = row();
      if (row.size() > 1 || !row.get(0).text().isEmpty()) {
        return row;
      }
    }
    return List.of();
  }

  private List<Cell> row() throws Malformed {
    List<Cell> row = new ArrayList<>();
    row.add(cell());
    while (atSeparator()) {
      at++;
      row.add(cell());
    }
    if (at < text.length()) {
      endLine();
    }
    return row;
  }

  /** Where blanks separate, those after a cell are skipped up to the last one before another. */
  private Cell cell() throws Malformed {
    skipBlanks();
    int startLine = line;
    int startColumn = at - lineStart + 1;
    String value =
        at < text.length() && text.charAt(at) == '"' ? quoted(startLine, startColumn) : plain();
    int end = at;
    skipBlanks();
    if (separator == BLANK && at > end && at < text.length() && !atLineEnd()) {
      at--;
    }
    if (at < text.length() && !atSeparator() && !atLineEnd()) {
      throw new Malformed(name() + " must follow the closing quote", line, at - lineStart + 1);
    }
    return new Cell(value, startLine, startColumn);
  }

  private String name() {
    return switch (separator) {
      case ',' -> "a comma";
      case '\t' -> "a tab";
      case BLANK -> "a blank";
      default -> word(separator);
    };
  }

  private String plain() {
    int start = at;
    while (at < text.length() && !atSeparator() && !atLineEnd()) {
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
        && (separator == BLANK || text.charAt(at) != separator)
        && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char character) {
    return character == ' ' || character == '\t';
  }

  private boolean atSeparator() {
    return at < text.length()
        && (separator == BLANK ? isBlank(text.charAt(at)) : text.charAt(at) == separator);
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
