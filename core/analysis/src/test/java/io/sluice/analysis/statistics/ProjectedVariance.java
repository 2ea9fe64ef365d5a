package io.sluice.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Type II sums of squares the long way: the values are projected on the space that the indicators
 * of the levels span, by Gram and Schmidt, and the rests of nested models are compared.
 */
final class ProjectedVariance {

  private final int rows;
  private final int columns;
  private final List<double[]> values = new ArrayList<>();

  ProjectedVariance(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  void add(int row, int column, double value) {
    values.add(new double[] {row, column, value});
  }

  int count() {
    return values.size();
  }

  void assertSame(TwoWayVariance analysis) {
    double[] byRows = rest(true, false, false);
    double[] byColumns = rest(false, true, false);
    double[] additive = rest(true, true, false);
    double[] full = rest(true, true, true);
    assertTerm(analysis.first(), byColumns[0] - additive[0], additive[1] - byColumns[1]);
    assertTerm(analysis.second(), byRows[0] - additive[0], additive[1] - byRows[1]);
    assertTerm(analysis.interaction(), additive[0] - full[0], full[1] - additive[1]);
    assertThat(analysis.residual().sumOfSquares()).isCloseTo(full[0], within(1e-8));
    assertThat(analysis.residual().degrees()).isEqualTo(count() - full[1]);
  }

  private static void assertTerm(TwoWayVariance.Term term, double sumOfSquares, double degrees) {
    assertThat(term.sumOfSquares()).isCloseTo(sumOfSquares, within(1e-8));
    assertThat(term.degrees()).isEqualTo(degrees);
  }

  /** The sum of squares left by a model, and the model's rank. */
  private double[] rest(boolean withRows, boolean withColumns, boolean withCells) {
    List<double[]> basis = new ArrayList<>();
    for (int i = 0; withRows && i < rows; i++) {
      int row = i;
      extend(basis, n -> values.get(n)[0] == row);
    }
    for (int j = 0; withColumns && j < columns; j++) {
      int column = j;
      extend(basis, n -> values.get(n)[1] == column);
    }
    for (int c = 0; withCells && c < rows * columns; c++) {
      int cell = c;
      extend(basis, n -> values.get(n)[0] * columns + values.get(n)[1] == cell);
    }
    double[] left = values.stream().mapToDouble(value -> value[2] - 100).toArray();
    subtractProjections(left, basis);
    return new double[] {dot(left, left), basis.size()};
  }

  private void extend(List<double[]> basis, IntPredicate member) {
    double[] vector = new double[values.size()];
    for (int n = 0; n < vector.length; n++) {
      vector[n] = member.test(n) ? 1 : 0;
    }
    subtractProjections(vector, basis);
    subtractProjections(vector, basis);
    double length = Math.sqrt(dot(vector, vector));
    if (length > 1e-6) {
      for (int n = 0; n < vector.length; n++) {
        vector[n] /= length;
      }
      basis.add(vector);
    }
  }

  private static void subtractProjections(double[] vector, List<double[]> basis) {
    for (double[] direction : basis) {
      double along = dot(vector, direction);
      for (int n = 0; n < vector.length; n++) {
        vector[n] -= along * direction[n];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int n = 0; n < a.length; n++) {
      sum += a[n] * b[n];
    }
    return sum;
  }
}
