package io.sluice.tck;

import static org.junit.jupiter.api.Assertions.fail;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Activation} promises. This is a whole test:
 *
 * <pre>{@code
 * class CubeTest implements ActivationContract {
 *   public Activation activation() { return new Cube(); }
 * }
 * }</pre>
 */
public interface ActivationContract {

  /** The activation under test; asked for anew by every check. */
  Activation activation();

  /** The id and every alias are lower kebab-case. */
  @Test
  default void idIsLowerKebabCase() {
    Activation activation = activation();
    kebab("the id", activation.id());
    for (String alias : activation.description().aliases()) {
      kebab("the alias", alias);
      if (alias.equals(activation.id())) {
        fail("\"" + alias + "\" is both the id and an alias");
      }
    }
  }

  /** Every hyper-parameter has a name of its own and a value in its range. */
  @Test
  default void presetsLieInTheirRanges() {
    Activation activation = activation();
    Set<String> names = new HashSet<>();
    for (Hyperparameter each : activation.hyperparameters()) {
      if (!names.add(each.name())) {
        fail(activation.id() + " declares the hyper-parameter " + each.name() + " twice");
      }
      if (!each.complaint(each.value()).isEmpty()) {
        fail(activation.id() + ": " + each.complaint(each.value()));
      }
    }
  }

  /** A copy with the values it has already is the same function, to the bit. */
  @Test
  default void copyWithTheSameValuesIsTheSameFunction() {
    Activation activation = activation();
    Activation copy = activation.with(settings(activation));
    if (!copy.id().equals(activation.id())) {
      fail(activation.id() + ": with(...) changed the id to " + copy.id());
    }
    List<Hyperparameter> expected = activation.hyperparameters();
    if (!copy.hyperparameters().equals(expected)) {
      fail(activation.id() + ": with(...) changed " + expected + " to " + copy.hyperparameters());
    }
    for (double x : Inputs.finite()) {
      String where = activation.id() + ": with(the same values) changed ";
      same(where + "value(" + x + ")", activation.value(x), copy.value(x));
      same(where + "slope(" + x + ")", activation.slope(x), copy.slope(x));
    }
  }

  /** NaN in gives NaN out, so that a diverged trial is seen. */
  @Test
  default void valueOfNanIsNan() {
    double value = activation().value(Double.NaN);
    if (!Double.isNaN(value)) {
      fail(activation().id() + ": value(NaN) must be NaN, but is " + value);
    }
  }

  /** No finite input gives NaN, neither as value nor as slope. */
  @Test
  default void finiteInputsGiveNumbers() {
    Activation activation = activation();
    for (double x : Inputs.finite()) {
      if (Double.isNaN(activation.value(x))) {
        fail(activation.id() + ": value(" + x + ") is NaN");
      }
      if (Double.isNaN(activation.slope(x))) {
        fail(activation.id() + ": slope(" + x + ") is NaN");
      }
    }
  }

  /** Away from the declared kinks the slope is the slope of the values. */
  @Test
  default void slopeMatchesFiniteDifferences() {
    Activation activation = activation();
    double[] kinks = activation.kinks();
    for (double x : Inputs.ordinary()) {
      double step = 0x1p-11;
      if (distance(kinks, x) <= 2 * step) {
        continue;
      }
      double slope = activation.slope(x);
      double narrow = (activation.value(x + step) - activation.value(x - step)) / (2 * step);
      double wide = (activation.value(x + 2 * step) - activation.value(x - 2 * step)) / (4 * step);
      double scale = Math.max(1, Math.max(Math.abs(slope), Math.abs(activation.value(x))));
      // The two differ by about as much as the narrow one is wrong.
      double tolerance = 1e-6 * scale + 2 * Math.abs(narrow - wide);
      if (!(Math.abs(slope - narrow) <= tolerance)) {
        fail(
            String.format(
                Locale.ROOT,
                "%s: slope(%s) is %s, but the values around it rise by %.9g%s",
                activation.id(),
                x,
                slope,
                narrow,
                hint(activation, x, slope, narrow)));
      }
    }
  }

  private static String hint(Activation activation, double x, double slope, double measured) {
    if (Math.abs(slope + measured) <= 1e-3 * Math.abs(slope)) {
      return "; is its sign wrong?";
    }
    double left = (activation.value(x) - activation.value(x - 0x1p-20)) * 0x1p20;
    double right = (activation.value(x + 0x1p-20) - activation.value(x)) * 0x1p20;
    return Math.abs(left - right) > 1e-3 ? "; if it has a kink there, declare it in kinks()" : "";
  }

  /** Where the slope jumps, a kink is declared; and the kinks are ascending numbers. */
  @Test
  default void slopeJumpsOnlyAtDeclaredKinks() {
    Activation activation = activation();
    double[] kinks = activation.kinks();
    for (int i = 0; i < kinks.length; i++) {
      if (!Double.isFinite(kinks[i]) || (i > 0 && !(kinks[i] > kinks[i - 1]))) {
        fail(activation.id() + ": kinks must ascend, but are " + Arrays.toString(kinks));
      }
    }
    double[] grid = Inputs.ordinary();
    for (int i = 1; i < grid.length; i++) {
      double low = grid[i - 1];
      double high = grid[i];
      while (high - low > 1e-9) {
        double middle = low + (high - low) / 2;
        if (jump(activation, low, middle) > jump(activation, middle, high)) {
          high = middle;
        } else {
          low = middle;
        }
      }
      double scale = Math.max(1, Math.abs(activation.slope(low)));
      if (jump(activation, low, high) > 1e-4 * scale && distance(kinks, low) > 1e-6) {
        fail(
            String.format(
                Locale.ROOT,
                "%s: its slope jumps from %s to %s at %.6g; declare it in kinks(), which is %s",
                activation.id(),
                activation.slope(low),
                activation.slope(high),
                low,
                Arrays.toString(kinks)));
      }
    }
  }

  /** Every value lies in the declared range, but for the last places of its ends. */
  @Test
  default void valuesLieInTheRange() {
    Activation activation = activation();
    Interval range = activation.range();
    double lowest = range.lower() - 4 * Math.ulp(range.lower());
    double highest = range.upper() + 4 * Math.ulp(range.upper());
    for (double x : Inputs.finite()) {
      double value = activation.value(x);
      boolean below = Double.isFinite(range.lower()) && value < lowest;
      boolean above = Double.isFinite(range.upper()) && value > highest;
      if (below || above) {
        fail(activation.id() + ": value(" + x + ") = " + value + " lies outside " + range);
      }
    }
  }

  /** The same input gives the same bits, whatever was asked in between. */
  @Test
  default void functionIsRepeatable() {
    Activation activation = activation();
    double[] x = Inputs.finite();
    double[] first = new double[x.length];
    double[] slopes = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      first[i] = activation.value(x[i]);
      slopes[i] = activation.slope(x[i]);
    }
    for (int i = x.length - 1; i >= 0; i--) {
      String second = activation.id() + ": a second call changed ";
      same(second + "value(" + x[i] + ")", first[i], activation.value(x[i]));
      same(second + "slope(" + x[i] + ")", slopes[i], activation.slope(x[i]));
    }
  }

  /** The block forms give the bits of the scalar forms, in place too, and touch nothing else. */
  @Test
  default void blocksGiveTheBitsOfScalars() {
    Blocks blocks = new Blocks(activation());
    for (int length : new int[] {0, 1, 7, 8, 9, 31, 257}) {
      for (int from : new int[] {0, 1, 5}) {
        blocks.check(from, length);
      }
    }
  }

  private static void kebab(String what, String name) {
    if (name == null || !name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      fail(what + " must be lower kebab-case such as \"leaky-relu\", but is \"" + name + "\"");
    }
  }

  private static Map<String, Double> settings(Activation activation) {
    Map<String, Double> settings = new LinkedHashMap<>();
    activation.hyperparameters().forEach(each -> settings.put(each.name(), each.value()));
    return settings;
  }

  private static void same(String what, double expected, double actual) {
    if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
      fail(what + " from " + expected + " to " + actual);
    }
  }

  private static double jump(Activation activation, double low, double high) {
    return Math.abs(activation.slope(high) - activation.slope(low));
  }

  private static double distance(double[] kinks, double x) {
    double nearest = Double.POSITIVE_INFINITY;
    for (double kink : kinks) {
      nearest = Math.min(nearest, Math.abs(x - kink));
    }
    return nearest;
  }
}
