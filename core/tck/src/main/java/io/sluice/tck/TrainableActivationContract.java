package io.sluice.tck;

import static org.junit.jupiter.api.Assertions.fail;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.TrainableActivation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What every {@link TrainableActivation} promises besides what activations promise. */
public interface TrainableActivationContract extends ActivationContract {

  @Override
  TrainableActivation activation();

  /** What can be trained is declared as a hyper-parameter, and its value is where it starts. */
  @Test
  default void trainableNamesAreHyperparameters() {
    TrainableActivation activation = activation();
    List<String> names = activation.trainable();
    List<String> declared =
        activation.hyperparameters().stream().map(Hyperparameter::name).toList();
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      fail(activation.id() + ": trainable() must name each parameter once, but is " + names);
    }
    if (!declared.containsAll(names)) {
      fail(activation.id() + ": trainable() is " + names + ", hyper-parameters are " + declared);
    }
    double[] initial = activation.initialParameters();
    double[] expected = new double[names.size()];
    activation.hyperparameters().stream()
        .filter(each -> names.contains(each.name()))
        .forEach(each -> expected[names.indexOf(each.name())] = each.value());
    if (!Arrays.equals(initial, expected)) {
      fail(
          activation.id()
              + ": initialParameters() must be the values of the hyper-parameters, "
              + Arrays.toString(expected)
              + ", but is "
              + Arrays.toString(initial));
    }
  }

  /** With the parameters where they start, the functions of two arguments are those of one. */
  @Test
  default void initialParametersGiveTheActivationItself() {
    TrainableActivation activation = activation();
    double[] initial = activation.initialParameters();
    for (double x : Inputs.finite()) {
      check(activation, "value", x, activation.value(x), activation.value(x, initial));
      check(activation, "slope", x, activation.slope(x), activation.slope(x, initial));
    }
  }

  /** The slope by each parameter is that of the values; kinks aside, also away from the start. */
  @Test
  default void slopesByParametersMatchFiniteDifferences() {
    TrainableActivation activation = activation();
    for (double shift : new double[] {0, 0.375, -0.25}) {
      double[] at = activation.initialParameters();
      for (int k = 0; k < at.length; k++) {
        at[k] += shift * (k + 1);
      }
      for (double x : Inputs.ordinary()) {
        for (int k = 0; k < at.length; k++) {
          checkSlopeBy(activation, k, x, at);
        }
      }
    }
  }

  private static void checkSlopeBy(TrainableActivation activation, int k, double x, double[] at) {
    double slope = activation.slopeBy(k, x, at);
    double scale = Math.max(1, Math.max(Math.abs(slope), Math.abs(activation.value(x, at))));
    double rise = rise(activation, k, x, at, 0x1p-13);
    // A parameter may act through an exponential, where only a far smaller step is a small one.
    for (double step : new double[] {0x1p-13, 0x1p-20}) {
      double narrow = rise(activation, k, x, at, step);
      double wide = rise(activation, k, x, at, 2 * step);
      if (Math.abs(slope - narrow) <= 1e-6 * scale + 2 * Math.abs(narrow - wide)) {
        return;
      }
    }
    fail(
        String.format(
            Locale.ROOT,
            "%s: slopeBy(%d, %s) for the parameter %s is %s at %s, but the values rise by %.9g",
            activation.id(),
            k,
            x,
            activation.trainable().get(k),
            slope,
            Arrays.toString(at),
            rise));
  }

  private static double rise(
      TrainableActivation activation, int k, double x, double[] at, double step) {
    return (moved(activation, k, x, at, step) - moved(activation, k, x, at, -step)) / (2 * step);
  }

  private static double moved(
      TrainableActivation activation, int k, double x, double[] at, double step) {
    double[] moved = at.clone();
    moved[k] += step;
    return activation.value(x, moved);
  }

  /** The block forms with a parameter for each element give the bits of the scalar forms. */
  @Test
  default void blocksWithParametersGiveTheBitsOfScalars() {
    TrainableActivation activation = activation();
    int count = activation.trainable().size();
    for (int length : new int[] {0, 1, 7, 8, 9, 31, 257}) {
      for (int from : new int[] {0, 1, 5}) {
        double[] x = Inputs.mixed(from + length + 3);
        double[][] parameters = new double[count][x.length];
        for (int k = 0; k < count; k++) {
          for (int i = 0; i < x.length; i++) {
            parameters[k][i] = activation.initialParameters()[k] + 0.125 * ((i + k) % 3);
          }
        }
        double[] y = new double[x.length];
        double[] slope = new double[x.length];
        double[][] slopesBy = new double[count][x.length];
        activation.valuesAndSlopes(x, parameters, y, slope, slopesBy, from, from + length);
        double[] inPlace = x.clone();
        activation.values(inPlace, parameters, inPlace, from, from + length);
        for (int i = from; i < from + length; i++) {
          double[] p = new double[count];
          for (int k = 0; k < count; k++) {
            p[k] = parameters[k][i];
          }
          check(activation, "the block's value", x[i], activation.value(x[i], p), y[i]);
          check(activation, "the block's value", x[i], activation.value(x[i], p), inPlace[i]);
          check(activation, "the block's slope", x[i], activation.slope(x[i], p), slope[i]);
          for (int k = 0; k < count; k++) {
            double expected = activation.slopeBy(k, x[i], p);
            check(activation, "the block's slope by " + k, x[i], expected, slopesBy[k][i]);
          }
        }
      }
    }
  }

  private static void check(
      TrainableActivation activation, String what, double x, double expected, double actual) {
    if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
      fail(activation.id() + ": " + what + " at " + x + " must be " + expected + ", is " + actual);
    }
  }
}
