package io.sluice.passport.optimizer;

import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Invariance;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What another order of the rows, of the columns, and of all parameters of a layer's matrix changes
 * about the way of an optimizer that sees the matrix. One that goes the same way whether the
 * parameters are a matrix or a row of numbers has no such entries.
 */
final class MatrixOrder {

  private static final int ROWS = 3;
  private static final int COLUMNS = 4;
  private static final int N = ROWS * COLUMNS;

  private final GradientOptimizer optimizer;
  private final Landscape bent = new Landscape.Bent(N);
  private final double[] start = new double[N];

  private MatrixOrder(GradientOptimizer optimizer) {
    this.optimizer = optimizer;
    Arrays.setAll(start, p -> (p % 5 - 2) * 0.5 + (p % 3 == 0 ? 1 : -0.25));
  }

  static void add(GradientOptimizer optimizer, List<Entry> entries) {
    MatrixOrder orders = new MatrixOrder(optimizer);
    Affine same = Affine.identity(N);
    Walk matrix = orders.walk(same, COLUMNS);
    if (!(Invariances.apart(orders.start, matrix, orders.walk(same, 1), same) > 0)) {
      return;
    }
    orders.add("rows", p -> (p + COLUMNS) % N, entries);
    orders.add("columns", p -> p - p % COLUMNS + (p + 1) % COLUMNS, entries);
    orders.add("a matrix", p -> (p + 1) % N, entries);
  }

  private void add(String what, IntUnaryOperator place, List<Entry> entries) {
    Affine map = Affine.order(N, place);
    Walk plain = walk(Affine.identity(N), COLUMNS);
    entries.add(
        Invariances.entry(
            Invariance.PERMUTATION.id() + " of " + what,
            Invariances.apart(start, plain, walk(map, COLUMNS), map)));
  }

  private Walk walk(Affine map, int columns) {
    return new GradientWalk(
        optimizer,
        new Landscape.Changed(bent, map, 1),
        Box.open(N),
        map.to(start.clone()),
        new LaneOfOne(optimizer, N, columns));
  }
}
