package io.sluice.engine.run;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Batch;
import io.sluice.engine.network.Network;
import io.sluice.engine.network.Sloped;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Metric;
import java.util.Arrays;
import java.util.List;

/**
 * What goes on in the layers of the networks of a block at all training examples: the slopes of
 * their activations and the gradients of the loss.
 */
final class LayerScore {

  private final Task.Fit task;
  private final Network network;
  private final BlockMemory memory;
  private final double[] gradients;
  private final double[][] norms;
  private final SlopeScore[] slopes;

  /** The slopes of one layer; numbers of units are doubles, for they move with their lanes. */
  private static final class SlopeScore {
    final Sloped activation;
    final double[] saturated;
    final double[] sums;
    final double[] dead;
    final boolean[] alive;
    long seen;

    SlopeScore(Sloped activation, BlockMemory memory) {
      this.activation = activation;
      saturated = memory.perLane();
      sums = memory.perLane();
      dead = memory.perLane();
      alive = new boolean[activation.units() * memory.layout().stride()];
    }

    void clear(int lanes) {
      Arrays.fill(alive, false);
      Arrays.fill(saturated, 0, lanes, 0);
      Arrays.fill(sums, 0, lanes, 0);
      seen = 0;
    }

    void add(int examples, int lanes) {
      double[] slope = activation.slopes();
      int units = activation.units();
      int rows = examples * activation.steps() * units;
      for (int row = 0; row < rows; row++) {
        int unit = row % units * lanes;
        for (int lane = 0; lane < lanes; lane++) {
          double size = Math.abs(slope[row * lanes + lane]);
          sums[lane] += size;
          saturated[lane] += size < Metric.SATURATION_SLOPE ? 1 : 0;
          alive[unit + lane] |= !(size == 0);
        }
      }
      seen += rows;
    }

    void countDead(int lanes) {
      Arrays.fill(dead, 0, lanes, 0);
      for (int i = 0; i < activation.units() * lanes; i++) {
        dead[i % lanes] += alive[i] ? 0 : 1;
      }
    }

    /** A share of things that are counted; NaN if a slope is no number. */
    double share(double count, double of, int lane) {
      return Double.isNaN(sums[lane]) ? Double.NaN : count / of;
    }
  }

  /**
   * The score of the layers of a network.
   *
   * @param network has the training examples of each lane
   * @param memory moves what belongs to a lane together with the lane
   * @param needsGradients whether {@link #gradientNorm} will be asked
   */
  LayerScore(Task.Fit task, Network network, BlockMemory memory, boolean needsGradients) {
    this.task = task;
    this.network = network;
    this.memory = memory;
    gradients = memory.layout().newBlock();
    slopes = new SlopeScore[task.network().layers().size()];
    norms = needsGradients ? new double[slopes.length][] : null;
    for (int layer = 0; needsGradients && layer < norms.length; layer++) {
      norms[layer] = memory.perLane();
    }
    List<Integer> activated = task.network().activatedLayers();
    for (int i = 0; i < activated.size(); i++) {
      slopes[activated.get(i)] = new SlopeScore(network.activations().get(i), memory);
    }
  }

  /** Passes all examples. */
  void compute(double[] weights, int lanes) {
    for (SlopeScore layer : slopes) {
      if (layer != null) {
        layer.clear(lanes);
      }
    }
    Loss loss = task.loss();
    int outputs = network.outputs();
    int terms = loss.terms(network.examples(), outputs);
    network.begin(memory.layout(), weights, lanes, Batch.ALL, gradients);
    int examples;
    while ((examples = network.forward()) > 0) {
      for (SlopeScore layer : slopes) {
        if (layer != null) {
          layer.add(examples, lanes);
        }
      }
      if (norms != null) {
        loss.slopes(
            network.output(), network.wanted(), examples, outputs, lanes, terms, network.errors());
        network.backward();
      }
    }
    for (SlopeScore layer : slopes) {
      if (layer != null) {
        layer.countDead(lanes);
      }
    }
    for (int layer = 0; norms != null && layer < norms.length; layer++) {
      int from = task.network().parametersUpTo(layer - 1);
      int to = task.network().parametersUpTo(layer);
      EuclideanNorm.of(gradients, memory.layout(), from, to, lanes, norms[layer]);
    }
  }

  /** The share of pairs of example and unit at which |f'| is below the limit. */
  double saturated(int layer, int lane) {
    return slopes[layer].share(slopes[layer].saturated[lane], slopes[layer].seen, lane);
  }

  /** The share of units at which f' is 0 at every example. */
  double dead(int layer, int lane) {
    return slopes[layer].share(slopes[layer].dead[lane], slopes[layer].activation.units(), lane);
  }

  /** The mean of |f'| over examples and units. */
  double slopeMean(int layer, int lane) {
    return slopes[layer].sums[lane] / slopes[layer].seen;
  }

  /** The norm of the gradient of the first layer with parameters over that of the last. */
  double depthRatio(int lane) {
    List<Integer> trained = task.network().trainedLayers();
    return norms[trained.get(0)][lane] / norms[trained.get(trained.size() - 1)][lane];
  }

  /** The Euclidean norm of the gradient by the parameters of the layer. */
  double gradientNorm(int layer, int lane) {
    return norms[layer][lane];
  }
}
