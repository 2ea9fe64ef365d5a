package io.sluice.engine.run;

import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Loss;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;

/**
 * The loss of a network of dense layers on data, and its gradient by back-propagation, for a block
 * of lanes. Weights are laid out layer by layer, the matrix by rows (one row a unit), then the
 * biases. Examples are summed in their order, inputs in theirs.
 */
final class NetworkObjective implements BlockObjective {

  private final DenseLayer[] layers;
  private final LaneData data;
  private final int examples;
  private final Loss loss;
  private final double[] input;
  private final double[] wanted;

  NetworkObjective(Task.Fit task, int lanes) {
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
    data = new LaneData(task.data(), lanes);
    examples = task.data().rows();
    loss = task.loss();
    input = new double[task.data().inputs() * lanes];
    wanted = new double[task.data().outputs() * lanes];
  }

  @Override
  public void bind(int lane, Task task) {
    data.bind(lane, ((Task.Fit) task).data());
  }

  @Override
  public void losses(BlockLayout layout, double[] weights, int lanes, double[] losses) {
    Arrays.fill(losses, 0, lanes, 0);
    DenseLayer last = layers[layers.length - 1];
    for (int example = 0; example < examples; example++) {
      load(example, lanes);
      double[] signal = input;
      for (DenseLayer layer : layers) {
        layer.forward(layout, weights, signal, lanes);
        signal = layer.output();
      }
      addLosses(signal, last.units(), lanes, losses);
    }
    mean(losses, lanes, examples * last.units());
  }

  @Override
  public void gradients(
      BlockLayout layout, double[] weights, int lanes, double[] losses, double[] gradients) {
    Arrays.fill(losses, 0, lanes, 0);
    Arrays.fill(gradients, 0);
    DenseLayer last = layers[layers.length - 1];
    int terms = examples * last.units();
    for (int example = 0; example < examples; example++) {
      load(example, lanes);
      double[] signal = input;
      for (DenseLayer layer : layers) {
        layer.forwardWithSlopes(layout, weights, signal, lanes);
        signal = layer.output();
      }
      addLosses(signal, last.units(), lanes, losses);
      outputSlopes(signal, last.errors(), last.units() * lanes, terms);
      for (int i = layers.length - 1; i >= 0; i--) {
        double[] before = i == 0 ? input : layers[i - 1].output();
        double[] errorsBefore = i == 0 ? null : layers[i - 1].errors();
        layers[i].backward(layout, weights, before, errorsBefore, lanes, gradients);
      }
    }
    mean(losses, lanes, terms);
  }

  private void load(int example, int lanes) {
    for (int i = 0; i < layers[0].inputs(); i++) {
      data.input(example, i, input, i * lanes, lanes);
    }
    for (int o = 0; o < layers[layers.length - 1].units(); o++) {
      data.output(example, o, wanted, o * lanes, lanes);
    }
  }

  private void addLosses(double[] output, int units, int lanes, double[] losses) {
    for (int unit = 0; unit < units; unit++) {
      if (loss == Loss.MSE) {
        addSquares(output, wanted, unit * lanes, lanes, losses);
      } else {
        addMagnitudes(output, wanted, unit * lanes, lanes, losses);
      }
    }
  }

  private static void addSquares(
      double[] output, double[] wanted, int row, int lanes, double[] losses) {
    for (int lane = 0; lane < lanes; lane++) {
      double error = output[row + lane] - wanted[row + lane];
      losses[lane] = Math.fma(error, error, losses[lane]);
    }
  }

  private static void addMagnitudes(
      double[] output, double[] wanted, int row, int lanes, double[] losses) {
    for (int lane = 0; lane < lanes; lane++) {
      losses[lane] += Math.abs(output[row + lane] - wanted[row + lane]);
    }
  }

  private void outputSlopes(double[] output, double[] errors, int length, int terms) {
    if (loss == Loss.MSE) {
      double scale = 2.0 / terms;
      for (int i = 0; i < length; i++) {
        errors[i] = (output[i] - wanted[i]) * scale;
      }
    } else {
      double scale = 1.0 / terms;
      for (int i = 0; i < length; i++) {
        errors[i] = Math.signum(output[i] - wanted[i]) * scale;
      }
    }
  }

  private static void mean(double[] losses, int lanes, int terms) {
    for (int lane = 0; lane < lanes; lane++) {
      losses[lane] /= terms;
    }
  }
}
