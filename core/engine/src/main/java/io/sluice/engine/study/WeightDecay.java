package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.Locale;
import java.util.Objects;

/**
 * What pulls the weights, biases included, towards 0.
 *
 * @param kind where it pulls
 * @param rate how strongly, λ; 0 if nothing pulls
 */
public record WeightDecay(Kind kind, double rate) {

  /** Where the decay comes in. */
  public enum Kind {
    /** Nowhere. */
    NONE,
    /** In the gradient, before it is clipped: g ← g + λ w, the slope of λ/2 · Σ w². */
    L2,
    /**
     * Beside the update: w ← w + s(t) (u − λ w), with the update u of the optimizer and the
     * schedule s. Loshchilov &amp; Hutter 2019, arXiv 1711.05101.
     */
    DECOUPLED;

    /** The name in study files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** No decay, the preset. */
  public static final WeightDecay NONE = new WeightDecay(Kind.NONE, 0);

  public WeightDecay {
    Objects.requireNonNull(kind, "kind");
    if (kind == Kind.NONE ? rate != 0 : !(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "the rate of a weight decay is a finite number above 0, not " + NumberText.of(rate));
    }
  }

  /** {@code none}, or the kind and the rate: {@code l2(0.01)}. */
  public String label() {
    return kind == Kind.NONE ? "none" : kind.id() + "(" + NumberText.of(rate) + ")";
  }
}
