package io.sluice.activations;

import io.sluice.spi.Interval;
import java.util.List;

/** Two half-lines that meet in a corner, of trained slopes and places. */
abstract class HalfLines extends Trained {

  HalfLines(List<String> names, double... start) {
    super(names, start);
  }

  /** Where they meet before training. */
  abstract Corner corner();

  @Override
  public final Interval range() {
    return corner().range();
  }

  @Override
  public final double[] kinks() {
    return corner().kinks();
  }
}
