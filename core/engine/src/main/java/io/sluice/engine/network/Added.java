package io.sluice.engine.network;

/** {@code y + x}, in place of y: a residual layer adds its input. Errors pass to both. */
final class Added implements Operation {

  private final Signal in;
  private final Signal out;

  /**
   * An addition.
   *
   * @param in the layer's input
   * @param out what the layer made of it, and then the sum
   */
  Added(Signal in, Signal out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void forward(Tile tile) {
    double[] x = in.values();
    double[] sum = out.values();
    for (int i = 0; i < length(tile); i++) {
      sum[i] += x[i];
    }
  }

  @Override
  public void backward(Tile tile) {
    if (in.errors() != null) {
      System.arraycopy(out.errors(), 0, in.errors(), 0, length(tile));
    }
  }

  private int length(Tile tile) {
    return tile.examples * out.units() * tile.lanes;
  }
}
