package io.sluice.tck;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.TrainableActivation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What every {@link TrainableActivation} promises besides what activations promise. */
public final class TrainableActivationChecks {

  /** What can be trained is declared as a hyper-parameter, and its value is where it starts. */
  public static final Check<TrainableActivation> PARAMETERS =
      check(
          "trainable-names",
          "What can be trained is a hyper-parameter, whose value is where it starts",
          TrainableActivationChecks::parameters);

  /** With the parameters where they start, the functions of two arguments are those of one. */
  public static final Check<TrainableActivation> START =
      check(
          "trainable-start",
          "With the initial parameters it is the activation itself",
          TrainableActivationChecks::start);

  /** The slope by each parameter is that of the values; kinks aside, also away from the start. */
  public static final Check<TrainableActivation> PARAMETER_SLOPES =
      check(
          "trainable-slopes",
          "The slope by each parameter is the derivative of the value by it",
          TrainableActivationChecks::slopes);

  /** The block forms with a parameter for each element give the bits of the scalar forms. */
  public static final Check<TrainableActivation> PARAMETER_BLOCKS =
      check(
          "trainable-blocks",
          "The block forms with parameters give the bits of the scalar forms",
          ParameterBlocks::look);

  /** All of them. */
  public static final List<Check<TrainableActivation>> ALL =
      List.of(PARAMETERS, START, PARAMETER_SLOPES, PARAMETER_BLOCKS);

  private static final double STEP = 0x1p-13;

  private TrainableActivationChecks() {}

  private static Check<TrainableActivation> check(
      String id, String title, Check.Body<TrainableActivation> body) {
    return new Check<>(id, title, TrainableActivation.class, body);
  }

  private static void parameters(TrainableActivation activation, Findings findings) {
    List<String> names = activation.trainable();
    List<String> declared =
        activation.hyperparameters().stream().map(Hyperparameter::name).toList();
    if (new HashSet<>(names).size() < names.size()) {
      findings.fault("trainable() must name each parameter once, but is %s", names);
      return;
    }
    if (!declared.containsAll(names)) {
      findings.fault("trainable() is %s, hyper-parameters are %s", names, declared);
      return;
    }
    double[] initial = activation.initialParameters();
    double[] expected = new double[names.size()];
    activation.hyperparameters().stream()
        .filter(each -> names.contains(each.name()))
        .forEach(each -> expected[names.indexOf(each.name())] = each.value());
    if (!Arrays.equals(initial, expected)) {
      findings.fault(
          "initialParameters() must be the values of the hyper-parameters, %s, but is %s",
          Arrays.toString(expected), Arrays.toString(initial));
    }
  }

  private static void start(TrainableActivation activation, Findings findings) {
    double[] initial = activation.initialParameters();
    for (double x : Inputs.finite()) {
      same("value", x, activation.value(x), activation.value(x, initial), findings);
      same("slope", x, activation.slope(x), activation.slope(x, initial), findings);
      if (findings.hasFault()) {
        return;
      }
    }
  }

  /** Takes down that two numbers differ which must not. */
  static void same(String what, double x, double expected, double actual, Findings findings) {
    if (!ComponentChecks.sameBits(expected, actual)) {
      findings.fault("%s at %s must be %s, is %s", what, x, expected, actual);
    }
  }

  private static void slopes(TrainableActivation activation, Findings findings) {
    for (double shift : new double[] {0, 0.3671875, -0.2578125}) {
      double[] at = activation.initialParameters();
      for (int k = 0; k < at.length; k++) {
        at[k] += shift * (k + 1);
      }
      for (double x : Inputs.ordinary()) {
        for (int k = 0; k < at.length; k++) {
          slopeBy(activation, k, x, at, findings);
          if (findings.hasFault()) {
            return;
          }
        }
      }
    }
  }

  private static void slopeBy(
      TrainableActivation activation, int k, double x, double[] at, Findings findings) {
    DoubleUnaryOperator rise =
        step ->
            (moved(activation, k, x, at, step) - moved(activation, k, x, at, -step)) / (2 * step);
    double slope = activation.slopeBy(k, x, at);
    double scale = Math.max(1, Math.abs(activation.value(x, at)));
    if (!Slopes.agree(slope, scale, STEP, rise) && !isOfASide(activation, k, x, at, slope)) {
      double measured = rise.applyAsDouble(STEP);
      findings.fault(
          "slopeBy(%d, %s) for the parameter %s is %s at %s, but the values rise by %.9g%s",
          k,
          x,
          activation.trainable().get(k),
          slope,
          Arrays.toString(at),
          measured,
          Math.abs(slope + measured) <= 1e-3 * Math.abs(slope) ? "; is its sign wrong?" : "");
    }
  }

  /** Whether it is the rise on one side of a kink in the parameter, or between those of both. */
  private static boolean isOfASide(
      TrainableActivation activation, int k, double x, double[] at, double slope) {
    double value = activation.value(x, at);
    double right = (moved(activation, k, x, at, STEP) - value) / STEP;
    double left = (value - moved(activation, k, x, at, -STEP)) / STEP;
    double rounding = 1e-3 * Math.abs(slope);
    boolean isKink = Math.abs(right - left) > 0.1 * Math.max(Math.abs(left), Math.abs(right));
    return isKink
        && slope >= Math.min(left, right) - rounding
        && slope <= Math.max(left, right) + rounding;
  }

  private static double moved(
      TrainableActivation activation, int k, double x, double[] at, double step) {
    double[] moved = at.clone();
    moved[k] += step;
    return activation.value(x, moved);
  }
}
