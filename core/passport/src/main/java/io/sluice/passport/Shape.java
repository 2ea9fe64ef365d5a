package io.sluice.passport;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The shape of a graph.
 *
 * @param monotonicity whether it only rises or only falls
 * @param monotonicityEvidence how that is known
 * @param symmetry whether it is odd or even
 * @param curvature whether it is convex or concave
 * @param smoothness how often it can be differentiated
 * @param smoothnessEvidence how that is known; all else is computed
 * @param kinks where it is not differentiable, ascending
 * @param bends where the slope has a kink though the value has none, ascending
 */
public record Shape(
    Monotonicity monotonicity,
    Evidence monotonicityEvidence,
    Symmetry symmetry,
    Curvature curvature,
    Smoothness smoothness,
    Evidence smoothnessEvidence,
    List<Kink> kinks,
    List<Double> bends) {

  /** Whether values only rise or only fall. */
  public enum Monotonicity {
    /** f(x) &lt; f(y) for x &lt; y. */
    INCREASING,
    /** f(x) ≤ f(y) for x &lt; y. */
    NON_DECREASING,
    /** f(x) &gt; f(y) for x &lt; y. */
    DECREASING,
    /** f(x) ≥ f(y) for x &lt; y. */
    NON_INCREASING,
    /** One value only. */
    CONSTANT,
    /** It rises here and falls there. */
    NONE;

    @Override
    public String toString() {
      return word(this);
    }
  }

  /** Whether one half of the line tells the other. */
  public enum Symmetry {
    /** f(-x) = -f(x). */
    ODD,
    /** f(-x) = f(x). */
    EVEN,
    /** Both: f = 0. */
    ODD_AND_EVEN,
    /** Neither. */
    NONE;

    @Override
    public String toString() {
      return word(this);
    }
  }

  /** Whether the slope only rises or only falls. */
  public enum Curvature {
    /** No chord lies below the graph. */
    CONVEX,
    /** No chord lies above the graph. */
    CONCAVE,
    /** Both: a line. */
    LINEAR,
    /** Neither. */
    NONE;

    @Override
    public String toString() {
      return word(this);
    }
  }

  /** How often a function can be differentiated. */
  public enum Smoothness {
    /** The value jumps. */
    DISCONTINUOUS,
    /** C⁰: continuous with kinks. */
    CONTINUOUS,
    /** C¹: the slope is continuous and has kinks. */
    ONCE,
    /** C² at least: neither value nor slope has a kink. */
    TWICE,
    /** C^∞: made of analytic functions without cases. */
    SMOOTH;

    @Override
    public String toString() {
      return word(this);
    }
  }

  public Shape {
    Objects.requireNonNull(monotonicity, "monotonicity");
    Objects.requireNonNull(symmetry, "symmetry");
    Objects.requireNonNull(curvature, "curvature");
    Objects.requireNonNull(smoothness, "smoothness");
    kinks = List.copyOf(kinks);
    bends = List.copyOf(bends);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
