package io.sluice.engine.run;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.plan.Task;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;

/**
 * The loss of a network of dense layers on data, and its gradient by back-propagation, for a block
 * of lanes. Examples are summed in their order, inputs in theirs.
 */
final class NetworkObjective implements BlockObjective {

  private final Network network;
  private final Loss loss;
  private final int terms;

  NetworkObjective(Task.Fit task, int lanes) {
    network = new Network(task, task.data(), lanes);
    loss = task.loss();
    terms = loss.terms(network.examples(), network.outputs());
  }

  @Override
  public void bind(int lane, Task task) {
    network.bind(lane, ((Task.Fit) task).data());
  }

  @Override
  public void losses(BlockLayout layout, double[] weights, int lanes, double[] losses) {
    Arrays.fill(losses, 0, lanes, 0);
    for (int example = 0; example < network.examples(); example++) {
      network.forward(layout, weights, example, lanes);
      loss.addLosses(network.output(), network.wanted(), network.outputs(), lanes, losses);
    }
    mean(losses, lanes, terms);
  }

  @Override
  public void gradients(
      BlockLayout layout,
      double[] weights,
      int lanes,
      Batch batch,
      double[] losses,
      double[] gradients) {
    Arrays.fill(losses, 0, lanes, 0);
    Arrays.fill(gradients, 0);
    int outputs = network.outputs();
    int examples = batch.isAll() ? network.examples() : batch.size();
    int termsOfBatch = loss.terms(examples, outputs);
    for (int example = 0; example < examples; example++) {
      network.forwardWithSlopes(layout, weights, batch, example, lanes);
      loss.addLosses(network.output(), network.wanted(), outputs, lanes, losses);
      loss.slopes(
          network.output(), network.wanted(), outputs, lanes, termsOfBatch, network.errors());
      network.backward(layout, weights, lanes, gradients);
    }
    mean(losses, lanes, termsOfBatch);
  }

  private static void mean(double[] losses, int lanes, int terms) {
    for (int lane = 0; lane < lanes; lane++) {
      losses[lane] /= terms;
    }
  }
}
