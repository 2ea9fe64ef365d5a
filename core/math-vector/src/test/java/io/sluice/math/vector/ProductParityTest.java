package io.sluice.math.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.math.LaneKernels;
import io.sluice.math.LaneMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products and rows have the bits of the scalar truth, whatever their size and layout. */
class ProductParityTest {

  private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9};
  private static final LaneKernels SCALAR = LaneKernels.scalar();
  private static final LaneKernels VECTOR = LaneKernels.running();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 8, 9, 16, 40, 128})
  void productsHaveTheSameBits(int lanes) {
    for (int rows : SIZES) {
      for (int columns : SIZES) {
        for (int depth : SIZES) {
          check(rows, columns, depth, lanes);
        }
      }
    }
  }

  @Test
  void depthZeroGivesWhatTheSumsStartFrom() {
    double[] nothing = new double[0];
    double[] c = Numbers.grid(1, 2, 40);
    LaneMatrix left = new LaneMatrix().ofLanes(nothing, 0, 5, 0, 0, 0);
    LaneMatrix right = new LaneMatrix().ofLanes(nothing, 0, 0, 1, 0, 0);
    LaneMatrix product = new LaneMatrix().ofLanes(c, 0, 5, 1, 8, 8);
    VECTOR.products(left, right, product, true, 0, 8);
    assertThat(c).containsExactly(Numbers.grid(1, 2, 40));
    VECTOR.products(left, right, product, false, 0, 8);
    assertThat(c).containsOnly(0.0);
  }

  @Test
  void specialNumbersHaveTheSameBits() {
    double[] a = Numbers.stratified(1);
    double[] b = Numbers.mixed(a.length, 3);
    double[] expected = new double[a.length];
    double[] actual = new double[a.length];
    int lanes = a.length / 4;
    SCALAR.products(square(a, lanes), square(b, lanes), square(expected, lanes), false, 0, lanes);
    VECTOR.products(square(a, lanes), square(b, lanes), square(actual, lanes), false, 0, lanes);
    assertThat(Numbers.bits(actual)).isEqualTo(Numbers.bits(expected));
  }

  private static LaneMatrix square(double[] numbers, int lanes) {
    return new LaneMatrix().ofLanes(numbers, 0, 2, 2, 2 * lanes, lanes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 40, 127, 257})
  void rowsHaveTheSameBits(int length) {
    double[] x = Numbers.mixed(5 * length + 11, 5);
    double[] y = Numbers.mixed(length + 4, 6);
    double[] start = Numbers.mixed(length + 7, 7);
    for (int which = 0; which < 4; which++) {
      double[] expected = start.clone();
      double[] actual = start.clone();
      rows(SCALAR, which, x, y, expected, length);
      rows(VECTOR, which, x, y, actual, length);
      assertThat(Numbers.bits(actual)).as("function %d", which).isEqualTo(Numbers.bits(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 40, 127, 257})
  void leastNumbersAreTheSame(int length) {
    for (int round = 0; round < 40; round++) {
      double[] x = Numbers.mixed(length, 3 * round);
      double[] awaited = Numbers.mixed(length, 3 * round + 2);
      double[][] least = {Numbers.mixed(length, 3 * round + 1), null};
      double[][] marks = {new double[length], new double[length]};
      least[1] = least[0].clone();
      double limit = round % 2 == 0 ? Double.MAX_VALUE : Double.POSITIVE_INFINITY;
      if (round % 4 > 1) {
        Arrays.setAll(x, i -> Math.abs(x[i]) < 1e300 ? x[i] : 1);
        Arrays.fill(awaited, Double.NEGATIVE_INFINITY);
      }
      assertThat(VECTOR.keepLeast(x, least[1], marks[1], 5, awaited, limit, length))
          .isEqualTo(SCALAR.keepLeast(x, least[0], marks[0], 5, awaited, limit, length));
      assertThat(Numbers.bits(least[1])).isEqualTo(Numbers.bits(least[0]));
      assertThat(marks[1]).isEqualTo(marks[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 40, 127, 257})
  void leastOfAllAndBoundsAreTheSame(int length) {
    for (int round = 0; round < 40; round++) {
      double[] x = Numbers.mixed(length + 5, round);
      if (round % 2 == 1) {
        Arrays.setAll(x, i -> Math.abs(x[i]) <= 1e300 ? x[i] : -0.0);
      }
      assertThat(Double.doubleToLongBits(VECTOR.least(x, 3, 3 + length)))
          .isEqualTo(Double.doubleToLongBits(SCALAR.least(x, 3, 3 + length)));
      for (double limit : new double[] {1, 1e300, Double.POSITIVE_INFINITY}) {
        assertThat(VECTOR.areWithin(x, 3, 3 + length, -limit, limit))
            .isEqualTo(SCALAR.areWithin(x, 3, 3 + length, -limit, limit));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 25, 31, 40, 50, 257})
  void oneNumberAtOrBeyondABoundIsSeenWhereverItStands(int length) {
    double inf = Double.POSITIVE_INFINITY;
    double[] edges = {-inf, -1e308, -1, -0.0, 0, Double.MIN_VALUE, 1, 1e308, inf, Double.NaN};
    for (double lower : edges) {
      for (double upper : edges) {
        for (int at = 0; at < length; at += 7) {
          for (double edge : edges) {
            double[] x = new double[length];
            Arrays.fill(x, lower <= 0 && upper >= 0 ? 0 : upper);
            x[at] = edge;
            assertThat(VECTOR.areWithin(x, 0, length, lower, upper))
                .as("%s at %s in %s to %s", edge, at, lower, upper)
                .isEqualTo(SCALAR.areWithin(x, 0, length, lower, upper));
          }
        }
      }
    }
  }

  private static void rows(
      LaneKernels kernels, int which, double[] x, double[] y, double[] target, int length) {
    switch (which) {
      case 0 -> kernels.sum(x, 3, 5, length + 1, length, target, 2);
      case 1 -> kernels.multiply(x, 3, y, 1, target, 2, length);
      case 2 -> kernels.add(x, 3, y, 1, target, 2, length);
      default -> kernels.multiplyAdd(x, 3, y, 1, target, 2, length);
    }
  }

  /** The left factor by columns, the right one and the product by rows, gaps between all. */
  private static void check(int rows, int columns, int depth, int lanes) {
    int step = lanes + 1;
    double[] a = numbers(3 + rows * depth * step, rows);
    double[] b = numbers(5 + depth * columns * step, columns);
    double[] start = numbers(2 + rows * columns * step, depth);
    for (boolean add : new boolean[] {false, true}) {
      for (boolean shared : new boolean[] {false, true}) {
        double[] expected = start.clone();
        double[] actual = start.clone();
        product(SCALAR, add, shared, rows, columns, depth, lanes, a, b, expected);
        product(VECTOR, add, shared, rows, columns, depth, lanes, a, b, actual);
        assertThat(Numbers.bits(actual))
            .as(
                "%d × %d × %d in %d lanes, added %s, shared %s",
                rows, depth, columns, lanes, add, shared)
            .isEqualTo(Numbers.bits(expected));
      }
    }
  }

  private static void product(
      LaneKernels kernels,
      boolean add,
      boolean shared,
      int rows,
      int columns,
      int depth,
      int lanes,
      double[] a,
      double[] b,
      double[] c) {
    int s = lanes + 1;
    LaneMatrix right =
        shared
            ? new LaneMatrix().ofAll(b, 5, depth, columns, columns, 1)
            : new LaneMatrix().ofLanes(b, 5, depth, columns, columns * s, s);
    kernels.products(
        new LaneMatrix().ofLanes(a, 3, rows, depth, s, rows * s),
        right,
        new LaneMatrix().ofLanes(c, 2, rows, columns, columns * s, s),
        add,
        0,
        lanes);
  }

  private static double[] numbers(int length, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = 2 * random.nextDouble() - 1;
    }
    return numbers;
  }
}
