package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Block forms give the bits of scalar forms, interpreted and compiled. */
class BlocksTest {

  static List<Functions.Function> functions() {
    return Functions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void blockGivesTheBitsOfTheScalar(Functions.Function function) {
    for (int length : new int[] {0, 1, 7, 8, 9, 31, 257}) {
      double[] x = inputs(length + 5);
      double[] expected = x.clone();
      for (int i = 2; i < length + 2; i++) {
        expected[i] = function.scalar().applyAsDouble(x[i]);
      }
      double[] y = x.clone();
      function.block().apply(x, y, 2, length + 2);
      assertThat(bits(y)).as("%s of %d", function, length).isEqualTo(bits(expected));
      function.block().apply(x, x, 2, length + 2);
      assertThat(bits(x)).as("%s of %d in place", function, length).isEqualTo(bits(expected));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void bitsStayTheSameOnceCompiled(Functions.Function function) {
    double[] x = inputs(500);
    double[] cold = new double[x.length];
    function.block().apply(x, cold, 0, x.length);
    double[] warm = new double[x.length];
    for (int round = 0; round < 400; round++) {
      function.block().apply(x, warm, 0, x.length);
    }
    assertThat(bits(warm)).isEqualTo(bits(cold));
  }

  @Test
  void tanhWithSlopesGivesTheBitsOfBoth() {
    double[] x = inputs(300);
    double[] y = new double[x.length];
    double[] slope = x.clone();
    Hyperbolic.tanhsAndSlopes(slope, y, slope, 0, x.length);
    double[] inPlace = x.clone();
    double[] slopes = new double[x.length];
    Hyperbolic.tanhsAndSlopes(inPlace, inPlace, slopes, 0, x.length);
    assertThat(bits(inPlace)).isEqualTo(bits(y));
    assertThat(bits(slopes)).isEqualTo(bits(slope));
    assertThat(bits(y)).isEqualTo(bits(Arrays.stream(x).map(Hyperbolic::tanh).toArray()));
    assertThat(bits(slope))
        .isEqualTo(bits(Arrays.stream(x).map(Hyperbolic::sechSquared).toArray()));
  }

  @Test
  void sineWithCosineGivesTheBitsOfBoth() {
    double[] x = inputs(300);
    double[] sine = new double[x.length];
    double[] cosine = x.clone();
    Trigonometric.sinsAndCosines(cosine, sine, cosine, 0, x.length);
    assertThat(bits(sine)).isEqualTo(bits(Arrays.stream(x).map(Trigonometric::sin).toArray()));
    assertThat(bits(cosine)).isEqualTo(bits(Arrays.stream(x).map(Trigonometric::cos).toArray()));
  }

  @Test
  void sigmoidWithSlopesGivesTheBitsOfBoth() {
    double[] x = inputs(300);
    double[] y = new double[x.length];
    double[] slope = x.clone();
    Logistic.sigmoidsAndSlopes(slope, y, slope, 0, x.length);
    assertThat(bits(y)).isEqualTo(bits(Arrays.stream(x).map(Logistic::sigmoid).toArray()));
    assertThat(bits(slope)).isEqualTo(bits(Arrays.stream(x).map(Logistic::sigmoidSlope).toArray()));
  }

  @Test
  void sineWithCosineOfProductsGivesTheBitsOfBoth() {
    double[] rates = inputs(300);
    double[] x = inputs(301);
    double[] sine = rates.clone();
    double[] cosine = new double[300];
    ProductAngle.sinsAndCosines(sine, x, sine, cosine, 0, 300);
    double[] sines = new double[300];
    ProductAngle.sins(rates, x, sines, 0, 300);
    assertThat(bits(sines)).isEqualTo(bits(sine));
    double[] expected = new double[300];
    for (int i = 0; i < 300; i++) {
      expected[i] = ProductAngle.sin(rates[i], x[i]);
    }
    assertThat(bits(sine)).isEqualTo(bits(expected));
    for (int i = 0; i < 300; i++) {
      expected[i] = ProductAngle.cos(rates[i], x[i]);
    }
    assertThat(bits(cosine)).isEqualTo(bits(expected));
  }

  /** Ordinary, small, huge and special numbers in turn. */
  private static double[] inputs(int length) {
    double[] special = {0.0, -0.0, 1 / 0.0, -1 / 0.0, 0 / 0.0, 5e-324, Double.MAX_VALUE, -745.2};
    Random random = new Random(17);
    double[] x = new double[length];
    for (int i = 0; i < length; i++) {
      double ordinary = 3 * random.nextGaussian();
      x[i] =
          i % 7 == 3
              ? special[i / 7 % special.length]
              : ordinary * Math.scalb(1.0, i % 5 == 4 ? random.nextInt(80) - 40 : 0);
    }
    return x;
  }

  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
  }
}
