package io.sluice.engine.run;

import io.sluice.engine.plan.Task;
import io.sluice.moments.Interruption;
import io.sluice.spi.BlockLayout;

/** The loss of a task over two of its parameters, the others being given. */
public final class LossSurface {

  private LossSurface() {}

  /**
   * Where a parameter is looked at.
   *
   * @param parameter its number
   * @param from the first value
   * @param to the last value
   * @param points how many values there are, evenly from one to the other
   */
  public record Axis(int parameter, double from, double to, int points) {

    public Axis {
      if (points < 2) {
        throw new IllegalArgumentException("an axis has at least 2 points, not " + points);
      }
      if (!(from < to) || Double.isInfinite(to - from)) {
        throw new IllegalArgumentException(
            "an axis goes from a number to a greater one, not from " + from + " to " + to);
      }
    }

    /** The value of a point, from 0 on; the ends are exact. */
    public double at(int point) {
      return point == points - 1 ? to : from + (to - from) * point / (points - 1);
    }
  }

  /**
   * The losses of all rows to train with, {@code [point up][point across]}; no activation draws.
   *
   * @param weights all weights, frozen ones included
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
   */
  public static double[][] of(Task task, double[] weights, Axis across, Axis up) {
    int parameters = task.parameters();
    if (across.parameter() == up.parameter()
        || Math.min(across.parameter(), up.parameter()) < 0
        || Math.max(across.parameter(), up.parameter()) >= parameters) {
      throw new IllegalArgumentException(
          "a surface is over two of the parameters 0 to " + (parameters - 1));
    }
    int lanes = across.points();
    BlockObjective objective =
        task instanceof Task.Minimum
            ? new FunctionObjective(((Task.Minimum) task).function())
            : new NetworkObjective((Task.Fit) task, lanes);
    BlockLayout layout = new BlockLayout(parameters, lanes, 0);
    double[] block = layout.newBlock();
    int[] index = task.indexOfParameter();
    for (int lane = 0; lane < lanes; lane++) {
      objective.bind(lane, task, 0, () -> weights);
      for (int p = 0; p < parameters; p++) {
        block[layout.row(p) + lane] = weights[index[p]];
      }
      block[layout.row(across.parameter()) + lane] = across.at(lane);
    }
    double[][] losses = new double[up.points()][lanes];
    for (int row = 0; row < losses.length; row++) {
      Interruption.check();
      for (int lane = 0; lane < lanes; lane++) {
        block[layout.row(up.parameter()) + lane] = up.at(row);
      }
      objective.losses(layout, block, lanes, losses[row]);
    }
    return losses;
  }
}
