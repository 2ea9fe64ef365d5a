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
  /** The largest absolute difference between an output and its target. */
  SUP_ERROR,
  /** The same on the validation rows. */
  VALIDATION_SUP_ERROR,
  /** Layer by layer, the share of slopes f' below {@link #SATURATION_SLOPE}. */
  SATURATED,
  /** Layer by layer, the share of units whose slope f' is 0 at every example. */
  DEAD,
  /** Layer by layer, the mean of |f'| over examples and units. */
  SLOPE_MEAN,
  /** Layer by layer, the Euclidean norm of the gradient of the loss by the layer's parameters. */
  GRADIENT_NORM,
  /** The norm of the gradient of the first layer with parameters over that of the last. */
  DEPTH_RATIO,
  /** The cosine of the angle between the gradients of the last two updates. */
  GRADIENT_COSINE,
  /** Layer by layer, the norm of the last update over that of the parameters it was added to. */
  UPDATE_RATIO,
  /** The share of parameters that lie at one of their bounds or beyond. */
  AT_BOUND,
  /** How often the weight policy has put a parameter back so far. */
  BOUND_CONTACTS,
  /** Layer by layer, the norm of what parameters moved over that of where they started. */
  WEIGHT_MOVEMENT,
  /** How far the network without activations is from the affine map of its multiplied matrices. */
  FOLDING_GAP,
  /** How far the outputs are from the affine map of the inputs that fits them best. */
  AFFINE_GAP,
  /** The largest second difference of the outputs along lines between rows. */
  SECOND_DIFFERENCE,
  /** The least loss that an affine map of the inputs reaches. */
  LINEAR_FLOOR,
  /** The share of rows whose class an affine map of the last hidden layer tells. */
  SEPARABILITY,
  /** The share of rows whose class an affine map of the inputs tells. */
  INPUT_SEPARABILITY,
  /** How far the line between two classes is from straight, in two inputs. */
  BOUNDARY_FLATNESS,
  /** Of how many straight pieces the function of one input is made. */
  PIECES,
  /** How far the outputs are from those of the network linearised around its start. */
  LINEARISATION_GAP,
  /** The cosine of the tangent kernels at the start and now. */
  TANGENT_ALIGNMENT,
  /** How far the tangent kernel has moved, as a share of its norm at the start. */
  TANGENT_CHANGE;

  /** What is measured if nothing is said. */
  public static final List<Metric> PRESET = List.of(LOSS, BEST_LOSS);

  /** A unit is saturated at an example where |f'| is below this. */
  public static final double SATURATION_SLOPE = 0.05;

  private static final Set<Metric> KNOWN_FROM_TRAINING =
      Set.of(LOSS, BEST_LOSS, UPDATE_RATIO, GRADIENT_COSINE, BOUND_CONTACTS);

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
    return ordinal() <= VALIDATION_SUP_ERROR.ordinal();
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
    return isOfSlopes() || this == GRADIENT_NORM || this == UPDATE_RATIO || this == WEIGHT_MOVEMENT;
  }

  /** Whether it needs the gradient of all rows where it is measured. */
  public boolean needsGradient() {
    return this == GRADIENT_NORM || this == DEPTH_RATIO;
  }

  /** Whether it compares training rows with their targets. */
  public boolean isOfTrainingRows() {
    return this == ACCURACY || this == R2 || this == SUP_ERROR;
  }

  /** The first step at which there is one: after so many updates as it looks at. */
  public long firstStep() {
    return this == UPDATE_RATIO ? 1 : this == GRADIENT_COSINE ? 2 : 0;
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
