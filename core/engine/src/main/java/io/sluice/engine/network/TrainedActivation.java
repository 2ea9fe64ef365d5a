package io.sluice.engine.network;

import io.sluice.spi.Component;
import io.sluice.spi.TrainableActivation;

/**
 * {@code f(x; p)} with parameters that are weights, shared by the units of the layer or one a unit.
 * A shared parameter's gradient is summed over units within an example, then over examples.
 */
final class TrainedActivation implements Operation, Sloped {

  private final Signal signal;
  private final TrainableActivation component;
  private final TrainableActivation activation;
  private final boolean perUnit;
  private final WeightRows[] rows;
  private final double[][] parameters;
  private final double[][] slopesBy;
  private final double[] slopes;

  /**
   * A trained activation.
   *
   * @param rows where each parameter lies: a row a unit, or a single one
   */
  TrainedActivation(
      Signal signal, TrainableActivation activation, boolean perUnit, WeightRows[] rows) {
    this.signal = signal;
    this.component = activation;
    this.activation = Monomorphic.ofTrained(activation);
    this.perUnit = perUnit;
    this.rows = rows.clone();
    this.parameters = new double[rows.length][signal.values().length];
    this.slopesBy = new double[rows.length][signal.values().length];
    this.slopes = new double[signal.values().length];
  }

  @Override
  public double[] slopes() {
    return slopes;
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public int units() {
    return signal.units();
  }

  @Override
  public void forward(Tile tile) {
    spreadParameters(tile);
    activation.values(signal.sums(), parameters, signal.values(), 0, length(tile));
  }

  @Override
  public void forwardForSlopes(Tile tile) {
    spreadParameters(tile);
    activation.valuesAndSlopes(
        signal.sums(), parameters, signal.values(), slopes, slopesBy, 0, length(tile));
  }

  private void spreadParameters(Tile tile) {
    int layer = signal.units() * tile.lanes;
    for (int k = 0; k < rows.length; k++) {
      double[] block = rows[k].block(tile);
      for (int unit = 0; unit < signal.units(); unit++) {
        int from = rows[k].at(tile, perUnit ? unit : 0);
        System.arraycopy(block, from, parameters[k], unit * tile.lanes, tile.lanes);
      }
      for (int example = 1; example < tile.examples; example++) {
        System.arraycopy(parameters[k], 0, parameters[k], example * layer, layer);
      }
    }
  }

  @Override
  public void backward(Tile tile) {
    int length = length(tile);
    double[] errors = signal.errors();
    for (int k = 0; k < rows.length && !rows[k].frozen(); k++) {
      Activated.multiply(slopesBy[k], errors, length);
      if (perUnit) {
        Affine.addRows(tile, slopesBy[k], signal.units(), rows[k]);
      } else {
        int numbers = tile.examples * signal.units();
        Affine.addRows(tile, slopesBy[k], 0, tile.lanes, numbers, tile.lanes, rows[k].at(tile, 0));
      }
    }
    Activated.multiply(errors, slopes, length);
  }

  private int length(Tile tile) {
    return tile.examples * signal.units() * tile.lanes;
  }
}
