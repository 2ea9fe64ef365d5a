package io.sluice.analysis.claim;

/**
 * With how many seeds each cell of a claim's studies is run. The quick ones are the first of all.
 *
 * @param full how many
 * @param quick how many for a first look, no more than all
 */
public record Sample(int full, int quick) {

  /** What is run where a card says nothing. */
  public static final Sample PRESET = new Sample(50, 10);

  public Sample {
    if (quick < 1 || full < quick) {
      throw new IllegalArgumentException(
          "a claim is run with one repeat at least and no more quick ones than all, not with "
              + full
              + " and "
              + quick);
    }
  }
}
