package io.sluice.engine.study;

import java.util.List;
import java.util.Locale;

/** What is measured at the steps of the cadence. */
public enum Metric {
  /** The loss: of the weights now, or the least of a generation. */
  LOSS,
  /** The least loss so far. */
  BEST_LOSS,
  /** The share of right outputs. */
  ACCURACY,
  /** 1 − Σ (a − y)² / Σ (y − ȳ)², with the mean ȳ of each output. */
  R2,
  /** The loss on the validation rows. */
  VALIDATION_LOSS,
  /** The accuracy on the validation rows. */
  VALIDATION_ACCURACY,
  /** R2 on the validation rows. */
  VALIDATION_R2;

  /** What is measured if nothing is said. */
  public static final List<Metric> PRESET = List.of(LOSS, BEST_LOSS);

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in study files and measurements. */
  public String id() {
    return id;
  }

  /** Whether it is computed from weights, not known from training. */
  public boolean needsWeights() {
    return !PRESET.contains(this);
  }

  /** Whether it needs validation rows. */
  public boolean isOfValidation() {
    return name().startsWith("VALIDATION");
  }
}
