package io.sluice.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PassportTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** An activation of functions, which may declare anything. */
  private record Declared(
      DoubleUnaryOperator values,
      DoubleUnaryOperator slopes,
      Interval range,
      double[] kinks,
      String formula)
      implements Activation {
    @Override
    public String id() {
      return "declared";
    }

    @Override
    public Description description() {
      return Description.of("", formula, "");
    }

    @Override
    public double value(double x) {
      return values.applyAsDouble(x);
    }

    @Override
    public double slope(double x) {
      return slopes.applyAsDouble(x);
    }
  }

  private static Declared tanh(Interval range, String formula, double... kinks) {
    return new Declared(
        StrictMath::tanh,
        x -> 1 / (StrictMath.cosh(x) * StrictMath.cosh(x)),
        range,
        kinks,
        formula);
  }

  private static Declared relu(double... kinks) {
    return new Declared(
        x -> Math.max(0, x), x -> x > 0 ? 1 : 0, Interval.atLeast(0), kinks, "max(0, x)");
  }

  private static Passport formula(String text) {
    return Passport.of(FormulaActivation.of("written", text, Map.of()));
  }

  @Test
  void reluIsKnownThroughAndThrough() {
    Passport relu = Passport.of(relu(0));
    assertThat(relu.isValid()).isTrue();
    assertThat(relu.range().text()).isEqualTo("[0, ∞)");
    assertThat(relu.range().evidence()).isEqualTo(Evidence.PROVED);
    assertThat(relu.slopes().steepest().value()).isEqualTo(1);
    assertThat(relu.slopes().steepest().evidence()).isEqualTo(Evidence.PROVED);
    assertThat(relu.shape().monotonicity()).isEqualTo(Shape.Monotonicity.NON_DECREASING);
    assertThat(relu.shape().monotonicityEvidence()).isEqualTo(Evidence.PROVED);
    assertThat(relu.shape().curvature()).isEqualTo(Shape.Curvature.CONVEX);
    assertThat(relu.shape().smoothness()).isEqualTo(Shape.Smoothness.CONTINUOUS);
    assertThat(relu.shape().kinks()).containsExactly(new Kink(0, 0, 1, 0, true));
    assertThat(relu.zeros().stretches()).containsExactly(new Stretch(Double.NEGATIVE_INFINITY, 0));
    assertThat(relu.fixedPoints().stretches()).containsExactly(new Stretch(0, INFINITE));
    assertThat(relu.saturation().get(0)).isEqualTo(new Saturation(1e-3, 0, INFINITE));
    assertThat(relu.above().offset()).hasValue(0);
    assertThat(relu.accuracy().orElseThrow().largestError()).isZero();
  }

  @Test
  void tanhIsKnownThroughAndThrough() {
    Passport tanh = formula("tanh(x)");
    assertThat(tanh.range().text()).isEqualTo("(-1, 1)");
    assertThat(tanh.range().evidence()).isEqualTo(Evidence.PROVED);
    assertThat(tanh.range().greatest().place()).hasToString("limit at ∞");
    assertThat(tanh.shape().symmetry()).isEqualTo(Shape.Symmetry.ODD);
    assertThat(tanh.shape().smoothness()).isEqualTo(Shape.Smoothness.SMOOTH);
    assertThat(tanh.shape().monotonicity()).isEqualTo(Shape.Monotonicity.INCREASING);
    assertThat(tanh.zeros().stretches()).containsExactly(new Stretch(0, 0));
    assertThat(tanh.fixedPoints().stretches()).containsExactly(new Stretch(0, 0));
    // acosh(1e4) and acosh(√1000): 1 / cosh² x = ε.
    assertThat(tanh.saturation().get(1).above()).isCloseTo(9.903487550036127, within(1e-9));
    assertThat(tanh.saturation().get(0).below()).isCloseTo(-4.146774726248896, within(1e-9));
    assertThat(tanh.accuracy().orElseThrow().largestError()).isLessThan(2.1);
    assertThat(tanh.reach()).hasValue(INFINITE);
  }

  @Test
  void theSlopeOfEluBendsButHasNoKink() {
    Passport elu = formula("x if x > 0 else expm1(x)");
    assertThat(elu.shape().smoothness()).isEqualTo(Shape.Smoothness.ONCE);
    assertThat(elu.shape().bends()).containsExactly(0.0);
    assertThat(elu.fixedPoints().stretches()).containsExactly(new Stretch(0, INFINITE));
    assertThat(elu.below().offset()).hasValue(-1);
  }

  @Test
  void pointsThatAreOnlyTouchedAreToldToTenDigits() {
    assertThat(formula("x + sin(x)^2").fixedPoints().stretches())
        .filteredOn(stretch -> Math.abs(stretch.from() - Math.PI) < 1)
        .singleElement()
        .satisfies(stretch -> assertThat(stretch.from()).isCloseTo(Math.PI, within(1e-10)));
    // x = 1 is a double zero that is steeper to the right.
    assertThat(formula("(x - 1)^2 * exp(x)").zeros().stretches())
        .singleElement()
        .satisfies(stretch -> assertThat(stretch.from()).isCloseTo(1, within(1e-10)));
  }

  @Test
  void casesThatHyperparametersDecideAreNoneForSmoothness() {
    String snake = "x if a == 0 else x + sin(a * x)^2 / a";
    for (double a : new double[] {0, 1.5}) {
      Passport passport = Passport.of(FormulaActivation.of("written", snake, Map.of("a", a)));
      assertThat(passport.shape().smoothness()).isEqualTo(Shape.Smoothness.SMOOTH);
      assertThat(passport.shape().smoothnessEvidence()).isEqualTo(Evidence.PROVED);
      assertThat(passport.reach()).hasValue(INFINITE);
    }
  }

  @Test
  void stepsJump() {
    Passport step = formula("step(x)");
    assertThat(step.shape().smoothness()).isEqualTo(Shape.Smoothness.DISCONTINUOUS);
    assertThat(step.shape().kinks().get(0).jump()).isEqualTo(1);
    assertThat(step.slopes().steepest().value()).isEqualTo(INFINITE);
    assertThat(step.range().text()).isEqualTo("[0, 1]");
    assertThat(step.saturation().get(0).above()).isEqualTo(-INFINITE);
  }

  @Test
  void whatGrowsHasNoBound() {
    Passport exp = formula("exp(x)");
    assertThat(exp.range().text()).isEqualTo("(0, ∞)");
    assertThat(exp.slopes().steepest().value()).isEqualTo(INFINITE);
    assertThat(exp.slopes().near().get(0).lipschitz()).isCloseTo(Math.E, within(1e-12));
    Passport cube = formula("x^3");
    assertThat(cube.fixedPoints().stretches())
        .containsExactly(new Stretch(-1, -1), new Stretch(0, 0), new Stretch(1, 1));
    assertThat(cube.shape().monotonicity()).isEqualTo(Shape.Monotonicity.INCREASING);
  }

  @Test
  void wavesHaveManyZerosAndNoLimit() {
    Passport sine = formula("sin(x)");
    assertThat(sine.zeros().more()).isTrue();
    assertThat(sine.zeros().stretches()).contains(new Stretch(Math.PI, Math.PI));
    assertThat(sine.above().value().trend()).isEqualTo(Tail.Trend.OSCILLATES);
    assertThat(sine.range().text()).isEqualTo("[-1, 1]");
    assertThat(formula("x*cos(x)").above().value().trend())
        .isEqualTo(Tail.Trend.OSCILLATES_UNBOUNDED);
  }

  @Test
  void nobodyIsBlamedForTheRangeOfAFormula() {
    Passport mish = formula("x * tanh(log(1 + exp(1.5 * x)))");
    assertThat(mish.range().least().value()).isGreaterThan(-1);
    assertThat(mish.findings()).isEmpty();
    assertThat(PassportDocument.of(mish)).containsEntry("source", null);
  }

  @Test
  void aPlateauIsToldFromALimit() {
    assertThat(formula("clamp(x, -1, 1)").range().text()).isEqualTo("[-1, 1]");
    assertThat(formula("erf(x)").range().text()).isEqualTo("(-1, 1)");
    assertThat(formula("softplus(x)").slopes().greatest().isAttained()).isFalse();
    assertThat(formula("relu(x)").slopes().greatest().isAttained()).isTrue();
  }

  @Test
  void asymptotesAreLines() {
    End above = formula("x-tanh(x)").above();
    assertThat(above.slope().limit()).isEqualTo(1);
    assertThat(above.offset()).hasValue(-1);
    assertThat(formula("log1p(relu(x))").above().offset()).isEmpty();
  }

  @Test
  void valuesOutsideTheDeclaredRangeAreFound() {
    assertThat(messages(tanh(Interval.open(-1, 0.5), "")))
        .anyMatch(message -> message.startsWith("range: the declared range is (-1, 0.5), but"));
  }

  @Test
  void aDeclaredRangeThatIsTooWideIsFound() {
    assertThat(messages(tanh(Interval.open(-1, 2), "")))
        .containsExactly(
            "range: the declared range is (-1, 2), but values rise to 1 only (limit at ∞)");
    assertThat(Passport.findings(tanh(Interval.REALS, "")))
        .hasSize(2)
        .noneMatch(Finding::isContradiction);
  }

  @Test
  void wrongKinksAreFound() {
    assertThat(messages(relu()))
        .containsExactly("kinks: the slope jumps from 0 to 1 at 0, where no kink is declared");
    assertThat(messages(tanh(Interval.open(-1, 1), "", 0)))
        .containsExactly("kinks: a kink is declared at 0, but value and slope (1) go through");
  }

  @Test
  void aKinkMayBeUprightOnOneSide() {
    for (String formula : List.of("sqrt(x) if x > 0 else 0", "0.5 * x if x > 0 else -sqrt(-x)")) {
      assertThat(messages(FormulaActivation.of("", formula, Map.of()))).as(formula).isEmpty();
    }
  }

  @Test
  void aFormulaOfAnotherFunctionIsFound() {
    assertThat(messages(tanh(Interval.open(-1, 1), "tanh(1.001 * x)")))
        .hasSize(1)
        .allMatch(message -> message.startsWith("formula: the formula \"tanh(1.001 * x)\" has"));
    assertThat(messages(tanh(Interval.open(-1, 1), "tanh(x)"))).isEmpty();
  }

  @Test
  void aWrongSlopeIsFound() {
    Declared wrong =
        new Declared(StrictMath::tanh, x -> -1, Interval.open(-1, 1), new double[0], "tanh(x)");
    assertThat(messages(wrong)).hasSize(1).allMatch(message -> message.contains("has the slope"));
  }

  @Test
  void aFormulaThatCannotBeReadIsARemark() {
    List<Finding> findings = Passport.findings(tanh(Interval.open(-1, 1), "th x"));
    assertThat(findings).hasSize(1).noneMatch(Finding::isContradiction);
    assertThat(findings.get(0).message()).contains("not in the language of formulas");
  }

  @Test
  void notANumberIsFound() {
    Declared broken =
        new Declared(x -> x > 3 ? Double.NaN : x, x -> 1, Interval.REALS, new double[0], "");
    assertThat(messages(broken)).hasSize(1).allMatch(message -> message.contains("is NaN"));
  }

  private static List<String> messages(Activation activation) {
    return Passport.findings(activation).stream()
        .filter(Finding::isContradiction)
        .map(Finding::toString)
        .toList();
  }
}
