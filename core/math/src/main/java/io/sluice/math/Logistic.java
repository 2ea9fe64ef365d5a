package io.sluice.math;

/**
 * The logistic function 1 / (1 + e^-x) and its integral, softplus ln(1 + e^x).
 *
 * <p>Both come from e^-|x|, which cannot overflow. Largest errors seen: sigmoid 2.16 ulp, softplus
 * 1.45 ulp.
 */
public final class Logistic {

  private Logistic() {}

  /** 1 / (1 + e^-x), accurate in the lower tail too: 0 and 1 at the infinities. */
  public static double sigmoid(double x) {
    return sigmoid(x, Exponential.decay(x));
  }

  /**
   * The logistic function where e^-|x| is known already.
   *
   * @param x where
   * @param decay {@link Exponential#decay} of x
   */
  public static double sigmoid(double x, double decay) {
    return (x < 0 ? decay : 1) / (1 + decay);
  }

  /** e^-|x| / (1 + e^-|x|)², the slope of the logistic function: 0 at the infinities. */
  public static double sigmoidSlope(double x) {
    return slopeOf(Exponential.decay(x));
  }

  /**
   * The slope of the logistic function where e^-|x| is known already.
   *
   * @param decay {@link Exponential#decay} of x
   */
  static double slopeOf(double decay) {
    return decay / ((1 + decay) * (1 + decay));
  }

  /** ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|): 0 at negative infinity, infinity at infinity. */
  public static double softplus(double x) {
    return softplus(x, Exponential.decay(x));
  }

  /**
   * Softplus where e^-|x| is known already.
   *
   * @param x where
   * @param decay {@link Exponential#decay} of x
   */
  public static double softplus(double x, double decay) {
    return Math.max(x, 0) + Logarithm.log1p(decay);
  }

  /** Sets {@code y[i] = sigmoid(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void sigmoids(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.sigmoids(x, y, from, to);
  }

  /**
   * Sets {@code y[i] = sigmoid(x[i])} and {@code slope[i] = sigmoidSlope(x[i])} for {@code from <=
   * i < to} from one exponential. Either result may be written over {@code x}.
   */
  public static void sigmoidsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    KernelChoice.KERNELS.sigmoidsAndSlopes(x, y, slope, from, to);
  }

  /** Sets {@code y[i] = softplus(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void softpluses(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.softpluses(x, y, from, to);
  }
}
