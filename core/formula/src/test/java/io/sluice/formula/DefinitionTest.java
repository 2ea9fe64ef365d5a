package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Activations of definitions, of which some hyper-parameters are trained and others not. */
class DefinitionTest {

  private static final String FORMULA = "a * x * tanh(b * x) + c * softplus(x - d) * x^f";

  private static final String NAMES = "abcdf";

  private static ActivationDefinition definition(String formula, String... trainable) {
    List<String> used = Formula.parametersOf(formula);
    List<Hyperparameter> all =
        used.stream()
            .filter(name -> name.length() == 1)
            .map(name -> Hyperparameter.real(name, name.charAt(0) - 'a' + 0.5, Interval.REALS, ""))
            .toList();
    return new ActivationDefinition(
        "defined",
        Description.of("", formula, ""),
        all,
        List.of(trainable),
        Sharing.FIXED,
        Optional.empty(),
        Optional.empty());
  }

  private static ActivationDefinition declared(
      ActivationDefinition plain, String range, String... kinks) {
    return new ActivationDefinition(
        plain.id(),
        plain.description(),
        plain.hyperparameters(),
        plain.trainable(),
        plain.sharing(),
        Optional.ofNullable(range),
        kinks.length == 0 ? Optional.empty() : Optional.of(List.of(kinks)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "f", "b d", "d b", "f c a", "a b c d f", "f d c b a"})
  void slopesByWhatIsTrainedAreThoseOfTheFormulaInAnyOrder(String names) {
    String[] trained = names.isEmpty() ? new String[0] : names.split(" ");
    FormulaActivation some = FormulaActivation.of(definition(FORMULA, trained));
    FormulaActivation all = FormulaActivation.of(definition(FORMULA, NAMES.split("")));
    double[] moved = some.initialParameters();
    double[] movedOfAll = all.initialParameters();
    for (int k = 0; k < moved.length; k++) {
      moved[k] += 0.25;
      movedOfAll[NAMES.indexOf(trained[k])] += 0.25;
    }
    double[] x = {0.25, 1, 2.5, 40};
    double[][] columns = columns(moved, x.length);
    double[][] slopesBy = new double[moved.length][x.length];
    double[] y = new double[x.length];
    double[] slope = new double[x.length];
    some.valuesAndSlopes(x, columns, y, slope, slopesBy, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      assertThat(y[i]).isEqualTo(all.value(x[i], movedOfAll));
      assertThat(slope[i]).isEqualTo(all.slope(x[i], movedOfAll));
      assertThat(some.value(x[i])).isEqualTo(all.value(x[i]));
      for (int k = 0; k < moved.length; k++) {
        assertThat(slopesBy[k][i])
            .isEqualTo(all.slopeBy(NAMES.indexOf(trained[k]), x[i], movedOfAll))
            .isEqualTo(some.slopeBy(k, x[i], moved));
      }
    }
  }

  private static double[][] columns(double[] parameters, int length) {
    double[][] columns = new double[parameters.length][length];
    for (int k = 0; k < parameters.length; k++) {
      Arrays.fill(columns[k], parameters[k]);
    }
    return columns;
  }

  @Test
  void whatIsNotTrainedKeepsTheValueOfTheCopy() {
    FormulaActivation copy =
        FormulaActivation.of(definition("a * x + b", "a")).with(Map.of("a", 3.0, "b", 7.0));
    assertThat(copy.initialParameters()).containsExactly(3);
    assertThat(copy.value(2)).isEqualTo(13);
    assertThat(copy.value(2, new double[] {10})).isEqualTo(27);
    assertThat(copy.definition().hyperparameters().get(1).value()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(-a, inf)|(-0.5, ∞)|(-3, ∞)",
        "[0, 1]|[0, 1]|[0, 1]",
        "[max(a, 1), 2 * max(a, 1))|[1, 2)|[3, 6)",
        "(-inf, ∞)|(-∞, ∞)|(-∞, ∞)",
        "[1 - a, 1]|[0.5, 1]|[-2, 1]",
        "[-inf if a > 1 else 0, inf)|[0, ∞)|(-∞, ∞)",
        "[a, inf if a > 1 else 2 * a]|[0.5, 1]|[3, ∞)",
        "[a, 1]|[0.5, 1]|(-∞, ∞)"
      })
  void rangesMoveWithTheHyperparameters(String range, String preset, String ofThree) {
    FormulaActivation activation = FormulaActivation.of(declared(definition("tanh(a * x)"), range));
    assertThat(activation.range()).hasToString(preset);
    assertThat(activation.with(Map.of("a", 3.0)).range()).hasToString(ofThree);
  }

  @Test
  void kinksMoveWithTheHyperparametersAndAscend() {
    FormulaActivation activation =
        FormulaActivation.of(declared(definition("max(x, a)"), null, "a", "1", "1 / (a - 2)"));
    assertThat(activation.kinks()).containsExactly(-1 / 1.5, 0.5, 1);
    assertThat(activation.with(Map.of("a", 2.0)).kinks()).containsExactly(1, 2);
    assertThat(FormulaActivation.of(definition("max(x, a)")).with(Map.of("a", -4.0)).kinks())
        .containsExactly(-4);
  }

  @Test
  void aKinkAtInfinityIsNone() {
    FormulaActivation activation =
        FormulaActivation.of(
            declared(definition("max(0, x)^(a + 1)"), null, "0 if a <= 0 else inf"));
    assertThat(activation.kinks()).isEmpty();
    assertThat(activation.with(Map.of("a", 0.0)).kinks()).containsExactly(0);
    assertThatThrownBy(
            () -> FormulaActivation.of(declared(definition("tanh(a * x)"), null, "log(-a)")))
        .hasMessage("a kink must lie at a number, not at NaN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(0; 1)|a range is written as [0, inf) or (-1, 1), not as \"(0; 1)\"",
        "0, 1|a range is written as [0, inf) or (-1, 1), not as \"0, 1\"",
        "[1, 0]|no interval from 1.0 to 0.0",
        "[x, 1]|the end \"x\" depends on x; it is a number or a formula of the hyper-parameters",
        "[0, 1 +]|the end \"1 +\" cannot be read: a number, a name or \"(\" is missing before the end"
      })
  void rangesThatAreNoneAreRefused(String range, String message) {
    assertThatThrownBy(() -> FormulaActivation.of(declared(definition("tanh(a * x)"), range)))
        .hasMessage(message);
  }

  @Test
  void formulasAreReadAtOnceAndRefusedWhereTheyAreWrong() {
    assertThatThrownBy(() -> FormulaActivation.of(definition("x +")))
        .isInstanceOf(FormulaException.class);
    assertThatThrownBy(() -> FormulaActivation.of(definition("a * pi")))
        .hasMessage("the formula does not depend on x");
  }
}
