package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The error of every function over a million inputs is what its doc admits. The largest errors seen
 * are printed and go to {@code target/largest-errors}.
 */
class MillionInputsTest {

  static List<Functions.Function> functions() {
    return Functions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void largestErrorIsTheDocumentedOne(Functions.Function function) {
    double worst = 0;
    double where = 0;
    double[] inputs = function.range().inputs();
    for (double x : inputs) {
      double value = function.scalar().applyAsDouble(x);
      double error = Math.abs(function.reference().apply(x).excess(value));
      if (!(error <= worst)) {
        worst = error;
        where = x;
      }
    }
    LargestErrors.note(function.name(), worst, Double.toString(where));
    assertThat(inputs.length).isGreaterThan(1_000_000);
    double limit = function.limit();
    assertThat(worst).as("%s(%s)", function, where).isBetween(limit - 0.01, limit);
  }
}
