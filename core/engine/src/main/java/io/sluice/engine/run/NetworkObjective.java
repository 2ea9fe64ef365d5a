package io.sluice.engine.run;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Batch;
import io.sluice.engine.network.Network;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.math.LaneRows;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The loss of a network on data, and its gradient by back-propagation, for a block of lanes.
 * Examples are summed in their order, inputs in theirs.
 */
final class NetworkObjective implements BlockObjective {

  private final Network network;
  private final Loss loss;
  private final boolean ofValidation;
  private final double[] values;

  NetworkObjective(Task.Fit task, int lanes) {
    this(task, false, lanes);
  }

  /**
   * The same on other rows.
   *
   * @param ofValidation whether on those kept from training
   */
  NetworkObjective(Task.Fit task, boolean ofValidation, int lanes) {
    this.ofValidation = ofValidation;
    network = new Network(task.network(), data(task), lanes);
    loss = task.loss();
    values = new double[network.output().length];
  }

  private Dataset data(Task.Fit task) {
    return ofValidation ? task.validation() : task.data();
  }

  @Override
  public void bind(int lane, Task task, long drawKey, Supplier<double[]> start) {
    network.bind(lane, data((Task.Fit) task));
    network.bindDraws(lane, drawKey);
    if (network.isPartlyFrozen()) {
      network.freeze(lane, start.get());
    }
  }

  @Override
  public void losses(BlockLayout layout, double[] weights, int lanes, double[] losses) {
    network.begin(layout, weights, lanes, Batch.ALL, null);
    pass(lanes, Batch.ALL, losses, null);
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
    network.beginTraining(update, layout, weights, lanes, batch, gradients);
    pass(lanes, batch, losses, gradients);
  }

  /** Row by row and output by output, each of which is passed back on its own. */
  @Override
  public void residuals(
      long update,
      BlockLayout layout,
      double[] weights,
      int lanes,
      Batch batch,
      ResidualSink sink) {
    int outputs = network.outputs();
    int rows = batch.isAll() ? network.examples() : batch.size();
    double scale = 1 / Math.sqrt(loss.terms(rows, outputs));
    double[] residuals = new double[lanes];
    double[] slopes = layout.newBlock();
    int[][] row = new int[lanes][1];
    Batch one = new Batch(row, 0, 1);
    for (int position = 0; position < rows; position++) {
      for (int lane = 0; lane < lanes; lane++) {
        row[lane][0] = batch.isAll() ? position : batch.example(lane, position);
      }
      for (int output = 0; output < outputs; output++) {
        network.beginTraining(update, layout, weights, lanes, one, slopes);
        network.skipDraws(position);
        network.forward();
        Arrays.fill(network.errors(), 0, outputs * lanes, 0);
        Arrays.fill(network.errors(), output * lanes, (output + 1) * lanes, scale);
        for (int lane = 0; lane < lanes; lane++) {
          int i = output * lanes + lane;
          residuals[lane] = scale * (network.output()[i] - network.wanted()[i]);
        }
        network.backward();
        sink.take(residuals, slopes);
      }
    }
  }

  private void pass(int lanes, Batch batch, double[] losses, double[] gradients) {
    int outputs = network.outputs();
    int terms = loss.terms(batch.isAll() ? network.examples() : batch.size(), outputs);
    boolean begins = true;
    int examples;
    while ((examples = network.forward()) > 0) {
      loss.values(network.output(), network.wanted(), examples, outputs, lanes, values);
      addUp(examples * outputs, lanes, losses, begins);
      begins = false;
      if (gradients != null) {
        loss.slopes(
            network.output(), network.wanted(), examples, outputs, lanes, terms, network.errors());
        network.backward();
      }
    }
    for (int lane = 0; lane < lanes && terms > 1; lane++) {
      losses[lane] /= terms;
    }
  }

  private void addUp(int rows, int lanes, double[] losses, boolean begins) {
    int next = 0;
    if (begins) {
      System.arraycopy(values, 0, losses, 0, lanes);
      next = 1;
    }
    if (next < rows) {
      LaneRows.sum(values, next * lanes, rows - next, lanes, lanes, losses, 0);
    }
  }
}
