package io.sluice.engine.network;

import io.sluice.math.Logarithm;
import io.sluice.math.Trigonometric;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.RandomStream;
import io.sluice.spi.StochasticActivation;

/**
 * {@code f(x; d)} with a number d drawn in training passes for each unit, example and lane; {@code
 * f(x)} in all others. What is drawn depends on the lane's key, on the unit and on how many
 * examples training has seen before, so neither tiles nor lanes change it.
 */
final class DrawnActivation implements Operation, Sloped {

  private static final double UNIT = 0x1.0p-52;

  private final Signal signal;
  private final StochasticActivation activation;
  private final Activation evaluated;
  private final boolean normal;
  private final long[] keys;
  private final double[] draws;
  private final double[] angles;
  private final double[] slopes;

  /**
   * A stochastic activation.
   *
   * @param lanes the most lanes
   */
  DrawnActivation(Signal signal, StochasticActivation activation, int lanes) {
    this.signal = signal;
    this.activation = activation;
    this.evaluated = Monomorphic.of(activation);
    this.normal = activation.draw() == StochasticActivation.Draw.NORMAL;
    this.keys = new long[lanes];
    this.draws = new double[signal.values().length];
    this.angles = normal ? new double[draws.length] : null;
    this.slopes = new double[draws.length];
  }

  @Override
  public boolean draws() {
    return true;
  }

  @Override
  public void bind(int lane, long key) {
    keys[lane] = key;
  }

  @Override
  public double[] slopes() {
    return slopes;
  }

  @Override
  public Component component() {
    return activation;
  }

  @Override
  public int units() {
    return signal.units();
  }

  @Override
  public void forward(Tile tile) {
    evaluated.values(signal.sums(), signal.values(), 0, length(tile));
  }

  @Override
  public void forwardForSlopes(Tile tile) {
    int length = length(tile);
    if (tile.firstDraw == Tile.NO_DRAWS) {
      evaluated.valuesAndSlopes(signal.sums(), signal.values(), slopes, 0, length);
      return;
    }
    draw(tile);
    activation.valuesAndSlopes(signal.sums(), draws, signal.values(), slopes, 0, length);
  }

  private void draw(Tile tile) {
    int rows = tile.examples * signal.units();
    long first = (tile.firstDraw + tile.first) * signal.units();
    for (int row = 0; row < rows; row++) {
      int from = row * tile.lanes;
      if (normal) {
        fill(2 * (first + row) + 1, tile.lanes, draws, from);
        fill(2 * (first + row) + 2, tile.lanes, angles, from);
      } else {
        fill(first + row + 1, tile.lanes, draws, from);
      }
    }
    if (normal) {
      makeNormal(rows * tile.lanes);
    }
  }

  /** Midpoints of 2^52 equal parts of the unit interval, so that 0 and 1 are never drawn. */
  private void fill(long number, int lanes, double[] target, int from) {
    for (int lane = 0; lane < lanes; lane++) {
      long bits = RandomStream.numberOf(keys[lane], number) >>> 12;
      target[from + lane] = (bits + 0.5) * UNIT;
    }
  }

  /** The transform of Box and Muller 1958, of which the cosine is taken. */
  private void makeNormal(int length) {
    for (int i = 0; i < length; i++) {
      angles[i] *= 2 * Math.PI;
    }
    Trigonometric.coss(angles, angles, 0, length);
    Logarithm.logs(draws, draws, 0, length);
    for (int i = 0; i < length; i++) {
      draws[i] = Math.sqrt(-2 * draws[i]) * angles[i];
    }
  }

  @Override
  public void backward(Tile tile) {
    Activated.multiply(signal.errors(), slopes, length(tile));
  }

  private int length(Tile tile) {
    return tile.examples * signal.units() * tile.lanes;
  }
}
