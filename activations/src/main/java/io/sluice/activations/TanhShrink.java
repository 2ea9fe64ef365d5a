package io.sluice.activations;

import io.sluice.math.HyperbolicSine;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f(x) = x - tanh x; f' = tanh² x. Near zero the difference cancels; there f = (x cosh x - sinh x)
 * / cosh x, whose numerator is a series of positive terms 2 k x^(2 k + 1) / (2 k + 1)!. Infinite
 * with slope 1 at the infinities.
 */
@Extension
public final class TanhShrink extends OnePass {

  /** Below it the series is used. */
  private static final double NEAR = 1.5;

  /** 2 k / (2 k + 1)! for k = 11 down to 1. */
  private static final double[] SERIES = {
    8.509974375387505e-22,
    3.9145882126782523e-19,
    1.4797143443923793e-16,
    4.498331606952833e-14,
    1.0706029224547743e-11,
    1.9270852604185937e-09,
    2.505210838544172e-07,
    2.2045855379188714e-05,
    0.0011904761904761906,
    0.03333333333333333,
    0.3333333333333333
  };

  @Override
  public String id() {
    return "tanh-shrink";
  }

  @Override
  public Description description() {
    return Description.of("What tanh takes away", "x - tanh(x)", "")
        .aliases("tanhshrink")
        .note(
            "PyTorch and Keras subtract, which near zero leaves few right places: at 0.001 their"
                + " relative error is 5e-11.");
  }

  @Override
  Pass pass() {
    return Pass.TANH;
  }

  @Override
  double value(double x, double tanh) {
    return Math.abs(x) < NEAR ? near(x) : x - tanh;
  }

  @Override
  double slope(double x, double tanh) {
    return tanh * tanh;
  }

  private static double near(double x) {
    double square = x * x;
    double sum = SERIES[0];
    for (int k = 1; k < SERIES.length; k++) {
      sum = Math.fma(sum, square, SERIES[k]);
    }
    return x * square * (sum / HyperbolicSine.cosh(x));
  }
}
