package io.sluice.tck;

import io.sluice.spi.StochasticActivation;
import java.util.List;

/** What every {@link StochasticActivation} promises besides what activations promise. */
public final class StochasticActivationChecks {

  private static final double STEP = 0x1p-11;
  private static final double[] UNIFORM = {0x1p-53, 0.125, 0.5, 0.8125, 1 - 0x1p-53};
  private static final double[] NORMAL = {-8.5, -1, 0, 0.375, 8.5};

  /** NaN in gives NaN out in training, too, and finite inputs give numbers. */
  public static final Check<StochasticActivation> NUMBERS =
      check(
          "stochastic-numbers",
          "With any draw NaN gives NaN, and finite inputs give numbers",
          StochasticActivationChecks::numbers);

  /** With the same draw, the slope is that of the values; kinks aside. */
  public static final Check<StochasticActivation> SLOPES =
      check(
          "stochastic-slopes",
          "With any draw the slope is the derivative of the value",
          StochasticActivationChecks::slopes);

  /** The block form with a draw for each element gives the bits of the scalar forms. */
  public static final Check<StochasticActivation> BLOCKS =
      check(
          "stochastic-blocks",
          "The block form with draws gives the bits of the scalar forms",
          StochasticActivationChecks::blocks);

  /** All of them. */
  public static final List<Check<StochasticActivation>> ALL = List.of(NUMBERS, SLOPES, BLOCKS);

  private StochasticActivationChecks() {}

  private static Check<StochasticActivation> check(
      String id, String title, Check.Body<StochasticActivation> body) {
    return new Check<>(id, title, StochasticActivation.class, body);
  }

  private static double[] draws(StochasticActivation activation) {
    return activation.draw() == StochasticActivation.Draw.UNIFORM ? UNIFORM : NORMAL;
  }

  private static void numbers(StochasticActivation activation, Findings findings) {
    for (double draw : draws(activation)) {
      if (!Double.isNaN(activation.slope(Double.NaN, draw))) {
        findings.fault(
            "slope(NaN, %s) must be NaN, but is %s", draw, activation.slope(Double.NaN, draw));
        return;
      }
      if (!Double.isNaN(activation.value(Double.NaN, draw))) {
        findings.fault(
            "value(NaN, %s) must be NaN, but is %s", draw, activation.value(Double.NaN, draw));
        return;
      }
      for (double x : Inputs.finite()) {
        double value = activation.value(x, draw);
        double slope = activation.slope(x, draw);
        if (Double.isNaN(value) || Double.isNaN(slope)) {
          findings.fault("%s(%s, %s) is NaN", Double.isNaN(value) ? "value" : "slope", x, draw);
          return;
        }
      }
    }
  }

  private static void slopes(StochasticActivation activation, Findings findings) {
    double[] kinks = Kinks.of(activation);
    for (double draw : draws(activation)) {
      for (double x : Inputs.ordinary()) {
        if (Kinks.distance(kinks, x) > 2 * STEP) {
          slope(activation, x, draw, findings);
        }
        if (findings.hasFault()) {
          return;
        }
      }
    }
  }

  private static void slope(
      StochasticActivation activation, double x, double draw, Findings findings) {
    double slope = activation.slope(x, draw);
    double narrow = rise(activation, x, draw, STEP);
    double wide = rise(activation, x, draw, 2 * STEP);
    double scale = Math.max(1, Math.max(Math.abs(slope), Math.abs(activation.value(x, draw))));
    if (!(Math.abs(slope - narrow) <= 1e-6 * scale + 2 * Math.abs(narrow - wide))) {
      findings.fault(
          "slope(%s, %s) is %s, but with that draw the values around it rise by %.9g",
          x, draw, slope, narrow);
    }
  }

  private static double rise(StochasticActivation activation, double x, double draw, double step) {
    return (activation.value(x + step, draw) - activation.value(x - step, draw)) / (2 * step);
  }

  private static void blocks(StochasticActivation activation, Findings findings) {
    for (int length : new int[] {0, 1, 7, 8, 9, 31, 257}) {
      for (int from : new int[] {0, 1, 5}) {
        block(activation, from, from + length, findings);
        if (findings.hasFault()) {
          return;
        }
      }
    }
  }

  private static void block(StochasticActivation activation, int from, int to, Findings findings) {
    double[] x = Inputs.mixed(to + 3);
    double[] some = draws(activation);
    double[] draws = new double[x.length];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = some[i * 7 % some.length];
    }
    double[] y = new double[x.length];
    double[] slope = new double[x.length];
    activation.valuesAndSlopes(x.clone(), draws.clone(), y, slope, from, to);
    for (int i = 0; i < x.length && !findings.hasFault(); i++) {
      boolean inside = i >= from && i < to;
      double value = activation.value(x[i], draws[i]);
      double right = inside ? activation.slope(x[i], draws[i]) : 0;
      same("value", x[i], draws[i], inside ? value : 0, y[i], findings);
      same("slope", x[i], draws[i], right, slope[i], findings);
    }
  }

  private static void same(
      String what, double x, double draw, double expected, double actual, Findings findings) {
    if (!ComponentChecks.sameBits(expected, actual)) {
      findings.fault(
          "the block's %s at %s with the draw %s must be %s, is %s",
          what, x, draw, expected, actual);
    }
  }
}
