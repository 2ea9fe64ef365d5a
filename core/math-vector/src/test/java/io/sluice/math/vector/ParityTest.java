package io.sluice.math.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.math.LaneKernels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors give the bits of the scalar truth; run once for each width. */
class ParityTest {

  private static final int[] LENGTHS = {0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 40, 64, 127, 128, 257};
  private static final LaneKernels SCALAR = LaneKernels.scalar();

  static List<Kernels.Kernel> kernels() {
    return Kernels.all();
  }

  @Test
  void vectorsRunHereInTheWidthAskedFor() {
    String wanted = System.getProperty("sluice.math", "auto");
    assertThat(LaneKernels.running().name())
        .startsWith("vector-")
        .startsWith(wanted.equals("auto") ? "vector" : wanted);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void awkwardLengthsAndOffsetsGiveTheSameBits(Kernels.Kernel kernel) {
    for (int length : LENGTHS) {
      for (int from : new int[] {0, 1, 3, 8}) {
        check(kernel, Numbers.mixed(from + length + 3, 31L * length + from), from, length);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theWholeRangeGivesTheSameBits(Kernels.Kernel kernel) {
    double[] numbers = Numbers.stratified(4);
    check(kernel, numbers, 0, numbers.length);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void ordinaryNumbersGiveTheSameBits(Kernels.Kernel kernel) {
    for (double end : new double[] {2, 30, 360, 800}) {
      double[] numbers = Numbers.grid(-end, end, 20_001);
      check(kernel, numbers, 0, numbers.length);
    }
  }

  /** Into other arrays, and over the inputs with either result. */
  private static void check(Kernels.Kernel kernel, double[] inputs, int from, int length) {
    LaneKernels vector = LaneKernels.running();
    int to = from + length;
    double[] expected = inputs.clone();
    double[] expectedSecond = inputs.clone();
    kernel.block().apply(SCALAR, inputs.clone(), expected, expectedSecond, from, to);

    double[] x = inputs.clone();
    double[] y = inputs.clone();
    double[] z = inputs.clone();
    kernel.block().apply(vector, x, y, z, from, to);
    same(kernel, length, "x", x, inputs, inputs);
    same(kernel, length, "y", y, expected, inputs);
    same(kernel, length, "z", z, expectedSecond, inputs);

    x = inputs.clone();
    z = inputs.clone();
    kernel.block().apply(vector, x, x, z, from, to);
    boolean onlySecond = kernel.name().endsWith("by bells");
    same(kernel, length, "y over x", x, onlySecond ? inputs : expected, inputs);

    if (kernel.name().contains("And")) {
      x = inputs.clone();
      y = inputs.clone();
      kernel.block().apply(vector, x, y, x, from, to);
      same(kernel, length, "y beside z over x", y, expected, inputs);
      same(kernel, length, "z over x", x, expectedSecond, inputs);
    }
  }

  private static void same(
      Kernels.Kernel kernel,
      int length,
      String what,
      double[] actual,
      double[] expected,
      double[] inputs) {
    long[] actualBits = Numbers.bits(actual);
    long[] expectedBits = Numbers.bits(expected);
    for (int i = 0; i < actualBits.length; i++) {
      if (actualBits[i] != expectedBits[i]) {
        assertThat(actual[i])
            .as("%s of %d, %s[%d] for %s", kernel, length, what, i, inputs[i])
            .isEqualTo(expected[i]);
        assertThat(actualBits[i]).as("sign of a zero").isEqualTo(expectedBits[i]);
      }
    }
  }
}
