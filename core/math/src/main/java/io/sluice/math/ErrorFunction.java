package io.sluice.math;

/**
 * The error function and its complement.
 *
 * <p>Method: erfc |x| = e^(-x²) sqrt(2 / π) M(sqrt 2 |x|) with the Mills ratio M of {@link Normal}
 * and the square carried in two numbers; erf |x| = 1 - erfc |x| from 1 on, below it x times a
 * polynomial of degree 11 in x², which also serves erfc below 0.5. Measured over the fixtures: erf
 * 2.0 ulp, erfc 3.3 ulp.
 */
public final class ErrorFunction {

  private static final double SQRT_TWO = 1.4142135623730951;
  private static final double SQRT_TWO_OVER_PI = 0.7978845608028654;

  /** Beyond it erfc underflows. */
  private static final double FARTHEST = 28;

  private ErrorFunction() {}

  /** erf x: -1 and 1 at the infinities. */
  public static double erf(double x) {
    if (Math.abs(x) < 1) {
      return inner(x);
    }
    return x < 0 ? tail(x) - 1 : 1 - tail(x);
  }

  /** erfc x = 1 - erf x, accurate in the upper tail too: 2 and 0 at the infinities. */
  public static double erfc(double x) {
    if (Math.abs(x) < 0.5) {
      return 1 - inner(x);
    }
    return x < 0 ? 2 - tail(x) : tail(x);
  }

  /** erfc |x|. */
  private static double tail(double x) {
    double a = Math.abs(x);
    a = a > FARTHEST ? FARTHEST : a;
    double square = a * a;
    double lost = Math.fma(a, a, -square);
    double ratio = SQRT_TWO_OVER_PI * Normal.mills(SQRT_TWO * a);
    return Exponential.exp(-square, -lost) * ratio;
  }

  private static double inner(double x) {
    double z = x * x;
    double square = z * z;
    double even = Math.fma(square, 1.3720064546777686e-08, 1.6447424703317362e-06);
    even = Math.fma(square, even, 0.00012055294904839707);
    even = Math.fma(square, even, 0.0052239776071164225);
    even = Math.fma(square, even, 0.11283791670945006);
    even = Math.fma(square, even, 1.1283791670955126);
    double odd = Math.fma(square, -7.795898827002142e-10, -1.6208483801871705e-07);
    odd = Math.fma(square, odd, -1.492473690741966e-05);
    odd = Math.fma(square, odd, -0.0008548325975389692);
    odd = Math.fma(square, odd, -0.02686617064323777);
    odd = Math.fma(square, odd, -0.37612638903183543);
    return x * Math.fma(z, odd, even);
  }

  /** Sets {@code y[i] = erf(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void erfs(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = erf(x[i]);
    }
  }

  /** Sets {@code y[i] = erfc(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void erfcs(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = erfc(x[i]);
    }
  }
}
