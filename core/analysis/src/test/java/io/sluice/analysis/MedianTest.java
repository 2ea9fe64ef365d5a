package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(Median.of(new double[] {4, 1, 3, 2}).value()).isEqualTo(2.5);
    assertThat(Median.of(new double[] {9, 1, 3}).value()).isEqualTo(3);
  }

  @Test
  void medianIsInfiniteUnlessMoreThanHalfAreFinite() {
    assertThat(Median.of(new double[] {1, 2, INFINITE}).value()).isEqualTo(2);
    assertThat(Median.of(new double[] {1, 2, INFINITE, INFINITE}).value()).isInfinite();
    assertThat(Median.of(new double[] {INFINITE, INFINITE}).value()).isInfinite();
    assertThat(Median.of(new double[] {-INFINITE, 1}).value()).isEqualTo(-INFINITE);
    assertThat(Median.of(new double[] {-INFINITE, INFINITE}).value()).isZero();
  }

  @Test
  void fewerThanSixValuesHaveNoInterval() {
    assertThat(Median.of(new double[] {1, 2, 3, 4, 5}).hasInterval()).isFalse();
    assertThat(Median.of(new double[] {6, 5, 1, 2, 3, 4})).isEqualTo(new Estimate(3.5, 1, 6));
  }

  @Test
  void intervalRunsBetweenTheTabulatedOrderStatistics() {
    // The textbook pairs: 2 and 9 of 10, 6 and 15 of 20, 40 and 61 of 100.
    assertThat(upTo(10)).isEqualTo(new Estimate(5.5, 2, 9));
    assertThat(upTo(20)).isEqualTo(new Estimate(10.5, 6, 15));
    assertThat(upTo(100)).isEqualTo(new Estimate(50.5, 40, 61));
  }

  @Test
  void ranksAreTheLargestThatKeepTheCoverage() {
    for (int n = 1; n <= 300; n++) {
      int rank = Median.rank(n);
      if (rank > 0) {
        assertThat(DistributionsTest.exactCoin(rank - 1, n)).isLessThanOrEqualTo(0.025);
      }
      assertThat(DistributionsTest.exactCoin(rank, n)).isGreaterThan(0.025);
    }
  }

  private static Estimate upTo(int n) {
    return Median.of(IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray());
  }
}
