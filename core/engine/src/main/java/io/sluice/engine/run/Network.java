package io.sluice.engine.run;

import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.BlockLayout;

/**
 * A network of dense layers with the examples it sees, for a block of lanes. Weights are laid out
 * layer by layer, the matrix by rows (one row a unit), then the biases.
 */
final class Network {

  private final DenseLayer[] layers;
  private final DenseLayer last;
  private final LaneData data;
  private final int examples;
  private final double[] input;
  private final double[] wanted;

  /**
   * The network of a task.
   *
   * @param examples the data of the task, or others of its shape
   * @param lanes the most lanes there can be
   */
  Network(Task.Fit task, Dataset examples, int lanes) {
    int depth = task.widths().size() - 1;
    layers = new DenseLayer[depth];
    int parameter = 0;
    for (int i = 0; i < depth; i++) {
      layers[i] =
          new DenseLayer(
              task.widths().get(i),
              task.widths().get(i + 1),
              parameter,
              task.bias(),
              task.activations().get(i),
              lanes);
      parameter += layers[i].parameters();
    }
    last = layers[depth - 1];
    data = new LaneData(examples, lanes);
    this.examples = examples.rows();
    input = new double[examples.inputs() * lanes];
    wanted = new double[examples.outputs() * lanes];
  }

  /** Says which examples the lane has from now on. */
  void bind(int lane, Dataset examplesOfLane) {
    data.bind(lane, examplesOfLane);
  }

  int examples() {
    return examples;
  }

  int outputs() {
    return last.units();
  }

  /** The outputs of the example passed last, {@code [unit][lane]}. */
  double[] output() {
    return last.output();
  }

  /** What they should be. */
  double[] wanted() {
    return wanted;
  }

  /** Takes the slopes of the loss by the outputs, for {@link #backward}. */
  double[] errors() {
    return last.errors();
  }

  /** Passes one example. */
  void forward(BlockLayout layout, double[] weights, int example, int lanes) {
    load(example, lanes);
    double[] signal = input;
    for (DenseLayer layer : layers) {
      layer.forward(layout, weights, signal, lanes);
      signal = layer.output();
    }
  }

  /** Passes one example of a batch, by its position there, that is to be passed back. */
  void forwardWithSlopes(
      BlockLayout layout, double[] weights, Batch batch, int position, int lanes) {
    if (batch.isAll()) {
      load(position, lanes);
    } else {
      load(batch, position, lanes);
    }
    double[] signal = input;
    for (DenseLayer layer : layers) {
      layer.forwardWithSlopes(layout, weights, signal, lanes);
      signal = layer.output();
    }
  }

  /** Adds the share of the example passed last to the gradients. */
  void backward(BlockLayout layout, double[] weights, int lanes, double[] gradients) {
    for (int i = layers.length - 1; i >= 0; i--) {
      double[] before = i == 0 ? input : layers[i - 1].output();
      double[] errorsBefore = i == 0 ? null : layers[i - 1].errors();
      layers[i].backward(layout, weights, before, errorsBefore, lanes, gradients);
    }
  }

  private void load(int example, int lanes) {
    for (int i = 0; i < layers[0].inputs(); i++) {
      data.input(example, i, input, i * lanes, lanes);
    }
    for (int o = 0; o < last.units(); o++) {
      data.output(example, o, wanted, o * lanes, lanes);
    }
  }

  private void load(Batch batch, int position, int lanes) {
    for (int i = 0; i < layers[0].inputs(); i++) {
      data.input(batch, position, i, input, i * lanes, lanes);
    }
    for (int o = 0; o < last.units(); o++) {
      data.output(batch, position, o, wanted, o * lanes, lanes);
    }
  }
}
