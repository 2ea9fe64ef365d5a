package io.sluice.engine.network;

/** How many examples of a network pass together, so that their numbers stay in the cache. */
public final class TileSize {

  /** Numbers of a tile: a megabyte, half of the second-level cache of a large core. */
  private static final int MOST_NUMBERS = 1 << 17;

  private TileSize() {}

  /** The number of examples of a tile; changes no result. */
  public static int of(NetworkShape network, int rows, int lanes) {
    return (int) Math.max(1, Math.min(rows, MOST_NUMBERS / (numbers(network) * lanes)));
  }

  /** The bytes by which a tile is larger than most, since one example is the least it can have. */
  public static double bytesAboveMost(NetworkShape network, int lanes) {
    return Math.max(0.0, (double) numbers(network) * lanes - MOST_NUMBERS) * Double.BYTES;
  }

  /** How many numbers an example has in a lane. */
  private static long numbers(NetworkShape network) {
    long numbers = network.inputs();
    for (LayerShape layer : network.layers()) {
      numbers += (layer.drawsInTraining() ? 6L : 4L) * layer.units();
      for (LayerPart part : layer.parts()) {
        numbers += part.numbersKept(layer);
      }
      numbers += layer.layerActivation() == null ? 0 : 3L * layer.sums();
    }
    return numbers;
  }
}
