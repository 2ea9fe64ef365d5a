package io.sluice.optimizers.oracle;

import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.Arrays;

/**
 * A step that begins with the gradient at the weights, unless it is known from the last one. If
 * that holds what is no number, nothing is made of it, so that it spoils neither weights nor state.
 */
abstract class AtWeights implements OracleState {

  private final OracleTask task;
  private boolean known;
  private boolean begun;

  /** The weights at which the step begins. */
  final double[] weights;

  /** The gradient there; a subclass may overwrite it. */
  final double[] gradient;

  /** The loss there. */
  double loss;

  AtWeights(OracleTask task) {
    this.task = task;
    weights = new double[task.parameters()];
    gradient = new double[task.parameters()];
  }

  @Override
  public final OracleRequest ask(double[] point, double[] direction) {
    if (!begun) {
      if (!known || !Arrays.equals(point, weights)) {
        Vectors.copy(point, weights);
        known = false;
        return OracleRequest.GRADIENT;
      }
      if (!Vectors.areFinite(gradient)) {
        known = false;
        return nowhere(point);
      }
      begun = true;
      begin();
    }
    OracleRequest request = go(point, direction);
    if (request == OracleRequest.ACCEPT) {
      begun = false;
      known = foresees(point) && task.isFixed();
    }
    return request;
  }

  @Override
  public final void tell(double told, double[] point, double[] vector) {
    if (known) {
      hear(told, point, vector);
      return;
    }
    loss = told;
    Vectors.copy(vector, gradient);
    known = true;
  }

  /** Loss and gradient at the weights are there. */
  void begin() {}

  /** What to do next; the point is where it was asked last. */
  abstract OracleRequest go(double[] point, double[] direction);

  /** Takes the answer to a question of {@link #go}. */
  void hear(double told, double[] point, double[] vector) {}

  /**
   * Whether the gradient at the point that is accepted is known; then weights, gradient and loss
   * have been set to what is there.
   */
  boolean foresees(double[] accepted) {
    return false;
  }

  /** There is nothing to be gained here: the end, or with batches the next one. */
  final OracleRequest nowhere(double[] point) {
    Vectors.copy(weights, point);
    return task.isFixed() ? OracleRequest.STOP : OracleRequest.ACCEPT;
  }
}
