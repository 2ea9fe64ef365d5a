package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a CSV file is written, as a study says by the keys {@code separator}, {@code decimal}, {@code
 * header} and {@code missing}. Nothing is guessed: what could be read in two ways is refused.
 *
 * @param separator between cells; empty if neither the study nor the file says so, then a comma
 * @param decimal the mark before the decimals
 * @param header whether the first row holds names; empty if the study does not say so, then it does
 * @param dropsMissing whether rows with missing values are left out
 * @param isDeclared whether the first line is {@code sep=;} or the like, as Excel writes it
 */
record CsvLayout(
    Optional<Character> separator,
    char decimal,
    Optional<Boolean> header,
    boolean dropsMissing,
    boolean isDeclared) {

  private static final Pattern DECLARED =
      Pattern.compile("\"?sep=(.)\"?\\s*(?:\\R|$)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> MISSING =
      Set.of("", "?", "na", "n/a", "#n/a", "<na>", "nan", "null");
  private static final char COMMA = ',';
  private static final char POINT = '.';

  private static final Key<CsvLayout, Optional<Character>> SEPARATOR =
      key("separator", "what stands between cells")
          .leftOut("`\",\"`")
          .optional(CsvText.SEPARATOR, CsvLayout::separator);

  private static final Key<CsvLayout, Boolean> DECIMAL_COMMA =
      key("decimal", "what stands before decimals")
          .leftOut("`\".\"`")
          .preset(
              Codec.oneOf(List.of(false, true), isComma -> isComma ? "," : "."),
              layout -> layout.decimal() == COMMA,
              false);

  private static final Key<CsvLayout, Optional<Boolean>> HEADER =
      key(
              "header",
              "`true`: the first row holds the names of the columns; `false`: it is data, and"
                  + " columns are chosen by number")
          .leftOut("`true`")
          .optional(Codec.flag(), CsvLayout::header);

  private static final Key<CsvLayout, Boolean> DROPS_MISSING =
      key("missing", "whether rows with a missing value in a chosen column are refused or left out")
          .preset(
              Codec.oneOf(List.of(false, true), drops -> drops ? "drop" : "refuse"),
              CsvLayout::dropsMissing,
              false);

  /** The keys of a problem. */
  static final Section<CsvLayout> KEYS =
      Section.of(SEPARATOR, DECIMAL_COMMA, HEADER, DROPS_MISSING);

  /** What the study says of its file. */
  static Optional<CsvLayout> of(Field problem) {
    Section.Given given = KEYS.among(problem, null);
    return given.isComplete()
        ? Optional.of(
            new CsvLayout(
                given.get(SEPARATOR),
                given.get(DECIMAL_COMMA) ? COMMA : POINT,
                given.get(HEADER),
                given.get(DROPS_MISSING),
                false))
        : Optional.empty();
  }

  /** With what the file says itself by its first line. */
  Optional<CsvLayout> with(String text, CsvColumn.Objections objections) {
    Matcher declared = DECLARED.matcher(text);
    CsvLayout layout = this;
    CsvText.Cell firstLine = new CsvText.Cell("", 1, 1);
    if (declared.lookingAt()) {
      Optional<Character> own = CsvText.separator(declared.group(1));
      if (own.isEmpty()) {
        objections.complain(
            firstLine,
            "sep="
                + declared.group(1)
                + " is not read: cells are separated by "
                + CsvText.SEPARATORS);
        return Optional.empty();
      }
      if (separator.isPresent() && !separator.equals(own)) {
        objections.complain(
            firstLine,
            "the file says sep="
                + declared.group(1)
                + ", but the study separator: "
                + CsvText.word(separator.get()));
        return Optional.empty();
      }
      layout = new CsvLayout(own, decimal, header, dropsMissing, true);
    }
    if (decimal == COMMA && layout.separated() == COMMA) {
      objections.complain(
          firstLine,
          "commas cannot stand before decimals and between cells: add the separator, such as"
              + " separator: \";\"");
      return Optional.empty();
    }
    return Optional.of(layout);
  }

  /** What stands between cells. */
  char separated() {
    return separator.orElse(COMMA);
  }

  /** Whether the first row holds the names of the columns. */
  boolean isNamed() {
    return header.orElse(true);
  }

  /** The finite number of a cell, or NaN. */
  double number(String text) {
    if (decimal == COMMA) {
      return text.indexOf(POINT) >= 0
          ? Double.NaN
          : Numbers.finiteOrNaN(text.replace(COMMA, POINT));
    }
    return Numbers.finiteOrNaN(text);
  }

  /** Whether a cell stands for a value that is not known. */
  static boolean isMissing(String text) {
    return text.length() <= 4 && MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether the text is data rather than the name of a column, whatever is before decimals. */
  static boolean isData(String text) {
    return !Double.isNaN(Numbers.finiteOrNaN(text.replace(COMMA, POINT)))
        || (!text.isEmpty() && isMissing(text));
  }

  /** What may be wrong about a cell that is no number; empty if nothing is known. */
  String advice(String text) {
    if (text.matches("[-+]?\\d*,\\d+([eE][-+]?\\d+)?") && decimal == POINT) {
      return "; decimals have a point, or add decimal: \",\"";
    }
    if (!Double.isNaN(Numbers.finiteOrNaN(text))) {
      return "; decimals have a comma, as decimal: \",\" says";
    }
    if (text.matches("[-+]?\\d{1,3}([.,' ]\\d{3})+([.,]\\d*)?")) {
      return "; digits are not grouped";
    }
    String between = otherSeparator(text);
    return between.isEmpty() ? "" : "; if cells are separated so, add separator: " + between;
  }

  /** Complains about a row that another separator would cut into numbers as well. */
  boolean isClear(List<CsvText.Cell> row, CsvColumn.Objections objections) {
    if (separator.isPresent()) {
      return true;
    }
    for (CsvText.Cell cell : row) {
      String other = otherSeparator(cell.text());
      if (!other.isEmpty()) {
        objections.complain(
            cell,
            "cells could be separated by \",\" or by "
                + (other.equals("blank") ? "blanks" : other)
                + " here, as in \""
                + cell.text()
                + "\": write separator: \",\" or separator: "
                + other);
        return false;
      }
    }
    return true;
  }

  /** What separates two or more numbers in a cell, such as {@code 5;2}. A time is no such thing. */
  private static String otherSeparator(String text) {
    return Stream.of(';', '|', '\t', CsvText.BLANK)
        .filter(each -> text.indexOf(each) > 0)
        .filter(
            each ->
                Stream.of(text.split(Pattern.quote(each.toString()) + "+", -1))
                    .allMatch(part -> !Double.isNaN(Numbers.finiteOrNaN(part.strip()))))
        .findFirst()
        .map(CsvText::word)
        .orElse("");
  }
}
