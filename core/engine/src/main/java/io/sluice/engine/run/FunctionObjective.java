package io.sluice.engine.run;

import io.sluice.engine.network.Batch;
import io.sluice.engine.plan.Task;
import io.sluice.engine.problem.ObjectiveFunction;
import io.sluice.spi.BlockLayout;
import java.util.function.Supplier;

/** An objective function, the same in every lane. */
final class FunctionObjective implements BlockObjective {

  private final ObjectiveFunction function;

  FunctionObjective(ObjectiveFunction function) {
    this.function = function;
  }

  @Override
  public void bind(int lane, Task task, long drawKey, Supplier<double[]> start) {
    if (((Task.Minimum) task).function() != function) {
      throw new IllegalArgumentException("lane " + lane + " has another function than its block");
    }
  }

  @Override
  public void losses(BlockLayout layout, double[] weights, int lanes, double[] losses) {
    function.losses(layout, weights, lanes, losses);
  }

  @Override
  public void gradients(
      long update,
      BlockLayout layout,
      double[] weights,
      int lanes,
      Batch batch,
      double[] losses,
      double[] gradients) {
    function.gradients(layout, weights, lanes, batch, losses, gradients);
  }

  @Override
  public void residuals(
      long update,
      BlockLayout layout,
      double[] weights,
      int lanes,
      Batch batch,
      ResidualSink sink) {
    double[] residuals = new double[layout.stride()];
    double[] slopes = layout.newBlock();
    for (int i = 0; i < function.residuals(); i++) {
      function.residual(i, layout, weights, lanes, residuals, slopes);
      sink.take(residuals, slopes);
    }
  }
}
