package io.sluice.engine.run;

import io.sluice.math.LaneProduct;
import io.sluice.math.LaneRows;

/**
 * {@code W x + b}. Sums over inputs start from the bias, sums over examples and units from 0; all
 * go in ascending order.
 */
final class Affine implements Operation {

  private final Signal in;
  private final Signal out;
  private final boolean first;
  private final WeightRows matrix;
  private final WeightRows biases;
  private final boolean addsErrors;

  /**
   * An affine operation.
   *
   * @param sharedInputs the inputs of all examples, the same in all lanes, {@code
   *     [example][input]}; null if they are those of {@code in}
   * @param biases null if there are none
   * @param addsErrors whether {@code in} has errors from another operation already
   */
  Affine(
      Signal in,
      Signal out,
      boolean first,
      WeightRows matrix,
      WeightRows biases,
      boolean addsErrors) {
    this.in = in;
    this.out = out;
    this.first = first;
    this.matrix = matrix;
    this.biases = biases;
    this.addsErrors = addsErrors;
  }

  @Override
  public void forward(Tile tile) {
    int inputs = in.units();
    int units = out.units();
    int lanes = tile.lanes;
    int stride = matrix.stride(tile);
    if (biases != null) {
      copyBiases(tile);
    }
    if (isShared(tile)) {
      LaneProduct.sharedProducts(
          units,
          tile.examples,
          inputs,
          lanes,
          biases != null,
          matrix.block(tile),
          matrix.at(tile, 0),
          inputs * stride,
          stride,
          tile.sharedInputs,
          tile.first * inputs,
          1,
          inputs,
          out.sums(),
          0,
          lanes,
          units * lanes);
    } else {
      LaneProduct.products(
          units,
          tile.examples,
          inputs,
          lanes,
          biases != null,
          matrix.block(tile),
          matrix.at(tile, 0),
          inputs * stride,
          stride,
          in.values(),
          0,
          lanes,
          inputs * lanes,
          out.sums(),
          0,
          lanes,
          units * lanes);
    }
  }

  private boolean isShared(Tile tile) {
    return first && tile.sharedInputs != null;
  }

  private void copyBiases(Tile tile) {
    int units = out.units();
    int lanes = tile.lanes;
    double[] from = biases.block(tile);
    double[] sums = out.sums();
    if (biases.stride(tile) == lanes) {
      System.arraycopy(from, biases.at(tile, 0), sums, 0, units * lanes);
    } else {
      for (int unit = 0; unit < units; unit++) {
        System.arraycopy(from, biases.at(tile, unit), sums, unit * lanes, lanes);
      }
    }
    for (int example = 1; example < tile.examples; example++) {
      System.arraycopy(sums, 0, sums, example * units * lanes, units * lanes);
    }
  }

  @Override
  public void backward(Tile tile) {
    if (!matrix.frozen()) {
      addGradients(tile);
    }
    if (in.errors() != null) {
      passErrors(tile);
    }
  }

  private void addGradients(Tile tile) {
    int inputs = in.units();
    int units = out.units();
    int lanes = tile.lanes;
    int stride = tile.layout.stride();
    double[] errors = out.errors();
    double[] gradients = tile.gradients;
    boolean add = !tile.setsGradients;
    int to = matrix.at(tile, 0);
    if (isShared(tile)) {
      LaneProduct.sharedProducts(
          units,
          inputs,
          tile.examples,
          lanes,
          add,
          errors,
          0,
          lanes,
          units * lanes,
          tile.sharedInputs,
          tile.first * inputs,
          inputs,
          1,
          gradients,
          to,
          inputs * stride,
          stride);
    } else {
      LaneProduct.products(
          units,
          inputs,
          tile.examples,
          lanes,
          add,
          errors,
          0,
          lanes,
          units * lanes,
          in.values(),
          0,
          inputs * lanes,
          lanes,
          gradients,
          to,
          inputs * stride,
          stride);
    }
    if (biases != null) {
      addRows(tile, errors, units, biases);
    }
  }

  /** Adds the numbers of all examples of the tile to the gradients of rows, one a unit. */
  static void addRows(Tile tile, double[] numbers, int units, WeightRows rows) {
    int lanes = tile.lanes;
    int stride = units * lanes;
    if (rows.stride(tile) == lanes) {
      addRows(tile, numbers, 0, stride, tile.examples, stride, rows.at(tile, 0));
      return;
    }
    for (int unit = 0; unit < units; unit++) {
      addRows(tile, numbers, unit * lanes, lanes, tile.examples, stride, rows.at(tile, unit));
    }
  }

  /**
   * Adds up rows of numbers in the gradients; the first tile's first row is what it begins with.
   *
   * @param width the length of a row
   * @param stride from a row to the next
   * @param at where in the gradients
   */
  static void addRows(
      Tile tile, double[] numbers, int from, int width, int count, int stride, int at) {
    int next = 0;
    if (tile.setsGradients) {
      System.arraycopy(numbers, from, tile.gradients, at, width);
      next = 1;
    }
    if (next < count) {
      LaneRows.sum(numbers, from + next * stride, count - next, stride, width, tile.gradients, at);
    }
  }

  private void passErrors(Tile tile) {
    int inputs = in.units();
    int units = out.units();
    int lanes = tile.lanes;
    int stride = matrix.stride(tile);
    LaneProduct.products(
        inputs,
        tile.examples,
        units,
        lanes,
        addsErrors,
        matrix.block(tile),
        matrix.at(tile, 0),
        stride,
        inputs * stride,
        out.errors(),
        0,
        lanes,
        units * lanes,
        in.errors(),
        0,
        lanes,
        inputs * lanes);
  }
}
