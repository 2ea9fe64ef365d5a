package io.sluice.engine.study;

import java.util.Locale;

/** How outputs are compared with data; the mean over all outputs of all examples. */
public enum Loss {
  /** Mean squared error: (a − y)². */
  MSE,
  /** Mean absolute error: |a − y|; its slope at 0 is 0. */
  MAE;

  /** The name in study files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
