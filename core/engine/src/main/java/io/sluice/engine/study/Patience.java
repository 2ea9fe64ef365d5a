package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;

/**
 * How long a loss may stand still. It has fallen where it is below the lowest one before by more
 * than a least difference, as in Keras.
 *
 * @param epochs after so many epochs in a row without a fall it has stood still; 0 if that does not
 *     matter
 * @param minDelta the difference that is not yet a fall
 */
public record Patience(int epochs, double minDelta) {

  /** Nobody waits, the preset. */
  public static final Patience NONE = new Patience(0, 0);

  public Patience {
    if (epochs < 0) {
      throw new IllegalArgumentException("patience is a number of epochs from 1 on, not " + epochs);
    }
    if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "min-delta is a finite number from 0 on, not " + NumberText.of(minDelta));
    }
    if (epochs == 0 && minDelta != 0) {
      throw new IllegalArgumentException("min-delta has no meaning without patience");
    }
  }

  /** Whether anybody waits. */
  public boolean ends() {
    return epochs > 0;
  }
}
