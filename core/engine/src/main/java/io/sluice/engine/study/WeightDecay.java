package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.Locale;
import java.util.Objects;

/**
 * What pulls weights towards 0.
 *
 * @param kind where it pulls
 * @param rate how strongly, λ; 0 if nothing pulls
 * @param of which parameters it pulls; {@link Of#MATRICES} if nothing pulls
 */
public record WeightDecay(Kind kind, double rate, Of of) {

  /** Which parameters are pulled. */
  public enum Of {
    /**
     * Those of matrices and their factors, the preset: no biases, no gains and shifts of
     * normalisations, no parameters of activations. A function has only parameters of this kind.
     */
    MATRICES,
    /** All that is trained. */
    ALL;

    /** The name in study files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
  public static final WeightDecay NONE = new WeightDecay(Kind.NONE, 0, Of.MATRICES);

  public WeightDecay {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(of, "of");
    if (kind == Kind.NONE && of != Of.MATRICES) {
      throw new IllegalArgumentException("no decay is a decay of nothing, not of " + of.id());
    }
    if (kind == Kind.NONE ? rate != 0 : !(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "the rate of a weight decay is a finite number above 0, not " + NumberText.of(rate));
    }
  }

  /** A decay of the matrices. */
  public WeightDecay(Kind kind, double rate) {
    this(kind, rate, Of.MATRICES);
  }

  /**
   * {@code none}, or the kind and the rate: {@code l2(0.01)} of all parameters, as decays were
   * before they could be of matrices only: {@code l2(0.01 matrices)}.
   */
  public String label() {
    String ending = of == Of.MATRICES ? " matrices)" : ")";
    return kind == Kind.NONE ? "none" : kind.id() + "(" + NumberText.of(rate) + ending;
  }
}
