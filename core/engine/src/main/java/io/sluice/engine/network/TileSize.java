package io.sluice.engine.network;

/** How many examples of a network pass together, so that their numbers stay in the cache. */
public final class TileSize {

  /** Numbers of a tile: a megabyte, half of the second-level cache of a large core. */
  private static final int MOST_NUMBERS = 1 << 17;

  private TileSize() {}

  /** The number of examples of a tile; changes no result. */
  public static int of(NetworkShape network, int rows, int lanes) {
    long numbers = network.inputs();
    for (LayerShape layer : network.layers()) {
      numbers += (layer.drawsInTraining() ? 6L : 4L) * layer.units();
      for (LayerPart part : layer.parts()) {
        numbers += part.numbersKept(layer);
      }
      numbers += layer.layerActivation() == null ? 0 : 3L * layer.sums();
    }
    return (int) Math.max(1, Math.min(rows, MOST_NUMBERS / (numbers * lanes)));
  }
}
