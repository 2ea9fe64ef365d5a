package io.sluice.engine.support;

import io.sluice.spi.Activation;
import java.util.function.DoubleUnaryOperator;

/** An activation of two lambdas, with the block forms that every activation has. */
public record Scalar(String id, DoubleUnaryOperator function, DoubleUnaryOperator derivative)
    implements Activation {

  public static Activation tanh() {
    return new Scalar(
        "tanh",
        StrictMath::tanh,
        x -> {
          double c = StrictMath.cosh(x);
          return 1 / (c * c);
        });
  }

  public static Activation sigmoid() {
    return new Scalar("sigmoid", Scalar::logistic, x -> logistic(x) * logistic(-x));
  }

  public static Activation relu() {
    return new Scalar("relu", x -> x < 0 ? 0 : x, x -> x > 0 ? 1 : 0);
  }

  public static Activation identity() {
    return new Scalar("identity", x -> x, x -> 1);
  }

  public static Activation sine() {
    return new Scalar("sine", StrictMath::sin, StrictMath::cos);
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
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
