package io.sluice.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class NumberSketchTest {

  private static NumberSketch of(double... numbers) {
    NumberSketch sketch = new NumberSketch();
    for (double number : numbers) {
      sketch.add(number);
    }
    return sketch;
  }

  private static double[] many(int count, DoubleSupplier next) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> next.getAsDouble());
    return numbers;
  }

  /** Every place of the sorted numbers is right to the promised share of it. */
  private static void assertPlacesAreRight(double[] numbers) {
    NumberSketch sketch = of(numbers);
    double[] sorted =
        Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).map(n -> n + 0.0).toArray();
    Arrays.sort(sorted);
    assertThat(sketch.count()).isEqualTo(sorted.length);
    assertThat(sketch.nans()).isEqualTo(numbers.length - sorted.length);
    for (int i = 0; i < sorted.length; i++) {
      double exact = sorted[i];
      double told = sketch.at(i);
      if (Double.isInfinite(exact) || exact == 0) {
        assertThat(told).isEqualTo(exact);
      } else {
        assertThat(told)
            .isCloseTo(exact, within(Math.abs(exact) * Quantiles.RELATIVE_ERROR + 1e-310));
      }
    }
    assertThat(sketch.at(0)).isEqualTo(sorted[0]);
    assertThat(sketch.at(sorted.length - 1)).isEqualTo(sorted[sorted.length - 1]);
  }

  @Test
  void placesAreRightOverTwelveOrdersOfMagnitude() {
    Random random = new Random(1);
    assertPlacesAreRight(many(5000, () -> Math.pow(10, 12 * random.nextDouble() - 9)));
  }

  @Test
  void placesAreRightOverAllNumbersThereAre() {
    Random random = new Random(2);
    assertPlacesAreRight(many(5000, () -> Double.longBitsToDouble(random.nextLong())));
  }

  @Test
  void placesAreRightOfAwkwardNumbers() {
    double[] awkward = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      0.0,
      -0.0,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      1,
      Math.nextDown(1.0),
      Math.nextUp(1.0),
      1 + 1 / 256.0,
      Math.nextDown(1 + 1 / 256.0),
      -1e-300,
      1e300
    };
    Random random = new Random(3);
    assertPlacesAreRight(awkward);
    assertPlacesAreRight(many(3000, () -> awkward[random.nextInt(awkward.length)]));
  }

  @Test
  void placesAreRightOfClustersAndOfOneNumberAlone() {
    Random random = new Random(4);
    assertPlacesAreRight(many(2000, () -> random.nextBoolean() ? 1e-9 * random.nextGaussian() : 5));
    assertPlacesAreRight(many(100, () -> 0.1));
    assertThat(of(0.1, 0.1, 0.1).quantile(0.5)).isEqualTo(0.1);
  }

  @Test
  void wholeNumbersUpTo512AreExact() {
    double[] numbers = new double[513];
    Arrays.setAll(numbers, i -> i);
    NumberSketch sketch = of(numbers);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(sketch.at(i)).isEqualTo(i);
    }
  }

  @Test
  void quantileIsTheSmallestThatTheShareDoesNotExceed() {
    NumberSketch sketch = of(4, 1, 2, 8);
    assertThat(sketch.quantile(0)).isEqualTo(1);
    assertThat(sketch.quantile(0.25)).isEqualTo(1);
    assertThat(sketch.quantile(0.5)).isCloseTo(2, within(2 * Quantiles.RELATIVE_ERROR));
    assertThat(sketch.quantile(1)).isEqualTo(8);
    assertThat(of(Double.NaN).quantile(0.5)).isNaN();
  }

  @Test
  void meanAndVarianceAreThoseOfExactArithmetic() {
    Random random = new Random(5);
    double[] numbers =
        many(400, () -> Math.pow(10, random.nextInt(30) - 15) * random.nextGaussian());
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (double number : numbers) {
      BigDecimal exact = new BigDecimal(number);
      sum = sum.add(exact);
      squares = squares.add(exact.multiply(exact));
    }
    BigDecimal n = BigDecimal.valueOf(numbers.length);
    BigDecimal mean = sum.divide(n, new MathContext(60));
    BigDecimal variance =
        n.multiply(squares)
            .subtract(sum.multiply(sum))
            .divide(n.multiply(n.subtract(BigDecimal.ONE)), new MathContext(60));
    NumberSketch sketch = of(numbers);
    assertThat(sketch.mean()).isEqualTo(mean.doubleValue());
    assertThat(sketch.variance()).isEqualTo(variance.doubleValue());
  }

  @Test
  void varianceSurvivesWhatCancelsInOrdinarySums() {
    assertThat(of(1e15 + 1, 1e15 + 2, 1e15 + 3).variance()).isEqualTo(1);
    assertThat(of(1e300, 1, -1e300).mean()).isEqualTo(1 / 3.0);
    assertThat(of(Double.MIN_VALUE, Double.MIN_VALUE).mean()).isEqualTo(Double.MIN_VALUE);
    assertThat(of(Double.MAX_VALUE, Double.MAX_VALUE).mean()).isEqualTo(Double.MAX_VALUE);
    assertThat(of(Double.MAX_VALUE, -Double.MAX_VALUE).variance()).isInfinite();
  }

  @Test
  void infiniteNumbersAndNoNumbersAreInNeitherMeanNorVariance() {
    NumberSketch sketch = of(1, Double.POSITIVE_INFINITY, Double.NaN, 3, Double.NEGATIVE_INFINITY);
    assertThat(sketch.mean()).isEqualTo(2);
    assertThat(sketch.variance()).isEqualTo(2);
    assertThat(sketch.least()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(of().mean()).isNaN();
    assertThat(of(1).variance()).isNaN();
  }
}
