package io.sluice.formula;

import java.util.Arrays;
import java.util.Collection;

/** Finds the word that somebody probably meant. */
final class Spelling {

  private Spelling() {}

  /** {@code " (did you mean \"tanh\"?)"}, or an empty text where nothing is alike. */
  static String hint(String misspelt, Collection<String> words) {
    String best = "";
    int bestDistance = Math.max(1, (misspelt.length() + 1) / 3) + 1;
    for (String word : words) {
      int distance = distance(misspelt, word);
      boolean better = distance == bestDistance && isShuffled(misspelt, word);
      if (distance < bestDistance || (better && !best.isEmpty())) {
        best = word;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? "" : " (did you mean \"" + best + "\"?)";
  }

  /** Whether it has the same letters in another order, the likeliest of slips. */
  private static boolean isShuffled(String a, String b) {
    char[] left = a.toCharArray();
    char[] right = b.toCharArray();
    Arrays.sort(left);
    Arrays.sort(right);
    return Arrays.equals(left, right);
  }

  /** Optimal string alignment: insert, delete, replace, swap neighbours. */
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
