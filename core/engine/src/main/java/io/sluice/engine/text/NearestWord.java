package io.sluice.engine.text;

import io.sluice.formula.EditDistance;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid word that somebody probably meant. */
public final class NearestWord {

  /** Nobody mistypes a longer word. */
  private static final int LONGEST = 100;

  private NearestWord() {}

  /**
   * The word with the smallest edit distance (insert, delete, replace, swap neighbours), provided
   * that not more than about a third of it differs and something is alike. The first of several
   * equally near; never a blank one.
   */
  public static Optional<String> to(String misspelt, Collection<String> words) {
    String given = misspelt.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String word : words) {
      int distance = EditDistance.between(given, word.toLowerCase(Locale.ROOT));
      boolean alike = !word.isBlank() && distance < Math.max(given.length(), word.length());
      if (alike && distance < bestDistance) {
        best = word;
        bestDistance = distance;
      }
    }
    int allowed = Math.max(1, (Math.max(given.length(), best == null ? 0 : best.length()) + 2) / 3);
    return bestDistance <= allowed ? Optional.ofNullable(best) : Optional.empty();
  }

  /** {@code " (did you mean \"relu\"?)"}, or an empty text where nothing is alike. */
  public static String hint(String misspelt, Collection<String> words) {
    return to(misspelt, words).map(word -> " (did you mean \"" + word + "\"?)").orElse("");
  }
}
