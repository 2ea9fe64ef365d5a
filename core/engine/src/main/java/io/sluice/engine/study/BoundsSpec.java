package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Interval;
import java.util.Objects;

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
   * A band of the sums that the activation takes in, read off it; every weight of its layer lies in
   * the band. Many activations have none in some readings.
   *
   * @param amount what the reading takes
   */
  record FromActivation(Reading reading, double amount) implements BoundsSpec {
    public FromActivation {
      Objects.requireNonNull(reading, "reading");
      if (!reading.amounts.contains(amount)) {
        throw new IllegalArgumentException(
            reading.ofAmount
                + " lies in "
                + reading.amounts
                + " and is not "
                + NumberText.of(amount));
      }
    }

    /** A band of the slope. */
    public FromActivation(double share) {
      this(Reading.SLOPE, share);
    }

    /** How rows name such bounds. */
    public String label() {
      return reading.label + "(" + NumberText.of(amount) + ")";
    }
  }

  /** What of an activation says where its sums should lie. */
  enum Reading {
    /** The smallest interval outside of which |f'| is nowhere above a share of its largest. */
    SLOPE("band", "the share of the largest slope", Interval.open(0, 1)),
    /** The smallest interval outside of which |f''| is nowhere above a share of its largest. */
    CURVATURE("curvature", "the share of the largest curvature", Interval.open(0, 1)),
    /**
     * A share of the period of f', with 0 in its middle; if it has none, the same share of twice
     * the piece around 0 on which f is monotone.
     */
    PERIOD("period", "the share of the period", Interval.above(0)),
    /**
     * The smallest interval around 0 whose image has all outputs that the data need, and beyond
     * them a share of their range.
     */
    OUTPUTS("outputs", "the margin around the outputs", Interval.atLeast(0));

    private final String label;
    private final String ofAmount;
    private final Interval amounts;

    Reading(String label, String ofAmount, Interval amounts) {
      this.label = label;
      this.ofAmount = ofAmount;
      this.amounts = amounts;
    }
  }
}
