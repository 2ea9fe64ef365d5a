package io.sluice.engine.network;

import io.sluice.math.LaneMatrix;
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
  private final LaneMatrix left = new LaneMatrix();
  private final LaneMatrix right = new LaneMatrix();
  private final LaneMatrix product = new LaneMatrix();

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
    if (biases != null) {
      copyBiases(tile);
    }
    LaneProduct.products(
        matrix.matrix(matrix.block(tile), tile, out.units(), in.units(), left),
        inputs(tile, right),
        out.matrix(out.sums(), tile, product),
        tile.lanes,
        biases != null);
  }

  /** A column an example. */
  private LaneMatrix inputs(Tile tile, LaneMatrix window) {
    if (first && tile.sharedInputs != null) {
      int units = in.units();
      return window.ofAll(tile.sharedInputs, tile.first * units, units, tile.examples, 1, units);
    }
    return in.matrix(in.values(), tile, window);
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
    double[] errors = out.errors();
    LaneProduct.products(
        out.matrix(errors, tile, left),
        inputs(tile, right).transpose(),
        matrix.matrix(tile.gradients, tile, out.units(), in.units(), product),
        tile.lanes,
        !tile.setsGradients);
    if (biases != null) {
      addRows(tile, errors, out.units(), biases);
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
    LaneProduct.products(
        matrix.matrix(matrix.block(tile), tile, out.units(), in.units(), left).transpose(),
        out.matrix(out.errors(), tile, right),
        in.matrix(in.errors(), tile, product),
        tile.lanes,
        addsErrors);
  }
}
