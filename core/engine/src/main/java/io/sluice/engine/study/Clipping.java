package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.Locale;
import java.util.Objects;

/**
 * How large a gradient may be before the optimizer gets it.
 *
 * @param kind what is limited
 * @param limit its largest size; 0 if nothing is limited
 */
public record Clipping(Kind kind, double limit) {

  /** What is limited. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** The Euclidean length c of the gradient of all weights: g ← g · min(1, limit / c). */
    NORM,
    /** Each slope: g ← max(−limit, min(limit, g)). */
    VALUE;

    /** The name in study files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** No limit, the preset. */
  public static final Clipping NONE = new Clipping(Kind.NONE, 0);

  public Clipping {
    Objects.requireNonNull(kind, "kind");
    if (kind == Kind.NONE ? limit != 0 : !(limit > 0) || Double.isInfinite(limit)) {
      throw new IllegalArgumentException(
          "the limit of a gradient is a finite number above 0, not " + NumberText.of(limit));
    }
  }

  /** {@code none}, or the kind and the limit: {@code norm(1)}. */
  public String label() {
    return kind == Kind.NONE ? "none" : kind.id() + "(" + NumberText.of(limit) + ")";
  }
}
