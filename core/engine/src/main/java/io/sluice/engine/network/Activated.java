package io.sluice.engine.network;

import io.sluice.spi.Activation;
import io.sluice.spi.Component;

/** {@code f(x)}, element by element. */
final class Activated implements Operation, Sloped {

  private final Signal signal;
  private final Activation component;
  private final Activation activation;
  private final double[] slopes;

  Activated(Signal signal, Activation activation) {
    this.signal = signal;
    this.component = activation;
    this.activation = Monomorphic.of(activation);
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
    activation.values(signal.sums(), signal.values(), 0, length(tile));
  }

  @Override
  public void forwardForSlopes(Tile tile) {
    activation.valuesAndSlopes(signal.sums(), signal.values(), slopes, 0, length(tile));
  }

  @Override
  public void backward(Tile tile) {
    multiply(signal.errors(), slopes, length(tile));
  }

  private int length(Tile tile) {
    return tile.examples * signal.units() * tile.lanes;
  }

  /** Multiplies a target by factors. */
  static void multiply(double[] target, double[] factors, int length) {
    for (int i = 0; i < length; i++) {
      target[i] *= factors[i];
    }
  }
}
