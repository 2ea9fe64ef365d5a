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
      int distance = EditDistance.between(misspelt, word);
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
}
