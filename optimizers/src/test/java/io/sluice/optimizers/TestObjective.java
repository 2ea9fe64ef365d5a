package io.sluice.optimizers;

import io.sluice.optimizers.oracle.Bowl;
import java.util.Arrays;
import java.util.Optional;

/** The functions of the oracle, with their slopes in closed form. */
enum TestObjective {
  /** (1 − x)² + 100 (y − x²)². */
  ROSENBROCK2(new Bowl.Rosenbrock(), -1.2, 1);

  private final Bowl bowl;
  private final double[] start;

  TestObjective(Bowl bowl, double... start) {
    this.bowl = bowl;
    this.start = start;
  }

  /** The one of this name, if it is known here. */
  static Optional<TestObjective> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(name)).findAny();
  }

  Bowl bowl() {
    return bowl;
  }

  double[] start() {
    return start.clone();
  }

  double[] gradient(double[] x) {
    double[] gradient = new double[x.length];
    bowl.gradient(x, gradient);
    return gradient;
  }
}
