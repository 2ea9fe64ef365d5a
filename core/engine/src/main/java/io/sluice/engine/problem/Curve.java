package io.sluice.engine.problem;

import io.sluice.engine.study.Dataset;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * The function of one input that data were taken from, as it is without noise and between them.
 *
 * @param limit it goes from −limit to limit
 */
public record Curve(double limit, DoubleUnaryOperator function) {

  /** How many points stand for the whole of it: a power of 2 and one more. */
  public static final int POINTS = 4097;

  public Curve {
    Objects.requireNonNull(function, "function");
  }

  /** {@value #POINTS} evenly spaced points, both ends included. */
  public Dataset points() {
    double[][] x = new double[POINTS][1];
    double[][] y = new double[POINTS][1];
    for (int i = 0; i < POINTS; i++) {
      x[i][0] = Values.evenly(i, POINTS, limit);
      y[i][0] = function.applyAsDouble(x[i][0]);
    }
    return Dataset.of(x, y);
  }
}
