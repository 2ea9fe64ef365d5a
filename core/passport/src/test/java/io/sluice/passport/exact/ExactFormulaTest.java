package io.sluice.passport.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.formula.Formula;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against digits of published tables. */
class ExactFormulaTest {

  private static Optional<BigDecimal> value(String text, double x) {
    return new ExactFormula(Formula.parse(text, List.of()).expression(), new double[0]).value(x);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "x*exp(x), 1, 2.718281828459045235360287",
    "log(x), 2, 0.6931471805599453094172321",
    "log10(x), 2, 0.3010299956639811952137389",
    "x*pi, 1, 3.141592653589793238462643",
    "x*e, 1, 2.718281828459045235360287",
    "sin(x), 1, 0.8414709848078965066525023",
    "cos(x), 1, 0.5403023058681397174009366",
    "tan(x), 1, 1.557407724654902230506975",
    "4*atan(x), 1, 3.141592653589793238462643",
    "6*asin(x), 0.5, 3.141592653589793238462643",
    "3*acos(x), 0.5, 3.141592653589793238462643",
    "sinh(x), 1, 1.175201193643801456882382",
    "cosh(x), 1, 1.543080634815243778477906",
    "tanh(x), 1, 0.7615941559557648881194583",
    "asinh(x), 1, 0.8813735870195430252326093",
    "atanh(x), 0.5, 0.5493061443340548456976226",
    "acosh(x), 2, 1.316957896924816708625046",
    "erf(x), 0.5, 0.5204998778130465376827467",
    "erfc(x), 0.5, 0.4795001221869534623172533",
    "sqrt(x), 2, 1.414213562373095048801689",
    "cbrt(x), 2, 1.259921049894873164767211",
    "normcdf(x), 0, 0.5",
    "sigmoid(x), 0, 0.5",
    "softplus(x), 0, 0.6931471805599453094172321",
    "2^x, 0.5, 1.414213562373095048801689"
  })
  void functionsAreExactToTwentyTwoDigits(String text, double x, BigDecimal expected) {
    BigDecimal found = value(text, x).orElseThrow();
    assertThat(found.subtract(expected).abs())
        .isLessThan(expected.multiply(new BigDecimal("1e-22")));
  }

  @Test
  void bothWaysToTheComplementaryErrorFunctionAgree() {
    // Below 5 by a series, above by a continued fraction; the ratio is that of e^(-x²) / x, nearly.
    BigDecimal below = value("erfc(x)", 5).orElseThrow();
    BigDecimal above = value("erfc(x)", Math.nextUp(5.0)).orElseThrow();
    BigDecimal change = below.subtract(above).divide(below, MathContext.DECIMAL64);
    // f' / f at 5 is about -10.19.
    assertThat(change.doubleValue() / Math.ulp(5.0)).isBetween(10.1, 10.3);
  }

  @Test
  void digitsThatCancelAreHadAnew() {
    assertThat(value("1+tanh(x)", -357).orElseThrow().doubleValue())
        .isPositive()
        .isLessThan(1e-300);
    assertThat(value("exp(x)-1-x", 1e-6).orElseThrow().doubleValue()).isBetween(5e-13, 5.1e-13);
    assertThat(value("exp(x)", -162).orElseThrow().doubleValue())
        .isCloseTo(4.408531331463226e-71, within(1e-85));
    assertThat(value("max(0, x)", -1).orElseThrow()).isZero();
    assertThat(value("max(0, tanh(x))", -1).orElseThrow()).isZero();
  }

  @Test
  void aTermTooSmallForTheFirstDigitsIsNotTakenForNone() {
    // log(1 + u) is u, nearly, and u = e^-127 is 7e-56.
    assertThat(value("log(1+exp(x))", -127).orElseThrow().doubleValue())
        .isCloseTo(StrictMath.exp(-127), within(1e-68));
    assertThat(value("log(1+exp(x))", -700).orElseThrow().doubleValue())
        .isCloseTo(StrictMath.exp(-700), within(1e-316));
    assertThat(value("max(0, x+exp(-200))", -1).orElseThrow()).isZero();
  }

  @Test
  void whatIsUndefinedHasNoValue() {
    assertThat(value("log(x)", -1)).isEmpty();
    assertThat(value("1/x", 0)).isEmpty();
    assertThat(value("exp(exp(x))", 100)).isEmpty();
  }
}
