package io.sluice.optimizers.oracle;

import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/**
 * A step that begins with the residuals at the weights, of which it keeps {@code JᵀJ} and {@code
 * Jᵀr}. A parameter that the weight policy would put back where it stands is left out.
 */
abstract class ResidualState implements OracleState {

  private final OracleTask task;
  private final int n;
  private final double[] matrix;
  private final Cholesky cholesky;
  private boolean known;

  /** The weights at which the step begins. */
  final double[] weights;

  /** {@code Jᵀr}, half the gradient of the loss. */
  final double[] side;

  /** The solution that was computed last: where to go. */
  final double[] move;

  /** The loss at the weights. */
  double loss;

  ResidualState(OracleTask task) {
    this.task = task;
    n = task.parameters();
    matrix = new double[Math.multiplyExact(n, n)];
    cholesky = new Cholesky(n);
    weights = new double[n];
    side = new double[n];
    move = new double[n];
  }

  @Override
  public final OracleRequest ask(double[] point, double[] direction) {
    if (!known) {
      Vectors.copy(point, weights);
      Arrays.fill(matrix, 0);
      Arrays.fill(side, 0);
      return OracleRequest.RESIDUALS;
    }
    OracleRequest request = go(point);
    known = request != OracleRequest.ACCEPT;
    return request;
  }

  @Override
  public final void residual(double residual, double[] slopes) {
    for (int row = 0; row < n; row++) {
      double slope = slopes[row];
      if (slope != 0) {
        side[row] += slope * residual;
        int at = row * n;
        for (int column = 0; column <= row; column++) {
          matrix[at + column] += slope * slopes[column];
        }
      }
    }
  }

  @Override
  public final void tell(double told, double[] point, double[] vector) {
    if (known) {
      hear(told);
      return;
    }
    known = true;
    loss = told;
    leaveOut();
    begin();
  }

  private void leaveOut() {
    SearchSpace space = task.space();
    for (int p = 0; p < n; p++) {
      double w = weights[p];
      boolean outward =
          (w <= space.lower(p) && side[p] > 0) || (w >= space.upper(p) && side[p] < 0);
      if (outward && space.keep(p, w - side[p]) == w) {
        for (int other = 0; other < n; other++) {
          matrix[Math.max(p, other) * n + Math.min(p, other)] = 0;
        }
        matrix[p * n + p] = 1;
        side[p] = 0;
      }
    }
  }

  /** The residuals are there. */
  abstract void begin();

  /** What to do next. */
  abstract OracleRequest go(double[] point);

  /** Takes the loss of a point that was tried. */
  abstract void hear(double told);

  /**
   * Sets the move to {@code −(JᵀJ + λ I)⁻¹ Jᵀr}.
   *
   * @return false if there is none
   */
  final boolean solve(double ridge) {
    Vectors.scale(-1, side, move);
    if (!cholesky.factor(matrix, ridge)) {
      return false;
    }
    cholesky.solve(move);
    return Vectors.areFinite(move);
  }

  /** The largest number on the diagonal of {@code JᵀJ}. */
  final double largest() {
    double largest = 0;
    for (int p = 0; p < n; p++) {
      largest = Math.max(largest, matrix[p * n + p]);
    }
    return largest;
  }

  /** Whether nothing can be gained: no slope, or none that is a number. */
  final boolean isStuck() {
    double norm = Vectors.norm(side);
    return !(norm > 0 && norm <= Double.MAX_VALUE);
  }

  /** There is nothing to be gained here: the end, or with batches the next one. */
  final OracleRequest nowhere(double[] point) {
    Vectors.copy(weights, point);
    return task.isFixed() ? OracleRequest.STOP : OracleRequest.ACCEPT;
  }
}
