package io.sluice.engine.network;

import io.sluice.math.LaneMatrix;
import io.sluice.math.LaneProduct;
import io.sluice.math.LaneRows;
import io.sluice.spi.Activation;
import java.util.Arrays;
import java.util.List;

/**
 * Some rows of the sums {@code W x + U h + b} of a recurrent layer at every step, and what is made
 * of them, laid out {@code [step][example][row][lane]}. Sums start from the bias, then come the
 * inputs, then the state. Gradients go over the examples and within an example over the steps, both
 * ascending, so that tiles change no bit.
 */
final class StepSums {

  private final Signal in;
  private final boolean first;
  private final int inputs;
  private final int units;
  private final int rows;
  private final WeightRows matrix;
  private final WeightRows recurrent;
  private final WeightRows biases;
  private final double[] sums;
  private final LaneMatrix left = new LaneMatrix();
  private final LaneMatrix right = new LaneMatrix();
  private final LaneMatrix product = new LaneMatrix();

  /** What the activation makes of the sums. */
  final double[] values;

  /** Its slopes there. */
  final double[] slopes;

  /** The slopes of the loss by the sums. */
  final double[] errors;

  /**
   * The sums of some rows.
   *
   * @param layer of which they are rows
   * @param inputs how many inputs a step has
   * @param from the first of the rows
   * @param rows how many
   * @param weights where all rows of W lie, those of U and the biases, if there are any
   */
  StepSums(LayerProgram layer, int inputs, int from, int rows, List<WeightRows> weights) {
    this.in = layer.in();
    this.first = layer.isFirst();
    this.inputs = inputs;
    this.units = layer.out().units();
    this.rows = rows;
    this.matrix = weights.get(0).from(from * inputs);
    this.recurrent = weights.get(1).from(from * units);
    this.biases = weights.size() > 2 ? weights.get(2).from(from) : null;
    int steps = in.units() / inputs;
    this.sums = new double[steps * layer.examples() * rows * layer.lanes()];
    this.values = new double[sums.length];
    this.slopes = new double[sums.length];
    this.errors = new double[sums.length];
  }

  /** How many numbers a step has. */
  int size(Tile tile) {
    return tile.examples * rows * tile.lanes;
  }

  /** Where the weights lie that are no biases. */
  boolean frozen() {
    return matrix.frozen();
  }

  /**
   * Computes a step.
   *
   * @param states holds the state before each step
   * @param activation of the sums
   */
  void forward(Tile tile, int step, double[] states, Activation activation, boolean withSlopes) {
    int from = step * size(tile);
    if (biases != null) {
      spreadBiases(tile, from);
    }
    LaneMatrix target = numbers(sums, from, tile, product);
    LaneProduct.products(
        weights(matrix, matrix.block(tile), inputs, tile, left),
        inputsOf(step, tile, right),
        target,
        tile.lanes,
        biases != null);
    LaneProduct.products(
        weights(recurrent, recurrent.block(tile), units, tile, left),
        states(states, step, tile, right),
        target,
        tile.lanes,
        true);
    int to = from + size(tile);
    if (withSlopes) {
      activation.valuesAndSlopes(sums, values, slopes, from, to);
    } else {
      activation.values(sums, values, from, to);
    }
  }

  private void spreadBiases(Tile tile, int from) {
    double[] block = biases.block(tile);
    int width = rows * tile.lanes;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(block, biases.at(tile, row), sums, from + row * tile.lanes, tile.lanes);
    }
    for (int example = 1; example < tile.examples; example++) {
      System.arraycopy(sums, from, sums, from + example * width, width);
    }
  }

  /**
   * Passes the errors of a step on.
   *
   * @param stateErrors receives those of the state before, {@code [example][unit][lane]}
   * @param addsToStates whether they are added to what is there
   * @param addsToInputs the same of the errors of the inputs
   */
  void backward(
      Tile tile, int step, double[] stateErrors, boolean addsToStates, boolean addsToInputs) {
    int from = step * size(tile);
    LaneProduct.products(
        weights(recurrent, recurrent.block(tile), units, tile, left).transpose(),
        numbers(errors, from, tile, right),
        states(stateErrors, 0, tile, product),
        tile.lanes,
        addsToStates);
    if (in.errors() != null) {
      LaneProduct.products(
          weights(matrix, matrix.block(tile), inputs, tile, left).transpose(),
          numbers(errors, from, tile, right),
          ofLanes(in.errors(), step, tile, product),
          tile.lanes,
          addsToInputs);
    }
  }

  /**
   * Adds up the gradients of all steps.
   *
   * @param states holds the state that each step has read
   */
  void addGradients(Tile tile, double[] states) {
    int lanes = tile.lanes;
    int steps = in.units() / inputs;
    int size = size(tile);
    int stateSize = tile.examples * units * lanes;
    if (tile.setsGradients && biases != null) {
      for (int row = 0; row < rows; row++) {
        int at = biases.at(tile, row);
        Arrays.fill(tile.gradients, at, at + lanes, 0);
      }
    }
    for (int example = 0; example < tile.examples; example++) {
      boolean adds = !tile.setsGradients || example > 0;
      int from = example * rows * lanes;
      LaneProduct.products(
          left.ofLanes(errors, from, rows, steps, lanes, size),
          sequence(example, steps, tile, right).transpose(),
          weights(matrix, tile.gradients, inputs, tile, product),
          lanes,
          adds);
      LaneProduct.products(
          left.ofLanes(errors, from, rows, steps, lanes, size),
          right
              .ofLanes(states, example * units * lanes, units, steps, lanes, stateSize)
              .transpose(),
          weights(recurrent, tile.gradients, units, tile, product),
          lanes,
          adds);
      for (int row = 0; biases != null && row < rows; row++) {
        int at = biases.at(tile, row);
        LaneRows.sum(errors, from + row * lanes, steps, size, lanes, tile.gradients, at);
      }
    }
  }

  private LaneMatrix weights(
      WeightRows of, double[] block, int columns, Tile tile, LaneMatrix window) {
    return of.matrix(block, tile, rows, columns, window);
  }

  /** A column an example. */
  private LaneMatrix numbers(double[] numbers, int from, Tile tile, LaneMatrix window) {
    int lanes = tile.lanes;
    return window.ofLanes(numbers, from, rows, tile.examples, lanes, rows * lanes);
  }

  /** A column an example. */
  private LaneMatrix states(double[] states, int step, Tile tile, LaneMatrix window) {
    int width = units * tile.lanes;
    int from = step * tile.examples * width;
    return window.ofLanes(states, from, units, tile.examples, tile.lanes, width);
  }

  /** The inputs of a step, a column an example. */
  private LaneMatrix inputsOf(int step, Tile tile, LaneMatrix window) {
    if (isShared(tile)) {
      int all = in.units();
      int from = tile.first * all + step * inputs;
      return window.ofAll(tile.sharedInputs, from, inputs, tile.examples, 1, all);
    }
    return ofLanes(in.values(), step, tile, window);
  }

  private LaneMatrix ofLanes(double[] numbers, int step, Tile tile, LaneMatrix window) {
    int lanes = tile.lanes;
    int from = step * inputs * lanes;
    return window.ofLanes(numbers, from, inputs, tile.examples, lanes, in.units() * lanes);
  }

  /** The inputs of an example, a column a step. */
  private LaneMatrix sequence(int example, int steps, Tile tile, LaneMatrix window) {
    int all = in.units();
    int lanes = tile.lanes;
    return isShared(tile)
        ? window.ofAll(tile.sharedInputs, (tile.first + example) * all, inputs, steps, 1, inputs)
        : window.ofLanes(in.values(), example * all * lanes, inputs, steps, lanes, inputs * lanes);
  }

  private boolean isShared(Tile tile) {
    return first && tile.sharedInputs != null;
  }
}
