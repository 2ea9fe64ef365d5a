package io.sluice.passport.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.formula.Expression;
import io.sluice.formula.Formula;
import io.sluice.passport.exact.ExactFormula;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On many boxes, jets enclose the values of a formula and, by the mean value theorem, its
 * difference quotients, both taken in decimal numbers of many digits.
 */
class JetsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abs(x)",
        "sqrt(x^2+1)",
        "cbrt(x)",
        "exp(x)",
        "expm1(x)",
        "log(x^2+0.5)",
        "log1p(x^2)",
        "log2(1+x^2)",
        "log10(2+x^2)",
        "sin(x)",
        "cos(3*x)",
        "tan(x)",
        "asin(x/(1+abs(x)))",
        "acos(x/(1+abs(x)))",
        "atan(x)",
        "sinh(x)",
        "cosh(x)",
        "tanh(x)",
        "asinh(x)",
        "acosh(1.5+x^2)",
        "atanh(x/(2+abs(x)))",
        "erf(x)",
        "erfc(x)",
        "normcdf(x)",
        "sigmoid(x)",
        "softplus(x)",
        "relu(x-1)",
        "sinc(x)",
        "max(x, 1-x)",
        "min(x, x^2)",
        "clamp(x, -1, 2)",
        "x^5-2*x^3",
        "(x^2+1)^-1.5",
        "(1+x^2)^0.3",
        "2^x",
        "x/sqrt(1+2*x^2)",
        "0.5*x/(1+abs(x))",
        "1/(1+exp(-x))",
        "log(1+exp(x))",
        "x*(1+tanh(x))",
        "x if x > 0.25 else x*exp(x)"
      })
  void jetsEncloseValuesAndDifferenceQuotients(String text) {
    Expression expression = Formula.parse(text, List.of()).expression();
    Jets jets = new Jets(new double[0]);
    ExactFormula exact = new ExactFormula(expression, new double[0]);
    Random random = new Random(11);
    int compared = 0;
    for (int i = 0; i < 150; i++) {
      double middle = Math.scalb(2 * random.nextDouble() - 1, random.nextInt(12) - 6);
      double half = Math.scalb(random.nextDouble(), random.nextInt(14) - 13);
      Bounds box = new Bounds(middle - half, middle + half);
      Jet jet = jets.of(expression, box);
      double x = box.low() + random.nextDouble() * (box.high() - box.low());
      double z = box.low() + random.nextDouble() * (box.high() - box.low());
      Optional<BigDecimal> at = exact.value(x);
      Optional<BigDecimal> there = exact.value(z);
      if (at.isEmpty() || there.isEmpty() || x == z) {
        continue;
      }
      compared++;
      double value = at.get().doubleValue();
      assertThat(jet.value().low()).as("value at %s", x).isLessThanOrEqualTo(Math.nextUp(value));
      assertThat(jet.value().high()).isGreaterThanOrEqualTo(Math.nextDown(value));
      if (jet.smooth()) {
        double quotient =
            there
                .get()
                .subtract(at.get())
                .divide(new BigDecimal(z).subtract(new BigDecimal(x)), MathContext.DECIMAL64)
                .doubleValue();
        double margin = 1e-9 * Math.max(1e-3, Math.abs(quotient));
        assertThat(jet.slope().low()).as("slope on %s", box).isLessThan(quotient + margin);
        assertThat(jet.slope().high()).as("slope on %s", box).isGreaterThan(quotient - margin);
        Bounds left = jets.of(expression, Bounds.of(x)).slope();
        Bounds right = jets.of(expression, Bounds.of(z)).slope();
        double bend = (right.low() - left.low()) / (z - x);
        double slack =
            1e-6 * Math.max(1, Math.abs(bend))
                + 2 * (left.width() + right.width()) / Math.abs(z - x);
        assertThat(jet.bend().low()).as("bend on %s", box).isLessThan(bend + slack);
        assertThat(jet.bend().high()).as("bend on %s", box).isGreaterThan(bend - slack);
      }
    }
    assertThat(compared).isGreaterThan(100);
  }
}
