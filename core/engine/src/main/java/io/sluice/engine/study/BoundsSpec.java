package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;

/** Where the weight bounds are. They are also the box that a population searches. */
public sealed interface BoundsSpec {

  /** The range of the initial weights. */
  record AsInitial() implements BoundsSpec {}

  /** The same two bounds for every weight. */
  record Explicit(double lower, double upper) implements BoundsSpec {
    public Explicit {
      if (!(lower < upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
        throw new IllegalArgumentException(
            "bounds are two finite numbers, the lower one first, not "
                + NumberText.of(lower)
                + " and "
                + NumberText.of(upper));
      }
    }
  }

  /**
   * The pre-activation band of the activation: the smallest interval outside of which |f'| is
   * nowhere above a share of its maximum. Many activations have no such band.
   *
   * @param share of the maximum of |f'|, between 0 and 1
   */
  record FromActivation(double share) implements BoundsSpec {
    public FromActivation {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "the share of the largest slope lies between 0 and 1, not " + NumberText.of(share));
      }
    }
  }
}
