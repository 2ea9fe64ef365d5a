package io.sluice.spi;

import java.util.Map;

/**
 * An activation function: a number in, a number out. This is a whole one:
 *
 * <pre>{@code
 * public final class Cube implements Activation {
 *   public String id() { return "cube"; }
 *   public double value(double x) { return x * x * x; }
 *   public double slope(double x) { return 3 * x * x; }
 * }
 * }</pre>
 *
 * <p>Functions are pure and safe for use by many threads. NaN in gives NaN out, of slopes too. The
 * block forms must give the same bits as the scalar ones; their defaults do, by looping.
 */
public non-sealed interface Activation extends ActivationFunction {

  /** f(x). */
  double value(double x);

  /**
   * f'(x), computed from x and not from the output: near saturation {@code 1 - y * y} rounds to
   * zero long before the slope does, and a slope that is falsely zero looks like stagnation. At a
   * kink the chosen one-sided or middle value; say which in the class's doc.
   */
  double slope(double x);

  /**
   * The formula of {@link #slope} where that is a surrogate, as step units are trained with, and
   * not the derivative; empty where it is the derivative. Gradients are those of the surrogate,
   * while losses, and so all that searches without gradients, see the value alone.
   */
  default String surrogateSlope() {
    return "";
  }

  @Override
  default Activation with(Map<String, Double> values) {
    return this;
  }

  /**
   * Sets {@code y[i] = f(x[i])} for {@code from <= i < to}.
   *
   * @param x the inputs
   * @param y receives the values, another array
   * @param from the first index
   * @param to one past the last index
   */
  default void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = value(x[i]);
    }
  }

  /**
   * Sets {@code y[i] = f(x[i])} and {@code slope[i] = f'(x[i])} for {@code from <= i < to}. All
   * arrays are different ones.
   *
   * @param x the inputs
   * @param y receives the values
   * @param slope receives the slopes
   * @param from the first index
   * @param to one past the last index
   */
  default void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = value(input);
      slope[i] = slope(input);
    }
  }
}
