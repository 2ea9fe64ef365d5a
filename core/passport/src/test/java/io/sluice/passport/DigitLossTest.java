package io.sluice.passport;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.formula.FormulaActivation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that cancel in ways no rewriting knows are told, others are not. */
class DigitLossTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(exp(x) - 1 - x) / x^2",
        "(x - sin(x)) / x^3",
        "1 + x^2 - sqrt(1 + 2 * x^2)",
        "log(x + sqrt(x^2 + 1))",
        "cos(x) - cosh(x)",
        "tan(x) - sin(x)"
      })
  void whatLosesHalfOfTheDigitsIsTold(String formula) {
    DigitLoss loss = found(formula).orElseThrow();
    assertThat(loss.digits()).isBetween(9, 16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "tanh(x)",
        "x * sigmoid(x)",
        "1 - exp(-x^2)",
        "(exp(x) - 1) / x",
        "(1 - cos(x)) / x^2",
        "x / (exp(x) - 1)",
        "sqrt(1 + x^2) - 1",
        "x * tanh(log(1 + exp(x)))",
        "0.5 * x * (1 + erf(x / sqrt(2)))",
        "x + sin(3 * x)^2 / 3",
        "x if x > 0 else 0.01 * x",
        "exp(-x^2) * cos(5 * x)"
      })
  void whatKeepsThemIsNot(String formula) {
    assertThat(found(formula)).isEmpty();
  }

  @Test
  void theWarningNamesThePlaceAndBothValues() {
    assertThat(found("cosh(x) - cos(x)").orElseThrow().toString())
        .isEqualTo("loses 16 of 16 digits near x = 1e-9 (value 0, exact 1e-18)");
  }

  private static Optional<DigitLoss> found(String text) {
    FormulaActivation activation = FormulaActivation.of("", text, Map.of());
    return DigitLoss.of(activation, activation.formula(), new double[0], Long.MAX_VALUE);
  }
}
