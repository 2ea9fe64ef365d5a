package io.sluice.analysis;

/**
 * So many of so many.
 *
 * @param count how many, from 0 to {@code of}
 * @param of of how many
 */
public record Share(long count, long of) {

  /** The 97.5 % point of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  public Share {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException("no share of " + count + " in " + of);
    }
  }

  /** count / of; NaN for none of none. */
  public double value() {
    return (double) count / of;
  }

  /**
   * The share with Wilson's score interval (1927), which stays within [0, 1] and has a width even
   * for none and for all. Of nothing nothing is known: [0, 1].
   */
  public Estimate estimate() {
    if (of == 0) {
      return new Estimate(Double.NaN, 0, 1);
    }
    double p = value();
    double zz = Z * Z / of;
    double middle = (p + zz / 2) / (1 + zz);
    double half = Z * Math.sqrt(p * (1 - p) / of + zz / (4 * of)) / (1 + zz);
    double lower = count == 0 ? 0 : Math.max(0, middle - half);
    double upper = count == of ? 1 : Math.min(1, middle + half);
    return new Estimate(p, lower, upper);
  }
}
