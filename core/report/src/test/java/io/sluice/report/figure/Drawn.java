package io.sluice.report.figure;

import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import java.util.function.DoubleUnaryOperator;

/** Functions to be drawn. */
final class Drawn {

  private Drawn() {}

  /** A function as an activation. */
  record Curve(
      String id,
      DoubleUnaryOperator function,
      DoubleUnaryOperator itsSlope,
      Interval range,
      double... kinks)
      implements Activation {
    @Override
    public double value(double x) {
      return function.applyAsDouble(x);
    }

    @Override
    public double slope(double x) {
      return itsSlope.applyAsDouble(x);
    }
  }

  static Activation identity() {
    return new Curve("identity", x -> x, x -> 1, Interval.REALS);
  }

  static Activation relu() {
    return new Curve("relu", x -> Math.max(0, x), x -> x > 0 ? 1 : 0, Interval.NOT_NEGATIVE, 0);
  }

  static Activation step() {
    return new Curve("step", x -> x >= 0 ? 1 : 0, x -> 0, Interval.closed(0, 1), 0);
  }

  static Activation cubeRoot() {
    return new Curve(
        "cube-root",
        StrictMath::cbrt,
        x -> 1 / (3 * StrictMath.cbrt(x) * StrictMath.cbrt(x)),
        Interval.REALS,
        0);
  }

  static Activation constant(double value) {
    return new Curve("constant", x -> value, x -> 0, Interval.closed(value, value));
  }

  static Activation sine(double frequency) {
    return new Curve(
        "sine",
        x -> StrictMath.sin(frequency * x),
        x -> frequency * StrictMath.cos(frequency * x),
        Interval.closed(-1, 1));
  }

  static Activation exponential() {
    return new Curve("exponential", StrictMath::exp, StrictMath::exp, Interval.POSITIVE);
  }

  /** A function of nothing. */
  static Activation undefined() {
    return new Curve("undefined", x -> Double.NaN, x -> Double.NaN, Interval.REALS);
  }
}
