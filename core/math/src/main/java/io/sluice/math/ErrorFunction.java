package io.sluice.math;

/**
 * The error function and its complement.
 *
 * <p>Method: erfc |x| = 2 e^(-x²) R(sqrt 2 |x|) with the ratio R of {@link Normal} and the square
 * carried in two numbers; erf |x| = 1 - erfc |x| from 1 on, below it x times a polynomial of degree
 * 11 in x², which also serves erfc below 0.5. Largest errors seen: erf 2.48 ulp, erfc 3.06 ulp.
 */
public final class ErrorFunction {

  private static final double SQRT_TWO = 1.4142135623730951;
  private static final double SQRT_TWO_LOW = -9.667293313452913e-17;
  private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

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
    double scaled = SQRT_TWO * a;
    double error = Math.fma(SQRT_TWO, a, -scaled) + SQRT_TWO_LOW * a;
    double ratio = Normal.tailRatio(scaled);
    // The slope of the ratio, a R(a) - 1 / sqrt(2 π), makes good what rounding its input lost.
    ratio = Math.fma(Math.fma(scaled, ratio, -INVERSE_SQRT_TWO_PI), error, ratio);
    return Exponential.exp(-square, -lost) * (2 * ratio);
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
    KernelChoice.KERNELS.erfs(x, y, from, to);
  }

  /** Sets {@code y[i] = erfc(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void erfcs(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.erfcs(x, y, from, to);
  }
}
