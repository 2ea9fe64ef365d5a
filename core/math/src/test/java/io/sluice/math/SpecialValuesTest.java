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
    "bell, 0, 1",
    "bell, Infinity, 0",
    "bell, -Infinity, 0",
    "cumulative, 0, 0.5",
    "cumulative, -Infinity, 0",
    "cumulative, Infinity, 1"
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
