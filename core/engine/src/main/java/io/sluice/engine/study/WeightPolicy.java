package io.sluice.engine.study;

import java.util.Locale;

/**
 * What happens to a weight that leaves its bounds [L, U]. Inside the bounds no policy does
 * anything.
 */
public enum WeightPolicy {
  /** Nothing: the bounds only say where a population searches. */
  NONE,
  /** It is set to the bound it crossed. */
  CLIP,
  /** It is mirrored at the bound, 2U − w, and again at the other until it lies inside. */
  REFLECT,
  /**
   * Like {@link #REFLECT}, and after an odd number of mirrorings the optimizer's first moment of
   * this weight changes its sign.
   */
  REFLECT_FLIP,
  /** It is set to the bound it crossed and changes its sign; clipped if that lies outside. */
  SIGN_FLIP,
  /** It comes in again from the other side: the bounds are glued together. */
  WRAP;

  /** The name in study files: lower kebab-case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The value put in the place of {@code weight}.
   *
   * @param weight any number; NaN stays NaN
   * @param lower the lower bound
   * @param upper the upper bound, above the lower one
   */
  public double keep(double weight, double lower, double upper) {
    if (!(weight < lower) && !(weight > upper)) {
      return weight;
    }
    switch (this) {
      case NONE:
        return weight;
      case CLIP:
        return weight < lower ? lower : upper;
      case SIGN_FLIP:
        return Math.min(upper, Math.max(lower, weight < lower ? -lower : -upper));
      case WRAP:
        return Math.min(upper, lower + positiveRemainder(weight - lower, upper - lower));
      default:
        return mirror(weight, lower, upper);
    }
  }

  /** Whether a weight that was about to take this value bounced an odd number of times. */
  public boolean reversesMomentum(double weight, double lower, double upper) {
    if (this != REFLECT_FLIP || (!(weight < lower) && !(weight > upper))) {
      return false;
    }
    double beyond = weight > upper ? weight - upper : lower - weight;
    return Math.max(1, Math.ceil(beyond / (upper - lower))) % 2 == 1;
  }

  private static double mirror(double weight, double lower, double upper) {
    double once = weight > upper ? 2 * upper - weight : 2 * lower - weight;
    if (once >= lower && once <= upper) {
      return once;
    }
    double width = upper - lower;
    double inTwoWidths = positiveRemainder(weight - lower, 2 * width);
    double kept = inTwoWidths <= width ? lower + inTwoWidths : upper - (inTwoWidths - width);
    return Math.min(upper, Math.max(lower, kept));
  }

  private static double positiveRemainder(double value, double modulus) {
    double remainder = value % modulus;
    return remainder < 0 ? remainder + modulus : remainder;
  }
}
