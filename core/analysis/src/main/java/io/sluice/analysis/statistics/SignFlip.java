package io.sluice.analysis.statistics;

/**
 * The sign-flip test of paired differences (Fisher 1935): whether their sum is further from 0 than
 * it would be if each were as likely as its opposite. What is exchanged is a whole block, such as a
 * repeat, so the pairs within it may hang together as they like.
 */
public final class SignFlip {

  private static final long MOST_STEPS = 200_000_000;

  private SignFlip() {}

  /**
   * The two-sided p-value of whole differences, one for each block: P(|Σ ±d| ≥ |Σ d|) over all
   * signs, counted exactly; by the normal approximation where that would take too long.
   */
  public static double p(long... differences) {
    long sum = 0;
    long most = 0;
    double squares = 0;
    int blocks = 0;
    for (long difference : differences) {
      sum += difference;
      most += Math.abs(difference);
      squares += (double) difference * difference;
      blocks += difference == 0 ? 0 : 1;
    }
    if (sum == 0) {
      return 1;
    }
    if (most * blocks > MOST_STEPS) {
      return Math.min(1, 2 * Tails.normal((Math.abs(sum) - 0.5) / Math.sqrt(squares)));
    }
    // Twice the sum of those that keep their sign, less all, is the sum with the others turned.
    double[] probability = new double[(int) most + 1];
    probability[0] = 1;
    int reached = 0;
    for (long difference : differences) {
      int size = (int) Math.abs(difference);
      if (size == 0) {
        continue;
      }
      reached += size;
      for (int at = reached; at >= 0; at--) {
        probability[at] = (probability[at] + (at >= size ? probability[at - size] : 0)) / 2;
      }
    }
    double p = 0;
    for (int at = 0; at <= most; at++) {
      p += Math.abs(2L * at - most) >= Math.abs(sum) ? probability[at] : 0;
    }
    return Math.min(1, p);
  }
}
