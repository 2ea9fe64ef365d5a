package io.sluice.engine.schedule;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;

/** Lengths as whole numbers of updates from 1 on, or below 1 as shares of those planned. */
final class Length {

  private static final double MOST = 1e12;

  private Length() {}

  /** Declares a length above 0. */
  static Hyperparameter declared(String name, double value, String meaning) {
    return declared(name, value, Interval.openClosed(0, MOST), meaning);
  }

  /** Declares the length of a warm-up, which may be 0. */
  static Hyperparameter warmUp(double value) {
    return declared(
        "warm-up", value, Interval.closed(0, MOST), "updates, or below 1 a share of them");
  }

  private static Hyperparameter declared(
      String name, double value, Interval range, String meaning) {
    if (value > 1 && value % 1 != 0) {
      throw new IllegalArgumentException(
          name
              + " is a whole number of updates, or below 1 a share of them, and not "
              + NumberText.of(value));
    }
    return Hyperparameter.real(name, value, range, meaning);
  }

  /** A length in updates; a share is of at least one. */
  static long updates(double value, long planned) {
    return value > 0 && value < 1 ? (long) Math.max(1, Math.rint(value * planned)) : (long) value;
  }
}
