package io.sluice.optimizers.population;

import io.sluice.spi.RandomStream;

/** Random numbers of distributions that several optimizers draw from. */
final class Draws {

  private Draws() {}

  /** Cauchy's distribution around a centre: centre + scale · tan(π (u − ½)). */
  static double cauchy(RandomStream random, double centre, double scale) {
    return centre + scale * StrictMath.tan(Math.PI * (random.nextDouble() - 0.5));
  }

  /** The scale of the numerator of {@link #levy} for an exponent. */
  static double levyScale(double exponent) {
    double numerator = gamma(1 + exponent) * StrictMath.sin(Math.PI * exponent / 2);
    double denominator =
        gamma((1 + exponent) / 2) * exponent * StrictMath.pow(2, (exponent - 1) / 2);
    return StrictMath.pow(numerator / denominator, 1 / exponent);
  }

  /**
   * A symmetric step whose tail falls as |s|^−(1 + exponent), by Mantegna's ratio of two normal
   * numbers: u / |v|^(1/exponent).
   *
   * @param scale {@link #levyScale} of the exponent
   */
  static double levy(RandomStream random, double exponent, double scale) {
    double numerator = scale * random.nextGaussian();
    return numerator / StrictMath.pow(Math.abs(random.nextGaussian()), 1 / exponent);
  }

  /**
   * Deb's polynomial mutation: moves a value within its bounds by a share of the way, the smaller
   * the larger the index.
   */
  static double polynomial(
      RandomStream random, double value, double lower, double upper, double index) {
    double width = upper - lower;
    double u = random.nextDouble();
    double near = u < 0.5 ? (value - lower) / width : (upper - value) / width;
    double rest = StrictMath.pow(1 - Math.max(0, Math.min(1, near)), index + 1);
    double inner = u < 0.5 ? 2 * u + (1 - 2 * u) * rest : 2 * (1 - u) + (2 * u - 1) * rest;
    double move = 1 - StrictMath.pow(inner, 1 / (index + 1));
    return u < 0.5 ? value - move * width : value + move * width;
  }

  /** Γ between 0 and 20, by Lanczos' approximation with seven terms. */
  private static double gamma(double x) {
    double[] terms = {
      0.99999999999980993,
      676.5203681218851,
      -1259.1392167224028,
      771.32342877765313,
      -176.61502916214059,
      12.507343278686905,
      -0.13857109526572012,
      9.9843695780195716e-6,
      1.5056327351493116e-7
    };
    double sum = terms[0];
    for (int i = 1; i < terms.length; i++) {
      sum += terms[i] / (x - 1 + i);
    }
    double base = x - 1 + 7.5;
    return Math.sqrt(2 * Math.PI) * StrictMath.pow(base, x - 0.5) * StrictMath.exp(-base) * sum;
  }
}
