package io.sluice.analysis.claim;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;

/**
 * Decides by every trial: a single one that is outside refutes. There is no interval; of n trials
 * without an exception all that is known is that exceptions are rarer than 1 − 0.05^(1/n).
 */
final class Exact {

  /** Exceptions as frequent as this are to be found. */
  private static final double EXCEPTIONS = 0.05;

  private Exact() {}

  /**
   * The finding.
   *
   * @param outside how many trials, or pairs, are outside
   * @param of how many there are
   * @param quantity what the worst value is
   * @param worst the value furthest outside, or closest to the bound
   */
  static Finding judge(
      String asked, long outside, long of, String quantity, double worst, String bound) {
    Effect effect = new Effect(quantity, Estimate.withoutInterval(worst), "", Rule.LEVEL, (int) of);
    double unseen = 1 - Math.pow(Rule.LEVEL, 1.0 / of);
    return outside == 0
        ? Finding.of(
            asked,
            Verdict.SUPPORTED,
            effect,
            "all of "
                + of
                + " are; "
                + quantity
                + " is "
                + Figures.number(worst)
                + "; exceptions above "
                + Figures.percent(unseen)
                + " would have shown",
            "a single one that is not " + bound)
        : Finding.of(
            asked,
            Verdict.REFUTED,
            effect,
            outside + " of " + of + " are not; " + quantity + " is " + Figures.number(worst),
            "none that is not " + bound);
  }

  /** The probability that exceptions among one in twenty trials show. */
  static double power(int repeats) {
    return 1 - Math.pow(1 - EXCEPTIONS, repeats);
  }
}
