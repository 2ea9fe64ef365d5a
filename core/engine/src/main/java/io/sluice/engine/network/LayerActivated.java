package io.sluice.engine.network;

import io.sluice.spi.Component;
import io.sluice.spi.LayerActivation;

/** {@code f(x)} over all units of a layer, which may pass on more or fewer than come in. */
final class LayerActivated implements Operation {

  private final Signal in;
  private final Signal out;
  private final LayerActivation activation;
  private final double[] outputs;
  private final double[] work;

  /**
   * An activation over all units.
   *
   * @param in the sums
   * @param out what the layer passes on
   * @param changed whether another operation changes what comes out, in place
   */
  LayerActivated(Signal in, Signal out, LayerActivation activation, boolean changed) {
    this.in = in;
    this.out = out;
    this.activation = activation;
    this.outputs = changed ? new double[out.values().length] : out.values();
    this.work = new double[in.values().length];
  }

  @Override
  public void forward(Tile tile) {
    activation.values(in.units(), tile.examples, tile.lanes, in.values(), out.values(), work);
  }

  @Override
  public void forwardForSlopes(Tile tile) {
    forward(tile);
    if (outputs != out.values()) {
      int length = tile.examples * out.units() * tile.lanes;
      System.arraycopy(out.values(), 0, outputs, 0, length);
    }
  }

  @Override
  public void backward(Tile tile) {
    activation.pullBacks(
        in.units(),
        tile.examples,
        tile.lanes,
        in.values(),
        outputs,
        out.errors(),
        in.errors(),
        work);
  }

  @Override
  public Component component() {
    return activation;
  }
}
