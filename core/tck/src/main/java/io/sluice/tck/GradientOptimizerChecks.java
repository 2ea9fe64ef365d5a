package io.sluice.tck;

import io.sluice.spi.GradientOptimizer;
import java.util.List;

/** What every {@link GradientOptimizer} promises besides what all components promise. */
public final class GradientOptimizerChecks {

  /** The updates stand where the gradients were; weights and all else are left alone. */
  public static final Check<GradientOptimizer> IN_PLACE =
      check(
          "updates-in-place",
          "Updates take the place of gradients, and nothing else is written",
          GradientTrials::inPlace);

  /** Updating the weights at once gives what updates and their addition give. */
  public static final Check<GradientOptimizer> SHORT_WAY =
      check(
          "short-way",
          "Updating weights at once gives the bits of updates that are added",
          GradientTrials::shortWay);

  /** A flip changes the sign of one first moment, if there are any. */
  public static final Check<GradientOptimizer> FLIPS =
      check(
          "flips",
          "A flip changes nothing in other lanes, and a second one takes it back",
          GradientTrials::flips);

  /** On a bowl it does not climb. */
  public static final Check<GradientOptimizer> DOWNHILL =
      check("downhill", "With its presets it does not climb a bowl", GradientTrials::downhill);

  /** Gradients of zero give finite updates. */
  public static final Check<GradientOptimizer> ZERO_GRADIENTS =
      check("zero-gradients", "Gradients of zero give numbers", GradientTrials::zeroGradients);

  /** A lane computes the same bits alone and beside others, whatever those have. */
  public static final Check<GradientOptimizer> LANES =
      check(
          "lanes",
          "A lane gives the same bits alone and beside lanes with other hyper-parameters",
          GradientTrials::lanes);

  /** Each hyper-parameter is read from the memory, not from a field of the optimizer. */
  public static final Check<GradientOptimizer> LANE_SETTINGS =
      check(
          "lane-settings",
          "A lane has the hyper-parameters of the memory, not those of the optimizer's fields",
          GradientTrials::laneSettings);

  /** All of its state is in the memory, so that a lane can be moved. */
  public static final Check<GradientOptimizer> MOVED_LANES =
      check(
          "moved-lanes",
          "A lane goes on the same after it was moved, since all state is in the memory",
          GradientTrials::movedLanes);

  /** Two blocks of trials do not disturb each other, and the same comes out again. */
  public static final Check<GradientOptimizer> STATES =
      check(
          "states",
          "Two states of one optimizer do not disturb each other",
          GradientTrials::states);

  /** All of them. */
  public static final List<Check<GradientOptimizer>> ALL =
      List.of(
          IN_PLACE,
          SHORT_WAY,
          FLIPS,
          DOWNHILL,
          ZERO_GRADIENTS,
          LANE_SETTINGS,
          LANES,
          MOVED_LANES,
          STATES);

  private GradientOptimizerChecks() {}

  private static Check<GradientOptimizer> check(
      String id, String title, Check.Body<GradientOptimizer> body) {
    return new Check<>(id, title, GradientOptimizer.class, body);
  }
}
