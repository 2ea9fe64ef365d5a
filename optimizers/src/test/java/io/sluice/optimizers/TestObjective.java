package io.sluice.optimizers;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The functions of the oracle, with their slopes in closed form. */
enum TestObjective {
  /** (1 − x)² + 100 (y − x²)². */
  ROSENBROCK2(
      new double[] {-1.2, 1},
      x -> {
        double rest = x[1] - x[0] * x[0];
        return new double[] {-2 * (1 - x[0]) - 400 * x[0] * rest, 200 * rest};
      });

  private final double[] start;
  private final UnaryOperator<double[]> gradient;

  TestObjective(double[] start, UnaryOperator<double[]> gradient) {
    this.start = start;
    this.gradient = gradient;
  }

  /** The one of this name, if it is known here. */
  static Optional<TestObjective> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(name)).findAny();
  }

  double[] start() {
    return start.clone();
  }

  double[] gradient(double[] x) {
    return gradient.apply(x);
  }
}
