package io.sluice.web.play;

import io.sluice.engine.network.NetworkSight;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import java.util.function.IntToDoubleFunction;

/**
 * Where a network is looked at to draw what it has learned: along a curve of one input, over a map
 * of two, or at the training examples of more.
 *
 * @param kind how it is drawn
 * @param rows the places
 * @param across the values of the first input, of a curve and a map
 * @param up the values of the second, of a map
 * @param low what a map paints as low
 * @param high what it paints as high
 */
record FitGrid(Kind kind, Dataset rows, double[] across, double[] up, double low, double high) {

  /** How a fit is drawn. */
  enum Kind {
    CURVE,
    MAP,
    ROWS
  }

  private static final double[] NONE = {};
  private static final int CURVE_POINTS = 81;
  private static final int MAP_POINTS = 25;
  private static final int MOST_ROWS = 200;
  private static final double LOGITS = 4;

  /** The grid of a task. */
  static FitGrid of(Task.Fit task) {
    Dataset data = task.data();
    double low = 0;
    double high = data.outputs() - 1.0;
    if (data.outputs() == 1) {
      low = task.loss().isForClasses() ? -LOGITS : data.targets().lower();
      high = task.loss().isForClasses() ? LOGITS : data.targets().upper();
    }
    if (data.inputs() == 1) {
      double[] x = axis(data, 0, CURVE_POINTS, 0.25);
      return new FitGrid(Kind.CURVE, rows(data, x.length, i -> x[i], null), x, NONE, low, high);
    }
    if (data.inputs() == 2) {
      double[] x = axis(data, 0, MAP_POINTS, 0.15);
      double[] y = axis(data, 1, MAP_POINTS, 0.15);
      Dataset rows = rows(data, x.length * y.length, i -> x[i % x.length], i -> y[i / x.length]);
      return new FitGrid(Kind.MAP, rows, x, y, low, high);
    }
    int count = Math.min(MOST_ROWS, data.rows());
    Dataset some = Dataset.of(count, data.inputs(), data::input, data.outputs(), data::output);
    return new FitGrid(Kind.ROWS, some, NONE, NONE, low, high);
  }

  private static Dataset rows(
      Dataset data, int count, IntToDoubleFunction first, IntToDoubleFunction second) {
    return Dataset.of(
        count,
        data.inputs(),
        (row, column) -> (column == 0 ? first : second).applyAsDouble(row),
        data.outputs(),
        (row, column) -> 0);
  }

  /** Values from below the least to above the greatest of an input. */
  private static double[] axis(Dataset data, int input, int points, double margin) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < data.rows(); row++) {
      least = Math.min(least, data.input(row, input));
      greatest = Math.max(greatest, data.input(row, input));
    }
    double beyond = least < greatest ? margin * (greatest - least) : 2;
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      values[i] = least - beyond + (greatest - least + 2 * beyond) * i / (points - 1);
    }
    return values;
  }

  /** What a network says at a place: its output, or of several the number of the greatest. */
  static double answer(NetworkSight sight, int row, int lane) {
    int greatest = 0;
    for (int output = 1; output < sight.outputs(); output++) {
      if (sight.output(row, output, lane) > sight.output(row, greatest, lane)) {
        greatest = output;
      }
    }
    return sight.outputs() == 1 ? sight.output(row, 0, lane) : greatest;
  }

  /** The same of a row of data. */
  static double wanted(Dataset data, int row) {
    int greatest = 0;
    for (int output = 1; output < data.outputs(); output++) {
      if (data.output(row, output) > data.output(row, greatest)) {
        greatest = output;
      }
    }
    return data.outputs() == 1 ? data.output(row, 0) : greatest;
  }
}
