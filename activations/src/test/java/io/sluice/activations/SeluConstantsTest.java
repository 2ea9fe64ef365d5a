package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.moments.NormalExpectation;
import io.sluice.spi.Activation;
import org.junit.jupiter.api.Test;

/**
 * SELU keeps the mean 0 and the variance 1 of standard normal sums: its two constants follow from E
 * f(z) = 0 and E f(z)² = 1.
 */
class SeluConstantsTest {

  @Test
  void constantsFollowFromTheFixedPoint() {
    double low = 1;
    double high = 3;
    while (true) {
      double middle = 0.5 * (low + high);
      if (middle == low || middle == high) {
        break;
      }
      if (moment(middle, 1) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double alpha = 0.5 * (low + high);
    double lambda = 1 / Math.sqrt(moment(alpha, 2));
    Activation selu = BuiltIns.named("selu");
    double declaredLambda = selu.slope(1);
    assertThat(declaredLambda).isCloseTo(lambda, within(1e-12));
    assertThat(selu.slope(-1e-300) / declaredLambda).isCloseTo(alpha, within(1e-12));
  }

  /** E elu(z) or E elu(z)². */
  private static double moment(double alpha, int power) {
    Activation elu = BuiltIns.configured("elu", "alpha=" + alpha);
    return NormalExpectation.of(
        (z, r) -> {
          double value = elu.value(z);
          return (power == 1 ? value : value * value) * r * r;
        },
        0);
  }
}
