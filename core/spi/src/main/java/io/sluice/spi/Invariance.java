package io.sluice.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of what is minimised that does not change the way of an optimizer, but for the same
 * change of the way. It holds up to rounding, and up to numbers such as an epsilon of 1e-8 that are
 * there to be negligible.
 */
public enum Invariance {
  /** Any increasing function of the loss: nothing counts but which of two points is better. */
  LOSS_ORDER("the order of losses alone counts"),
  /** A positive factor of the loss, and so of all slopes. */
  LOSS_SCALE("a factor of the loss"),
  /** Another origin: start, bounds and loss are moved together. */
  SHIFT("a shift of space"),
  /** Other axes: start and loss are turned together. */
  ROTATION("a rotation of space"),
  /** Another order of the parameters of one group. */
  PERMUTATION("another order of parameters"),
  /** A unit of its own for each parameter, in start, bounds and loss. */
  COORDINATE_SCALE("a unit of its own for each parameter"),
  /** A positive factor of its own for all slopes of one parameter; the steps stay what they are. */
  SLOPE_SCALE("a factor of its own for the slopes of each parameter");

  private final String meaning;

  Invariance(String meaning) {
    this.meaning = meaning;
  }

  /** The word in packs: lower kebab-case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is changed, in words. */
  public String meaning() {
    return meaning;
  }

  /** The invariance of this {@link #id()}. */
  public static Optional<Invariance> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findAny();
  }
}
