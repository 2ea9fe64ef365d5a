package io.sluice.engine.network;

import io.sluice.spi.BlockLayout;

/**
 * What the operations of a network work on: some examples of some lanes, with the weights and
 * gradients of the block. Set anew for each tile.
 */
final class Tile {

  /** The {@link #firstDraw} of a pass in which nothing is drawn. */
  static final long NO_DRAWS = -1;

  /** How the trained weights and their gradients are laid out. */
  BlockLayout layout;

  /** The trained weights. */
  double[] weights;

  /** The gradients; null if only losses are wanted. */
  double[] gradients;

  /** How the weights that are frozen are laid out; null if there are none. */
  BlockLayout frozenLayout;

  /** The weights that are frozen. */
  double[] frozen;

  /** The inputs of all examples where all lanes have the same ones, {@code [example][input]}. */
  double[] sharedInputs;

  /** The first of the examples. */
  int first;

  /** How many examples. */
  int examples;

  /** How many examples all training passes before have seen; the draws of a unit go on there. */
  long firstDraw = NO_DRAWS;

  /** How many lanes are in use. */
  int lanes;

  /** Whether gradients are set by this tile, or else added to what former tiles have set. */
  boolean setsGradients;
}
