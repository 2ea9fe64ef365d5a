package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;

/**
 * Which rows of a problem are kept from training.
 *
 * @param share their share; 0 for none
 * @param last whether they are the last ones, or else drawn at random
 */
public record Validation(double share, boolean last) {

  /** All rows are for training. */
  public static final Validation NONE = random(0);

  public Validation {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "validation is a share from 0 to below 1, not " + NumberText.of(share));
    }
  }

  /** This share of the rows, drawn at random. */
  public static Validation random(double share) {
    return new Validation(share, false);
  }

  /** This share of the rows, the last ones. */
  public static Validation last(double share) {
    return new Validation(share, true);
  }

  /** Whether any rows are kept. */
  public boolean keepsRows() {
    return share > 0;
  }

  /** {@code 0.25} or {@code last 0.25}. */
  public String label() {
    return (last ? "last " : "") + NumberText.of(share);
  }
}
