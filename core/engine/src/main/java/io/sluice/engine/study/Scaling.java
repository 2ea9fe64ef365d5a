package io.sluice.engine.study;

import java.util.Locale;

/**
 * How a column of numbers is moved and stretched before training. What is subtracted and divided by
 * comes from the rows to train with; the rows that are kept are treated the same. A column whose
 * numbers are all equal there is only moved, so that they become 0.
 */
public enum Scaling {
  /** Not at all. */
  NONE,
  /** (x − mean) / standard deviation, the deviation being that of the rows themselves (1/n). */
  STANDARDISE,
  /** (x − least) / (greatest − least), from 0 to 1. */
  MIN_MAX;

  /** The name in study files and labels. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
