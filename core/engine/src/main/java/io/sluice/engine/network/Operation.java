package io.sluice.engine.network;

import io.sluice.spi.Component;

/** One step of a network's pass over a tile of examples. */
interface Operation {

  /** Computes the values that go on. */
  void forward(Tile tile);

  /** The same, and keeps what {@link #backward} needs. */
  default void forwardForSlopes(Tile tile) {
    forward(tile);
  }

  /**
   * Turns the errors of what goes on into those of what came in, and into gradients. Called in the
   * reverse order of the operations, after {@link #forwardForSlopes}.
   */
  void backward(Tile tile);

  /** The component that computes, or null if the engine itself does. */
  default Component component() {
    return null;
  }

  /** Whether it draws random numbers in training passes. */
  default boolean draws() {
    return false;
  }

  /** Says with which key the lane draws from now on, if it draws. */
  default void bind(int lane, long key) {}
}
