package io.sluice.moments;

import io.sluice.spi.Activation;
import java.util.function.DoubleUnaryOperator;

/** An activation of a function and its slope. */
record Plain(String id, DoubleUnaryOperator function, DoubleUnaryOperator derivative)
    implements Activation {

  static Activation tanh() {
    return new Plain("tanh", StrictMath::tanh, x -> 1 / (StrictMath.cosh(x) * StrictMath.cosh(x)));
  }

  static Activation sigmoid() {
    return new Plain("sigmoid", Plain::logistic, x -> logistic(x) * logistic(-x));
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  static Activation relu() {
    return leaky(0);
  }

  static Activation leaky(double below) {
    return new Plain("leaky", x -> x < 0 ? below * x : x, x -> x > 0 ? 1 : below);
  }

  static Activation identity() {
    return new Plain("identity", x -> x, x -> 1);
  }

  static Activation sine() {
    return new Plain("sine", StrictMath::sin, StrictMath::cos);
  }

  @Override
  public double value(double x) {
    return function.applyAsDouble(x);
  }

  @Override
  public double slope(double x) {
    return derivative.applyAsDouble(x);
  }
}
