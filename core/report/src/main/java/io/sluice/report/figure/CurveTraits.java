package io.sluice.report.figure;

import io.sluice.spi.Activation;
import java.util.Arrays;

/**
 * What is seen of a function by looking at it from -20 to 20.
 *
 * @param falls whether it rises in one place and falls in another
 * @param oscillates whether it turns four times or more
 * @param jumps whether it jumps at a kink
 */
public record CurveTraits(boolean falls, boolean oscillates, boolean jumps) {

  /** How far is looked. */
  public static final int REACH = 20;

  /** From how many turns on a function counts as oscillating. */
  public static final int MANY_TURNS = 4;

  private static final int SAMPLES_PER_UNIT = 100;
  private static final double NO_SLOPE = 1e-12;
  private static final double NO_JUMP = 1e-3;

  /** How far aside of a kink is looked: so near that even a cube root has not come far. */
  private static final double NEAR = 1e-13;

  /** The traits of this function. */
  public static CurveTraits of(Activation activation) {
    double[] slopes = new double[2 * REACH * SAMPLES_PER_UNIT + 1];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = activation.slope((double) i / SAMPLES_PER_UNIT - REACH);
    }
    int turns = turns(slopes);
    boolean jumps = Arrays.stream(activation.kinks()).anyMatch(kink -> jumps(activation, kink));
    return new CurveTraits(turns > 0, turns >= MANY_TURNS, jumps);
  }

  /** How often slopes one after another change sign. */
  static int turns(double[] slopes) {
    int turns = 0;
    double before = 0;
    for (double slope : slopes) {
      if (Math.abs(slope) > NO_SLOPE) {
        turns += slope * before < 0 ? 1 : 0;
        before = Math.signum(slope);
      }
    }
    return turns;
  }

  private static boolean jumps(Activation activation, double kink) {
    double near = NEAR * Math.max(1, Math.abs(kink));
    double step = activation.value(kink + near) - activation.value(kink - near);
    return Math.abs(step) > NO_JUMP;
  }
}
