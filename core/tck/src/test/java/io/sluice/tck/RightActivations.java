package io.sluice.tck;

import io.sluice.spi.Activation;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Activations that keep every promise, written plainly; tests make mutants of them. */
final class RightActivations {

  private RightActivations() {}

  /** One of each. */
  static Stream<Activation> all() {
    return Stream.of(
        new Sine(),
        new ScaledTanh(),
        new Leaky(0.01),
        new ShiftedRamp(),
        new Tanh(),
        new Sigmoid(),
        new Relu(),
        new Line(),
        new Softsign(),
        new Identity());
  }

  static class Sine implements Activation {
    @Override
    public String id() {
      return "sine";
    }

    @Override
    public Interval range() {
      return Interval.closed(-1, 1);
    }

    @Override
    public double value(double x) {
      return StrictMath.sin(x);
    }

    @Override
    public double slope(double x) {
      return StrictMath.cos(x);
    }
  }

  static class ScaledTanh implements Activation {
    @Override
    public String id() {
      return "scaled-tanh";
    }

    @Override
    public Description description() {
      return Description.of("Scaled", "1.7159 * tanh(2 / 3 * x)", "LeCun 1998");
    }

    @Override
    public double value(double x) {
      return 1.7159 * StrictMath.tanh(2 * x / 3);
    }

    @Override
    public double slope(double x) {
      double c = StrictMath.cosh(2 * x / 3);
      return 1.7159 * 2 / 3 / c / c;
    }
  }

  static class Leaky implements Activation {
    private final double negativeSlope;

    Leaky(double negativeSlope) {
      this.negativeSlope = negativeSlope;
    }

    @Override
    public String id() {
      return "leaky";
    }

    @Override
    public Description description() {
      return Description.of("Leaky", "x if x > 0 else negative_slope * x", "");
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("negative-slope", negativeSlope, Interval.closed(0, 1), "below 0"));
    }

    @Override
    public Leaky with(Map<String, Double> values) {
      return new Leaky(values.get("negative-slope"));
    }

    @Override
    public double[] kinks() {
      return new double[] {0};
    }

    @Override
    public double value(double x) {
      return x > 0 ? x : negativeSlope * x;
    }

    @Override
    public double slope(double x) {
      return x > 0 ? 1 : x <= 0 ? negativeSlope : x;
    }
  }

  static class ShiftedRamp implements Activation {
    @Override
    public String id() {
      return "shifted-ramp";
    }

    @Override
    public double[] kinks() {
      return new double[] {0.3};
    }

    @Override
    public double value(double x) {
      return Math.max(x - 0.3, 0);
    }

    @Override
    public double slope(double x) {
      return x > 0.3 ? 1 : x <= 0.3 ? 0 : x;
    }
  }

  static class Tanh implements Activation {
    @Override
    public String id() {
      return "tanh";
    }

    @Override
    public Interval range() {
      return Interval.open(-1, 1);
    }

    @Override
    public double value(double x) {
      return StrictMath.tanh(x);
    }

    @Override
    public double slope(double x) {
      double c = StrictMath.cosh(x);
      return 1 / c / c;
    }
  }

  static class Sigmoid implements Activation {
    @Override
    public String id() {
      return "sigmoid";
    }

    @Override
    public Interval range() {
      return Interval.open(0, 1);
    }

    @Override
    public double value(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }

    @Override
    public double slope(double x) {
      double e = StrictMath.exp(-Math.abs(x));
      return e / ((1 + e) * (1 + e));
    }
  }

  static class Relu implements Activation {
    @Override
    public String id() {
      return "relu";
    }

    @Override
    public Interval range() {
      return Interval.atLeast(0);
    }

    @Override
    public double[] kinks() {
      return new double[] {0};
    }

    @Override
    public double value(double x) {
      return Math.max(x, 0);
    }

    @Override
    public double slope(double x) {
      return x > 0 ? 1 : x <= 0 ? 0 : x;
    }
  }

  static class Line implements Activation {
    @Override
    public String id() {
      return "line";
    }

    @Override
    public double value(double x) {
      return 0.1 * x;
    }

    @Override
    public double slope(double x) {
      return x == x ? 0.1 : x;
    }
  }

  static class Softsign implements Activation {
    @Override
    public String id() {
      return "softsign";
    }

    @Override
    public double value(double x) {
      return Double.isInfinite(x) ? Math.signum(x) : x / (1 + Math.abs(x));
    }

    @Override
    public double slope(double x) {
      double d = 1 / (1 + Math.abs(x));
      return d * d;
    }
  }

  static class Identity implements Activation {
    @Override
    public String id() {
      return "identity";
    }

    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double slope(double x) {
      return x == x ? 1 : x;
    }
  }
}
