package io.sluice.engine.run;

import io.sluice.spi.Activation;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;

/**
 * One dense layer of a block: {@code output = f(W · input + b)}. Its buffers are laid out {@code
 * [unit][lane]} with the lanes in use side by side, so an activation is one call a layer.
 */
final class DenseLayer {

  private final int inputs;
  private final int units;
  private final int firstWeight;
  private final int firstBias;
  private final Activation activation;
  private final double[] sum;
  private final double[] output;
  private final double[] slope;
  private final double[] errors;

  /**
   * A layer.
   *
   * @param firstWeight the parameter that is its first weight
   * @param activation null if the layer is linear
   * @param lanes the most lanes there can be
   */
  DenseLayer(
      int inputs, int units, int firstWeight, boolean bias, Activation activation, int lanes) {
    this.inputs = inputs;
    this.units = units;
    this.firstWeight = firstWeight;
    this.firstBias = bias ? firstWeight + inputs * units : -1;
    this.activation = activation;
    this.sum = new double[units * lanes];
    this.output = activation == null ? sum : new double[units * lanes];
    this.slope = activation == null ? null : new double[units * lanes];
    this.errors = new double[units * lanes];
  }

  int inputs() {
    return inputs;
  }

  int units() {
    return units;
  }

  int parameters() {
    return units * (inputs + (firstBias < 0 ? 0 : 1));
  }

  double[] output() {
    return output;
  }

  /** The slopes of the loss by the outputs; {@link #backward} turns them into those by the sums. */
  double[] errors() {
    return errors;
  }

  void forward(BlockLayout layout, double[] weights, double[] input, int lanes) {
    affine(layout, weights, input, lanes);
    if (activation != null) {
      activation.values(sum, output, 0, units * lanes);
    }
  }

  void forwardWithSlopes(BlockLayout layout, double[] weights, double[] input, int lanes) {
    affine(layout, weights, input, lanes);
    if (activation != null) {
      activation.valuesAndSlopes(sum, output, slope, 0, units * lanes);
    }
  }

  private void affine(BlockLayout layout, double[] weights, double[] input, int lanes) {
    int weight = firstWeight;
    for (int unit = 0; unit < units; unit++) {
      int row = unit * lanes;
      if (firstBias < 0) {
        Arrays.fill(sum, row, row + lanes, 0);
      } else {
        System.arraycopy(weights, layout.row(firstBias + unit), sum, row, lanes);
      }
      for (int i = 0; i < inputs; i++, weight++) {
        addProduct(weights, layout.row(weight), input, i * lanes, sum, row, lanes);
      }
    }
  }

  /**
   * Adds this example's share to the gradients, and sets the errors of the layer before.
   *
   * @param errorsBefore null for the first layer
   */
  void backward(
      BlockLayout layout,
      double[] weights,
      double[] input,
      double[] errorsBefore,
      int lanes,
      double[] gradients) {
    if (activation != null) {
      multiply(errors, slope, units * lanes);
    }
    if (errorsBefore != null) {
      Arrays.fill(errorsBefore, 0, inputs * lanes, 0);
    }
    int weight = firstWeight;
    for (int unit = 0; unit < units; unit++) {
      int row = unit * lanes;
      for (int i = 0; i < inputs; i++, weight++) {
        int at = layout.row(weight);
        addProduct(errors, row, input, i * lanes, gradients, at, lanes);
        if (errorsBefore != null) {
          addProduct(weights, at, errors, row, errorsBefore, i * lanes, lanes);
        }
      }
      if (firstBias >= 0) {
        add(errors, row, gradients, layout.row(firstBias + unit), lanes);
      }
    }
  }

  private static void addProduct(
      double[] a, int fromA, double[] b, int fromB, double[] target, int at, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      target[at + lane] = Math.fma(a[fromA + lane], b[fromB + lane], target[at + lane]);
    }
  }

  private static void add(double[] a, int from, double[] target, int at, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      target[at + lane] += a[from + lane];
    }
  }

  private static void multiply(double[] target, double[] factor, int length) {
    for (int i = 0; i < length; i++) {
      target[i] *= factor[i];
    }
  }
}
