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
  CANCELLED
}
