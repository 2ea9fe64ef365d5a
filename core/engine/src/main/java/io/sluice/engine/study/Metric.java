package io.sluice.engine.study;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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
  VALIDATION_R2,
  /** Layer by layer, the share of slopes f' below {@link #SATURATION_SLOPE}. */
  SATURATED,
  /** Layer by layer, the share of units whose slope f' is 0 at every example. */
  DEAD,
  /** Layer by layer, the mean of |f'| over examples and units. */
  SLOPE_MEAN,
  /** Layer by layer, the Euclidean norm of the gradient of the loss by the layer's parameters. */
  GRADIENT_NORM,
  /** Layer by layer, the norm of the last update over that of the parameters it was added to. */
  UPDATE_RATIO,
  /** The share of parameters that lie at one of their bounds or beyond. */
  AT_BOUND,
  /** How often the weight policy has put a parameter back so far. */
  BOUND_CONTACTS;

  /** What is measured if nothing is said. */
  public static final List<Metric> PRESET = List.of(LOSS, BEST_LOSS);

  /** A unit is saturated at an example where |f'| is below this. */
  public static final double SATURATION_SLOPE = 0.05;

  private static final Set<Metric> KNOWN_FROM_TRAINING =
      Set.of(LOSS, BEST_LOSS, UPDATE_RATIO, BOUND_CONTACTS);

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in study files and measurements. */
  public String id() {
    return id;
  }

  /** Whether it is computed from weights, not known from training. */
  public boolean needsWeights() {
    return !KNOWN_FROM_TRAINING.contains(this);
  }

  /** Whether it says how good a trial is, so that trials can be judged by it. */
  public boolean isMerit() {
    return ordinal() <= VALIDATION_R2.ordinal();
  }

  /** Whether it needs validation rows. */
  public boolean isOfValidation() {
    return name().startsWith("VALIDATION");
  }

  /** Whether it is one of the slopes of activations, so that only activated layers have it. */
  public boolean isOfSlopes() {
    return this == SATURATED || this == DEAD || this == SLOPE_MEAN;
  }

  /** Whether each layer that has it gives a measurement of its own. */
  public boolean isPerLayer() {
    return isOfSlopes() || this == GRADIENT_NORM || this == UPDATE_RATIO;
  }

  /**
   * The name of the measurements in a layer, such as {@code saturated-1}.
   *
   * @param layer the number of the layer, from 0; names count from 1
   */
  public String idOfLayer(int layer) {
    return id + "-" + (layer + 1);
  }
}
