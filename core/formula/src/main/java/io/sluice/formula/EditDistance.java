package io.sluice.formula;

/** How far a misspelt word is from another: the measure of every hint that Sluice gives. */
public final class EditDistance {

  private EditDistance() {}

  /**
   * How many letters must be inserted, deleted, replaced or swapped with their neighbour to make
   * one word of the other (optimal string alignment: no letter is touched twice). Capital letters
   * are other letters. From 0 for equal words to the length of the longer one.
   */
  public static int between(String a, String b) {
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
