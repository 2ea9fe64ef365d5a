package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers beyond bounds, at them and between them. */
class ClipTest {

  private static final double[] NUMBERS = {
    Double.NEGATIVE_INFINITY,
    -Double.MAX_VALUE,
    -2,
    Math.nextDown(-1.0),
    -1,
    -Double.MIN_VALUE,
    -0.0,
    0,
    Double.MIN_VALUE,
    1,
    Math.nextUp(1.0),
    2,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 1", "-0.0, 1", "-1, 0", "-1, -0.0", "1, 2", "-2, -1", "1, 1"})
  void onlyWhatIsBeyondABoundBecomesTheBound(double lower, double upper) {
    for (int length = 0; length <= NUMBERS.length; length++) {
      double[] clipped = NUMBERS.clone();
      LaneRows.clip(clipped, 0, length, lower, upper);
      for (int i = 0; i < clipped.length; i++) {
        double number = NUMBERS[i];
        double wanted = number;
        if (i < length && number < lower) {
          wanted = lower;
        } else if (i < length && number > upper) {
          wanted = upper;
        }
        assertThat(Double.doubleToLongBits(clipped[i]))
            .as("%s in %s to %s", number, lower, upper)
            .isEqualTo(Double.doubleToLongBits(wanted));
      }
    }
  }
}
