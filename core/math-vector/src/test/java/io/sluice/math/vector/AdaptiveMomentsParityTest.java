package io.sluice.math.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.math.LaneKernels;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means, squares and steps have the bits of the scalar truth. */
class AdaptiveMomentsParityTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 40, 127, 257, 20_000})
  void numbersOfEveryKindGiveTheSameBits(int length) {
    double[] gradients = Numbers.mixed(length + 5, 1);
    check(gradients, Numbers.mixed(length + 5, 2), Numbers.mixed(length + 5, 3), 1e-8);
    check(gradients, Numbers.mixed(length + 5, 4), new double[length + 5], 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 0})
  void theWholeRangeGivesTheSameBits(double constant) {
    double[] gradients = Numbers.stratified(1);
    check(gradients, new double[gradients.length], new double[gradients.length], constant);
  }

  private static void check(double[] gradients, double[] mean, double[] square, double constant) {
    for (int i = 0; i < square.length; i++) {
      square[i] = Math.abs(square[i]);
    }
    double[] target = Numbers.mixed(square.length, 5);
    for (boolean add : new boolean[] {false, true}) {
      double[][] expected = {mean.clone(), square.clone(), gradients.clone(), target.clone()};
      double[][] actual = {mean.clone(), square.clone(), gradients.clone(), target.clone()};
      step(LaneKernels.scalar(), expected, constant, add);
      step(LaneKernels.running(), actual, constant, add);
      for (int which = 0; which < expected.length; which++) {
        assertThat(Numbers.bits(actual[which]))
            .as("%s", Arrays.asList("means", "squares", "gradients", "target").get(which))
            .isEqualTo(Numbers.bits(expected[which]));
      }
    }
  }

  /** Added steps go to the target, others take the place of the gradients. */
  private static void step(LaneKernels kernels, double[][] arrays, double constant, boolean add) {
    int to = arrays[0].length - 2;
    kernels.steps(
        arrays[0],
        0.1,
        arrays[1],
        0.999,
        0.001,
        -0.01,
        30,
        constant,
        arrays[2],
        add ? arrays[3] : arrays[2],
        add,
        Math.min(3, to),
        to);
  }
}
