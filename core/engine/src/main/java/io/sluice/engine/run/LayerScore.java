package io.sluice.engine.run;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Batch;
import io.sluice.engine.network.Network;
import io.sluice.engine.network.Sloped;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Metric;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;
import java.util.List;

/**
 * What goes on in the layers of one network at all training examples: the slopes of its activations
 * and the gradient of the loss. Nothing here has an influence on training.
 */
final class LayerScore {

  private final Task.Fit task;
  private final Network network;
  private final int[] index;
  private final BlockLayout layout;
  private final double[] parameters;
  private final double[] gradients;
  private final boolean needsGradients;
  private final SlopeScore[] slopes;
  private final int[] firstParameters;

  /** The slopes of one layer. */
  private static final class SlopeScore {
    final Sloped activation;
    final boolean[] alive;
    long seen;
    long saturated;
    double sum;

    SlopeScore(Sloped activation) {
      this.activation = activation;
      this.alive = new boolean[activation.units()];
    }

    void clear() {
      Arrays.fill(alive, false);
      seen = 0;
      saturated = 0;
      sum = 0;
    }

    void add(int examples) {
      double[] slope = activation.slopes();
      int units = alive.length;
      for (int i = 0; i < examples * units; i++) {
        double size = Math.abs(slope[i]);
        sum += size;
        saturated += size < Metric.SATURATION_SLOPE ? 1 : 0;
        alive[i % units] |= !(size == 0);
      }
      seen += (long) examples * units;
    }

    /** A share of things that are counted; NaN if a slope is no number. */
    double share(long count, long of) {
      return Double.isNaN(sum) ? Double.NaN : (double) count / of;
    }

    long dead() {
      long dead = 0;
      for (boolean unit : alive) {
        dead += unit ? 0 : 1;
      }
      return dead;
    }
  }

  /**
   * The score of the layers of a task.
   *
   * @param needsGradients whether {@link #gradientNorm} will be asked
   */
  LayerScore(Task.Fit task, boolean needsGradients) {
    this.task = task;
    this.needsGradients = needsGradients;
    network = new Network(task.network(), task.data(), 1);
    network.bind(0, task.data());
    index = task.indexOfParameter();
    layout = new BlockLayout(index.length, 1, 0);
    parameters = layout.newBlock();
    gradients = layout.newBlock();
    slopes = new SlopeScore[task.network().layers().size()];
    firstParameters = new int[slopes.length + 1];
    for (int layer = 0; layer < slopes.length; layer++) {
      firstParameters[layer + 1] = task.network().parametersUpTo(layer);
    }
    List<Integer> activated = task.network().activatedLayers();
    for (int i = 0; i < activated.size(); i++) {
      slopes[activated.get(i)] = new SlopeScore(network.activations().get(i));
    }
  }

  /**
   * Passes all examples.
   *
   * @param weights one after the other
   */
  void compute(double[] weights) {
    for (int p = 0; p < index.length; p++) {
      parameters[p] = weights[index[p]];
    }
    network.freeze(0, weights);
    for (SlopeScore layer : slopes) {
      if (layer != null) {
        layer.clear();
      }
    }
    Loss loss = task.loss();
    int outputs = network.outputs();
    int terms = loss.terms(network.examples(), outputs);
    network.begin(layout, parameters, 1, Batch.ALL, gradients);
    int examples;
    while ((examples = network.forward()) > 0) {
      for (SlopeScore layer : slopes) {
        if (layer != null) {
          layer.add(examples);
        }
      }
      if (needsGradients) {
        loss.slopes(
            network.output(), network.wanted(), examples, outputs, 1, terms, network.errors());
        network.backward();
      }
    }
  }

  /** The share of pairs of example and unit at which |f'| is below the limit. */
  double saturated(int layer) {
    return slopes[layer].share(slopes[layer].saturated, slopes[layer].seen);
  }

  /** The share of units at which f' is 0 at every example. */
  double dead(int layer) {
    return slopes[layer].share(slopes[layer].dead(), slopes[layer].alive.length);
  }

  /** The mean of |f'| over examples and units. */
  double slopeMean(int layer) {
    return slopes[layer].sum / slopes[layer].seen;
  }

  /** The Euclidean norm of the gradient by the parameters of the layer. */
  double gradientNorm(int layer) {
    int from = firstParameters[layer];
    int to = firstParameters[layer + 1];
    double squares = 0;
    for (int p = from; p < to; p++) {
      squares = Math.fma(gradients[p], gradients[p], squares);
    }
    return EuclideanNorm.of(squares, gradients, layout, from, to, 0);
  }
}
