package io.sluice.dist.page;

import io.sluice.spi.Activation;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
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

  static Activation sine(double frequency) {
    return new Curve(
        "sine",
        x -> StrictMath.sin(frequency * x),
        x -> frequency * StrictMath.cos(frequency * x),
        Interval.closed(-1, 1));
  }

  /** One that is no function of a number alone, and says so when asked. */
  static Activation vectorValued() {
    DoubleUnaryOperator refusal =
        x -> {
          throw new UnsupportedOperationException("needs all units");
        };
    return new Curve("all-units", refusal, refusal, Interval.REALS);
  }

  /** Described in every respect, and trained. */
  record Described() implements TrainableActivation {
    @Override
    public String id() {
      return "described";
    }

    @Override
    public Description description() {
      return Description.of("A *line*", "a * x if x < 0 | x > 1 else b", "Somebody_else 1999")
          .aliases("other", "another")
          .note("It is so.")
          .note("For a < b it is not.")
          .sourceUnread();
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("a", 1.5, Interval.REALS, ""), Hyperparameter.flag("b", true, ""));
    }

    @Override
    public List<String> trainable() {
      return List.of("a");
    }

    @Override
    public Sharing sharing() {
      return Sharing.UNIT;
    }

    @Override
    public Interval range() {
      return Interval.closedOpen(-0.2784645427610738, 1);
    }

    @Override
    public double[] kinks() {
      return new double[] {-1, 0.5};
    }

    @Override
    public double value(double x, double[] parameters) {
      return parameters[0] * x;
    }

    @Override
    public double slope(double x, double[] parameters) {
      return parameters[0];
    }

    @Override
    public double slopeBy(int parameter, double x, double[] parameters) {
      return x;
    }
  }
}
