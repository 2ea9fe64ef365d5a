package io.sluice.engine.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid word that somebody probably meant. */
public final class NearestWord {

  private NearestWord() {}

  /**
   * The word with the smallest edit distance (insert, delete, replace, swap neighbours), provided
   * that not more than about a third of it differs. The first of several equally near.
   */
  public static Optional<String> to(String misspelt, Collection<String> words) {
    String given = misspelt.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String word : words) {
      int distance = distance(given, word.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
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

  /** Optimal string alignment. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
