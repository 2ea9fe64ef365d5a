package io.sluice.studies.results;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which texts are numbers in files of results: decimal ones, and what is not finite. */
final class Numeral {

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][-+]?\\d++)?");
  private static final Pattern INFINITE = Pattern.compile("([-+]?)inf(?:inity)?");

  private Numeral() {}

  /**
   * The number that a text is; NaN for one that means none.
   *
   * @param missing the words that mean none, in lower case
   */
  static Optional<Double> of(String text, Set<String> missing) {
    if (DECIMAL.matcher(text).matches()) {
      return Optional.of(Double.parseDouble(text));
    }
    String word = text.toLowerCase(Locale.ROOT);
    if (INFINITE.matcher(word).matches()) {
      return Optional.of(
          word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return missing.contains(word) ? Optional.of(Double.NaN) : Optional.empty();
  }
}
