package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Zeros of both signs, infinities, NaN, poles and overflow. */
class SpecialValuesTest {

  static List<Functions.Function> functions() {
    return Functions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void nanGivesNan(Functions.Function function) {
    assertThat(function.scalar().applyAsDouble(Double.NaN)).isNaN();
    double negative = Double.longBitsToDouble(0xfff8000012345678L);
    assertThat(function.scalar().applyAsDouble(negative)).isNaN();
    double payload = Double.longBitsToDouble(0x7ff80000ffffffffL);
    assertThat(function.scalar().applyAsDouble(payload)).isNaN();
  }

  @ParameterizedTest(name = "{0}({1}) = {2}")
  @CsvSource({
    "exp, -Infinity, 0",
    "exp, -746, 0",
    "exp, -1e300, 0",
    "exp, -745.1, 4.9e-324",
    "exp, 0, 1",
    "exp, -0.0, 1",
    "exp, 709.8, Infinity",
    "exp, 1e300, Infinity",
    "exp, Infinity, Infinity",
    "expm1, -Infinity, -1",
    "expm1, -0.0, -0.0",
    "expm1, 0, 0",
    "expm1, 710, Infinity",
    "expm1, Infinity, Infinity",
    "log, -0.0, -Infinity",
    "log, 0, -Infinity",
    "log, 1, 0",
    "log, -1, NaN",
    "log, -Infinity, NaN",
    "log, Infinity, Infinity",
    "log1p, -0.0, -0.0",
    "log1p, -1, -Infinity",
    "log1p, -1.5, NaN",
    "log1p, -Infinity, NaN",
    "log1p, Infinity, Infinity",
    "sin, -0.0, -0.0",
    "sin, 0, 0",
    "sin, Infinity, NaN",
    "sin, -Infinity, NaN",
    "cos, -0.0, 1",
    "cos, Infinity, NaN",
    "cos, -Infinity, NaN",
    "tanh, -0.0, -0.0",
    "tanh, 0, 0",
    "tanh, Infinity, 1",
    "tanh, -Infinity, -1",
    "tanh, 1e300, 1",
    "sech-squared, 0, 1",
    "sech-squared, Infinity, 0",
    "sech-squared, -Infinity, 0",
    "sigmoid, 0, 0.5",
    "sigmoid, -Infinity, 0",
    "sigmoid, Infinity, 1",
    "softplus, -Infinity, 0",
    "softplus, Infinity, Infinity",
    "softplus, 1e300, 1e300",
    "erf, -0.0, -0.0",
    "erf, Infinity, 1",
    "erf, -Infinity, -1",
    "erfc, 0, 1",
    "erfc, Infinity, 0",
    "erfc, -Infinity, 2",
    "gaussian, 0, 1",
    "gaussian, Infinity, 0",
    "gaussian, -Infinity, 0",
    "bell, 0, 1",
    "bell, Infinity, 0",
    "bell, -Infinity, 0",
    "cumulative, 0, 0.5",
    "cumulative, -Infinity, 0",
    "cumulative, Infinity, 1",
    "log2, 0, -Infinity",
    "log2, -0.0, -Infinity",
    "log2, -1, NaN",
    "log2, Infinity, Infinity",
    "log2, 4.9e-324, -1074",
    "log2, 1, 0",
    "log2, 8, 3",
    "log10, 0, -Infinity",
    "log10, -Infinity, NaN",
    "log10, Infinity, Infinity",
    "log10, 1, 0",
    "log10, 1000, 3",
    "log10, 1e22, 22",
    "tan, -0.0, -0.0",
    "tan, 0, 0",
    "tan, 4.9e-324, 4.9e-324",
    "tan, Infinity, NaN",
    "tan, -Infinity, NaN",
    "tan, 1.5707963267948966, 1.633123935319537e16",
    "atan, -0.0, -0.0",
    "atan, 0, 0",
    "atan, -4.9e-324, -4.9e-324",
    "atan, Infinity, 1.5707963267948966",
    "atan, -Infinity, -1.5707963267948966",
    "atan, 1.7976931348623157e308, 1.5707963267948966",
    "sinh, -0.0, -0.0",
    "sinh, 0, 0",
    "sinh, 4.9e-324, 4.9e-324",
    "sinh, 710.4758600739439, 1.7976931348621744e308",
    "sinh, 710.475860073944, Infinity",
    "sinh, -710.475860073944, -Infinity",
    "sinh, Infinity, Infinity",
    "sinh, -Infinity, -Infinity",
    "cosh, 0, 1",
    "cosh, -0.0, 1",
    "cosh, -710.475860073944, Infinity",
    "cosh, Infinity, Infinity",
    "cosh, -Infinity, Infinity",
    "asinh, -0.0, -0.0",
    "asinh, 0, 0",
    "asinh, 4.9e-324, 4.9e-324",
    "asinh, 1.7976931348623157e308, 710.4758600739439",
    "asinh, Infinity, Infinity",
    "asinh, -Infinity, -Infinity",
    "atanh, -0.0, -0.0",
    "atanh, 0, 0",
    "atanh, -4.9e-324, -4.9e-324",
    "atanh, 1, Infinity",
    "atanh, -1, -Infinity",
    "atanh, 1.0000000000000002, NaN",
    "atanh, Infinity, NaN",
    "atanh, -Infinity, NaN",
    "cbrt, -0.0, -0.0",
    "cbrt, 0, 0",
    "cbrt, -27, -3",
    "cbrt, 1e300, 1e100",
    "cbrt, Infinity, Infinity",
    "cbrt, -Infinity, -Infinity",
    "log-sigmoid, Infinity, -0.0",
    "log-sigmoid, -Infinity, -Infinity",
    "log-sigmoid, -1e300, -1e300",
    "logit, 0, -Infinity",
    "logit, -0.0, -Infinity",
    "logit, 1, Infinity",
    "logit, 0.5, 0",
    "logit, -0.1, NaN",
    "logit, 1.1, NaN",
    "logit, Infinity, NaN",
    "logit, -Infinity, NaN"
  })
  void specialValuesAreTaken(String name, double x, Double value) {
    assertThat(Double.valueOf(named(name).applyAsDouble(x))).isEqualTo(value);
  }

  @Test
  void tailOfAnAngleCountsNearAMultipleOfPi() {
    assertThat(Trigonometric.sin(Math.PI, 1e-16))
        .isCloseTo(1.2246467991473532e-16 - 1e-16, within(1e-30));
    assertThat(Trigonometric.cos(Math.PI / 2, 3e-17))
        .isCloseTo(6.123233995736766e-17 - 3e-17, within(1e-30));
  }

  private static DoubleUnaryOperator named(String name) {
    return Functions.all().stream()
        .filter(each -> each.name().equals(name))
        .findAny()
        .orElseThrow()
        .scalar();
  }
}
