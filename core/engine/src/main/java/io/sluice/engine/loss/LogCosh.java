package io.sluice.engine.loss;

import io.sluice.math.Exponential;
import io.sluice.math.Hyperbolic;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;

/**
 * ln cosh e with e = a − y: e²/2 near 0, |e| − ln 2 far away. It is computed without overflow, and
 * near 0 without cancellation: with m = exp |e| − 1, cosh e − 1 = m² / (2 (1 + m)).
 */
record LogCosh() implements Loss {

  private static final double LN2 = 0.6931471805599453;

  @Override
  public String id() {
    return "log-cosh";
  }

  @Override
  public Description description() {
    return Description.of("Logarithm of the hyperbolic cosine", "ln cosh(a − y)", "Green 1990");
  }

  @Override
  public void values(
      double[] output, double[] wanted, int examples, int units, int lanes, double[] values) {
    for (int i = 0; i < examples * units * lanes; i++) {
      values[i] = value(Math.abs(output[i] - wanted[i]));
    }
  }

  private static double value(double size) {
    if (size <= 1) {
      double m = Exponential.expm1(size);
      return Logarithm.log1p(m * m / (2 + 2 * m));
    }
    return size - LN2 + Logarithm.log1p(Exponential.exp(-2 * size));
  }

  @Override
  public void slopes(
      double[] output,
      double[] wanted,
      int examples,
      int units,
      int lanes,
      int terms,
      double[] slopes) {
    double scale = 1.0 / terms;
    for (int i = 0; i < examples * units * lanes; i++) {
      slopes[i] = Hyperbolic.tanh(output[i] - wanted[i]) * scale;
    }
  }
}
