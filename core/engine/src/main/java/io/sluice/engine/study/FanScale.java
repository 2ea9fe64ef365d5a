package io.sluice.engine.study;

import java.util.Locale;

/** Rules for the scale of a matrix that follow from its inputs and units alone. */
public enum FanScale {
  /** Uniform with the variance 2 / (inputs + units). X. Glorot and Y. Bengio, AISTATS 2010. */
  GLOROT_UNIFORM(true),
  /** Normal with the variance 2 / (inputs + units). X. Glorot and Y. Bengio, AISTATS 2010. */
  GLOROT_NORMAL(false),
  /** Uniform with the variance 2 / inputs. He, Zhang, Ren, Sun, arXiv 1502.01852. */
  HE_UNIFORM(true),
  /** Normal with the variance 2 / inputs. He, Zhang, Ren, Sun, arXiv 1502.01852. */
  HE_NORMAL(false),
  /** Uniform with the variance 1 / inputs. LeCun, Bottou, Orr, Müller, 1998. */
  LECUN_UNIFORM(true),
  /** Normal with the variance 1 / inputs. LeCun, Bottou, Orr, Müller, 1998. */
  LECUN_NORMAL(false);

  private final boolean uniform;

  FanScale(boolean uniform) {
    this.uniform = uniform;
  }

  /** The word of study files, such as {@code he-normal}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the distribution is uniform; normal else. */
  public boolean isUniform() {
    return uniform;
  }

  /** The variance of the weights of a matrix. */
  public double variance(int inputs, int units) {
    switch (this) {
      case GLOROT_UNIFORM:
      case GLOROT_NORMAL:
        return 2.0 / (inputs + units);
      case HE_UNIFORM:
      case HE_NORMAL:
        return 2.0 / inputs;
      default:
        return 1.0 / inputs;
    }
  }
}
