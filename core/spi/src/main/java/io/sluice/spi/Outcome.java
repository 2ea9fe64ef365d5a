package io.sluice.spi;

/** How a trial ended. */
public enum Outcome {
  /** Its budget was spent, or its last target reached. */
  COMPLETED,
  /** Its loss or a weight stopped being a finite number. That is a result, not an error. */
  DIVERGED,
  /** A component threw an exception. */
  FAILED,
  /** It was stopped from outside; it will be run again when the study goes on. */
  CANCELLED;

  /**
   * Whether a trial that ended so may stand in the place of one kept with the other outcome. What
   * is worth less never replaces what is worth more: completed and diverged trials are results, a
   * failed one says at least what failed, a cancelled one says nothing.
   */
  public boolean replaces(Outcome kept) {
    return worth() >= kept.worth();
  }

  private int worth() {
    return switch (this) {
      case COMPLETED, DIVERGED -> 2;
      case FAILED -> 1;
      case CANCELLED -> 0;
    };
  }
}
