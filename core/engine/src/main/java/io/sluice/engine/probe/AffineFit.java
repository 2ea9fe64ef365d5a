package io.sluice.engine.probe;

import io.sluice.engine.study.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What affine maps of some numbers can give, by ordinary least squares.
 *
 * @param span of a column of ones and of each input
 */
record AffineFit(Span span) {

  /** Outputs that vary by less do not vary, as a share of the terms that they are sums of. */
  private static final double ROUNDING = 1e-11;

  static AffineFit of(int rows, int inputs, Dataset.Numbers numbers) {
    List<double[]> columns = new ArrayList<>();
    columns.add(column(rows, row -> 1));
    for (int i = 0; i < inputs; i++) {
      int input = i;
      columns.add(column(rows, row -> numbers.at(row, input)));
    }
    return new AffineFit(new Span(columns));
  }

  static double[] column(int rows, IntToDoubleFunction numbers) {
    double[] column = new double[rows];
    Arrays.setAll(column, numbers);
    return column;
  }

  /** The sum of the squares by which the best affine map misses a column. */
  double missed(double[] column) {
    double[] rest = span.rest(column);
    return Span.product(rest, rest);
  }

  /**
   * How far what a network gives is from an affine map: √(Σ (a − p)² / Σ (a − ā)²), p being its
   * best affine fit and ā the mean of an output. From 0 to 1; 0 if the outputs do not vary.
   */
  static double gap(Probed network) {
    double[][] outputs = network.outputs();
    double rounding = ROUNDING * network.largestTerms();
    double missed = 0;
    double deviations = 0;
    for (int o = 0; o < outputs[0].length; o++) {
      int output = o;
      double[] column = column(outputs.length, row -> outputs[row][output]);
      double mean = 0;
      for (double value : column) {
        mean += value / column.length;
      }
      double squares = 0;
      for (double value : column) {
        squares += (value - mean) * (value - mean);
      }
      if (!(Math.sqrt(squares / column.length) <= rounding)) {
        deviations += squares;
        missed += network.ground().fit().missed(column);
      }
    }
    return deviations == 0 ? 0 : Math.sqrt(Math.min(1, missed / deviations));
  }

  /**
   * The largest |f(x) − 2 f((x + z) / 2) + f(z)| over lines between rows, as a share of the
   * difference of the greatest and the least output: 0 for a function that is affine on these lines
   * up to rounding, at most 2. A line goes from each row to the one half of all rows further on.
   */
  static double secondDifference(Probed network) {
    Dataset data = network.ground().data();
    int rows = data.rows();
    double[][] ends = network.outputs();
    double[][] middles =
        network.outputs(
            AffineFit.rows(
                rows,
                data.inputs(),
                (row, input) ->
                    data.input(row, input) / 2 + data.input(other(row, rows), input) / 2));
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double largest = 0;
    for (int row = 0; row < rows; row++) {
      for (int o = 0; o < data.outputs(); o++) {
        double one = ends[row][o];
        double middle = middles[row][o];
        least = Math.min(least, Math.min(one, middle));
        greatest = Math.max(greatest, Math.max(one, middle));
        largest = Math.max(largest, Math.abs(one - 2 * middle + ends[other(row, rows)][o]));
      }
    }
    boolean varies = !(greatest - least <= ROUNDING * network.largestTerms());
    return varies ? largest / (greatest - least) : 0;
  }

  private static int other(int row, int rows) {
    return (row + rows / 2) % rows;
  }

  /** Rows of inputs, whose outputs do not matter. */
  static Dataset rows(int rows, int inputs, Dataset.Numbers numbers) {
    return Dataset.of(rows, inputs, numbers, 1, (row, output) -> 0);
  }
}
