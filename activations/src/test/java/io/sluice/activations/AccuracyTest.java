package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.formula.Formula;
import io.sluice.passport.Accuracy;
import io.sluice.passport.DigitLoss;
import io.sluice.passport.exact.ExactFormula;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The block forms against exact values of the formulas: as passports measure it, with fewer inputs.
 * Whatever is off by more than 4 units in the last place says by how much in a note.
 */
class AccuracyTest {

  private static final double LARGEST_ERROR = 4;

  private static final Pattern BOUND =
      Pattern.compile("a value is right to an absolute (\\d+e-\\d+)");

  private static final int FIRST_OCTAVE = -20;
  private static final int LAST_OCTAVE = 8;
  private static final int PER_OCTAVE = 4;

  static List<Activation> builtIns() {
    return BuiltIns.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("builtIns")
  void everyValueIsExactOrANoteSaysHowFarItIs(Activation activation) {
    double[] x = inputs();
    double[] y = new double[x.length];
    activation.values(x, y, 0, x.length);
    ExactFormula formula = exact(activation);
    int compared = 0;
    for (int i = 0; i < x.length; i++) {
      Optional<BigDecimal> exact = formula.value(x[i]);
      if (exact.isEmpty() || !Double.isFinite(y[i])) {
        continue;
      }
      compared++;
      BigDecimal difference = exact.get().subtract(new BigDecimal(y[i])).abs();
      double error = Accuracy.error(exact.get(), y[i]);
      if (error > LARGEST_ERROR) {
        assertThat(difference.doubleValue())
            .as(
                "error of value(%s) = %s, which is %s units in the last place; the bound is that of"
                    + " a note, \"a value is right to an absolute 1e-16\"",
                x[i], y[i], error)
            .isLessThanOrEqualTo(noted(activation));
      }
    }
    assertThat(compared).isGreaterThan(x.length / 2);
  }

  /** Whoever shows one is not warned for nothing. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("builtIns")
  void noneLosesHalfOfItsDigits(Activation activation) {
    assertThat(DigitLoss.of(activation, formula(activation), presets(activation), Long.MAX_VALUE))
        .isEmpty();
  }

  private static ExactFormula exact(Activation activation) {
    return new ExactFormula(formula(activation).expression(), presets(activation));
  }

  private static Formula formula(Activation activation) {
    return Formula.parse(
        activation.description().formula(),
        activation.hyperparameters().stream().map(Hyperparameter::name).toList());
  }

  private static double[] presets(Activation activation) {
    return activation.hyperparameters().stream().mapToDouble(Hyperparameter::value).toArray();
  }

  /** The bound that a note gives, 0 without one. */
  private static double noted(Activation activation) {
    return activation.description().notes().stream()
        .map(BOUND::matcher)
        .filter(Matcher::find)
        .mapToDouble(match -> Double.parseDouble(match.group(1)))
        .findFirst()
        .orElse(0);
  }

  /** Some of every octave, both signs. */
  private static double[] inputs() {
    double[] x = new double[2 * PER_OCTAVE * (LAST_OCTAVE - FIRST_OCTAVE + 1)];
    int size = 0;
    for (int octave = FIRST_OCTAVE; octave <= LAST_OCTAVE; octave++) {
      for (int i = 0; i < PER_OCTAVE; i++) {
        double part = (i + 0.618033988749895 * (i + PER_OCTAVE * (octave + 32)) % 1) / PER_OCTAVE;
        x[size++] = Math.scalb(1 + part, octave);
        x[size] = -x[size - 1];
        size++;
      }
    }
    return x;
  }
}
