package io.sluice.formula;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formulas give at infinite inputs, alone and within blocks. */
class LimitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x / (1 + abs(x))|-1|0|1|0",
        "x * sigmoid(x)|-0.0|0|Infinity|1",
        "a * x / sqrt(1 + x^2)|-2|0|2|0",
        "x + (sqrt(1 + x^2) - 1) / 2|-Infinity|0.5|Infinity|1.5",
        "x - x^3|Infinity|-Infinity|-Infinity|-Infinity",
        "x / (1 + x^2)|-0.0|-0.0|0.0|-0.0",
        "x + sin(x)^2|-Infinity|NaN|Infinity|NaN",
        "x * sin(x)|NaN|NaN|NaN|NaN",
        "tanh(x)|-1|0|1|0"
      })
  void limitsAreTakenWhereTheFormulaGivesNone(
      String formula, Double low, Double lowSlope, Double high, Double highSlope) {
    Map<String, Double> parameters = formula.contains("a *") ? Map.of("a", 2.0) : Map.of();
    FormulaActivation activation = FormulaActivation.of("", formula, parameters);
    double[] x = {NEGATIVE_INFINITY, 0.5, 1e300, POSITIVE_INFINITY, Double.NaN};
    double[] y = new double[x.length];
    double[] slope = new double[x.length];
    activation.valuesAndSlopes(x, y, slope, 0, x.length);
    assertThat(List.of(y[0], slope[0], y[3], slope[3]))
        .isEqualTo(List.of(low, lowSlope, high, highSlope))
        .isEqualTo(
            List.of(
                activation.value(x[0]),
                activation.slope(x[0]),
                activation.value(x[3]),
                activation.slope(x[3])));
    assertThat(y[4]).isNaN();
    assertThat(y[1]).isEqualTo(activation.value(0.5)).isFinite();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "1, 0", "2, -0.5", "0.25, 3"})
  void choicesBetweenMultiplesHaveTheBitsOfTheirPiecesTrainedOrNot(double c, double d) {
    FormulaActivation activation =
        FormulaActivation.of("", "c * x if x > 0 else d * x", Map.of("c", c, "d", d));
    double[] given = activation.initialParameters();
    for (double x :
        new double[] {-3, -1e300, 2, 1e-320, -0.0, NEGATIVE_INFINITY, POSITIVE_INFINITY}) {
      double slope = x > 0 ? c : d;
      assertThat(activation.value(x)).isEqualTo(slope == 0 || x == 0 ? 0.0 : slope * x);
      assertThat(Double.valueOf(activation.value(x, given))).isEqualTo(activation.value(x));
      assertThat(activation.slope(x)).isEqualTo(slope);
    }
    assertThat(activation.slope(0)).isEqualTo(d);
    assertThat(activation.value(Double.NaN)).isNaN();
    assertThat(activation.value(Double.NaN, given)).isNaN();
    assertThat(activation.slopeBy(activation.trainable().indexOf("d"), -3, given)).isEqualTo(-3);
    assertThat(activation.slopeBy(activation.trainable().indexOf("d"), 3, given)).isEqualTo(0);
  }
}
