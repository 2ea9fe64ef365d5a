package io.sluice.optimizers.oracle;

import io.sluice.spi.FirstMoment;
import io.sluice.spi.GradientState;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;

/**
 * The weights are an average over where the optimizer inside was, which goes its own way: gradients
 * are asked where it is, and not at the weights. So the loss of the weights is looked at beside.
 */
abstract class AveragedState implements OracleState {

  private final OracleTask task;
  private final GradientState inner;
  private final FirstMoment moment;
  private final double[] place;
  private final double[] gradient;
  private boolean told;
  private int step;

  /** Where the optimizer inside is, within the bounds. */
  final double[] moving;

  /** The weights. */
  final double[] average;

  AveragedState(OracleTask task, GradientState inner) {
    this.task = task;
    this.inner = inner;
    moment = (parameter, member) -> inner.flip(parameter, 0);
    moving = new double[task.parameters()];
    average = new double[task.parameters()];
    place = new double[task.parameters()];
    gradient = new double[task.parameters()];
  }

  /** Takes where the optimizer inside is after so many steps into the average. */
  abstract void take(int step);

  /** Where the next gradient is asked; where the optimizer inside is unless declared otherwise. */
  void look(double[] point) {
    Vectors.copy(moving, point);
  }

  @Override
  public final OracleRequest ask(double[] point, double[] direction) {
    if (!told) {
      if (step == 0) {
        Vectors.copy(point, moving);
        Vectors.copy(point, average);
      }
      look(point);
      return OracleRequest.GRADIENT;
    }
    told = false;
    if (!Vectors.areFinite(gradient)) {
      // Nothing can be made of it, and it would stay in the average for ever.
      Vectors.copy(average, point);
      return task.isFixed() ? OracleRequest.STOP : OracleRequest.ACCEPT;
    }
    inner.update(++step, 1, place, gradient);
    for (int p = 0; p < moving.length; p++) {
      moving[p] = task.space().keep(p, 0, moving[p] + gradient[p], moment);
    }
    take(step);
    Vectors.copy(average, point);
    return OracleRequest.ACCEPT;
  }

  @Override
  public final void tell(double loss, double[] point, double[] vector) {
    told = true;
    Vectors.copy(point, place);
    Vectors.copy(vector, gradient);
  }

  /** Moves the average this share of the way; all of it to the very bits. */
  final void approach(double share) {
    for (int p = 0; p < average.length; p++) {
      average[p] = share == 1 ? moving[p] : average[p] + share * (moving[p] - average[p]);
    }
  }
}
