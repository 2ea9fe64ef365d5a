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

/** Definitions that give a slope which is not the derivative. */
class SurrogateSlopeTest {

  private static ActivationDefinition definition(
      String formula, String slope, List<String> trainable, String... names) {
    return new ActivationDefinition(
        "stepped",
        Description.of("", formula, ""),
        Arrays.stream(names).map(name -> Hyperparameter.real(name, 2, Interval.REALS, "")).toList(),
        trainable,
        Sharing.FIXED,
        Optional.empty(),
        Optional.empty(),
        Optional.of(slope));
  }

  private static FormulaActivation activation(String formula, String slope, String... names) {
    return FormulaActivation.of(definition(formula, slope, List.of(), names));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "step(x) | 1 if abs(x) <= 1 else 0",
        "1 if x > 0 else -1 | max(0, 1 - abs(x))",
        "step(x) | 1",
        "tanh(x) | 0",
        "x^2 | 1 / (1 + abs(x))^2",
      })
  void valueAndSlopeAreThoseOfTheirFormulas(String formula, String slope) {
    FormulaActivation activation = activation(formula, slope);
    FormulaActivation value = FormulaActivation.of("", formula, Map.of());
    double[] x = {-1e300, -3, -1, -0.5, -0.0, 0, 0.25, 1, 1.0000001, 40, 1e300};
    double[] y = new double[x.length];
    double[] slopes = new double[x.length];
    activation.valuesAndSlopes(x, y, slopes, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      double expected =
          slope.length() == 1
              ? Double.parseDouble(slope)
              : FormulaActivation.of("", slope, Map.of()).value(x[i]);
      assertThat(y[i]).as("f(%s)", x[i]).isEqualTo(value.value(x[i]));
      assertThat(slopes[i])
          .as("slope(%s)", x[i])
          .isEqualTo(expected)
          .isEqualTo(activation.slope(x[i]));
    }
    assertThat(activation.slope(Double.NaN)).isNaN();
    assertThat(activation.surrogateSlope()).isEqualTo(slope);
  }

  @Test
  void aHyperParameterMayStandInTheSlopeAlone() {
    FormulaActivation steep = activation("step(x)", "b * sigmoid(b * x) * sigmoid(-b * x)", "b");
    assertThat(steep.slope(0)).isEqualTo(0.5);
    assertThat(steep.with(Map.of("b", 8.0)).slope(0)).isEqualTo(2);
    assertThat(steep.with(Map.of("b", 8.0)).value(3)).isEqualTo(1);
  }

  @Test
  void jumpsOfValueAndOfSurrogateAreKinks() {
    assertThat(activation("step(x)", "1 if abs(x) <= 1 else 0").kinks()).containsExactly(-1, 0, 1);
    assertThat(activation("tanh(x)", "1 if abs(x) <= b else 0", "b").kinks())
        .containsExactly(-2, 2);
    assertThat(activation("tanh(x)", "1").kinks()).isEmpty();
    assertThat(activation("abs(x)", "1").kinks()).isEmpty();
  }

  @Test
  void whatCannotBeReadOrIsUsedNowhereIsRefused() {
    assertThatThrownBy(() -> activation("step(x)", "1 +"))
        .hasMessageContaining("the slope \"1 +\" cannot be read");
    assertThatThrownBy(() -> activation("step(x)", "c * x"))
        .hasMessageContaining("the slope \"c * x\" cannot be read");
    assertThatThrownBy(() -> activation("step(x)", "1", "b"))
        .hasMessageContaining("neither formula nor slope uses \"b\"");
    assertThatThrownBy(() -> definition("step(x - b)", "1", List.of("b"), "b"))
        .hasMessageContaining("\"b\" cannot be trained beside a slope");
  }
}
