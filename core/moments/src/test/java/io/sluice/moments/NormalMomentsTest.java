package io.sluice.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against closed forms, and against numbers of mpmath with 30 digits. */
class NormalMomentsTest {

  private static Activation snake(double a) {
    return new Plain(
        "snake",
        x -> x + StrictMath.sin(a * x) * StrictMath.sin(a * x) / a,
        x -> 1 + StrictMath.sin(2 * a * x));
  }

  @Test
  void gainsOfReluAreTheRootOfTwo() {
    NormalMoments moments = NormalMoments.of(Plain.relu());
    assertThat(moments.forwardGain()).isCloseTo(Math.sqrt(2), within(1e-14));
    assertThat(moments.backwardGain()).isCloseTo(Math.sqrt(2), within(1e-14));
    assertThat(moments.mean()).isCloseTo(1 / Math.sqrt(2 * Math.PI), within(1e-14));
    assertThat(moments.variance()).isCloseTo(0.5 - 0.5 / Math.PI, within(1e-14));
  }

  @Test
  void gainsOfLeakyReluAreThoseOfItsFormula() {
    double gain = Math.sqrt(2 / (1 + 0.3 * 0.3));
    NormalMoments moments = NormalMoments.of(Plain.leaky(0.3), 5);
    assertThat(moments.forwardGain()).isCloseTo(gain, within(1e-14));
    assertThat(moments.backwardGain()).isCloseTo(gain, within(1e-14));
  }

  @Test
  void gainsOfTanhDiffer() {
    NormalMoments moments = NormalMoments.of(Plain.tanh());
    assertThat(moments.secondMoment()).isCloseTo(0.39429449039784117, within(1e-14));
    assertThat(moments.slopeSecondMoment()).isCloseTo(0.46440290244826824, within(1e-14));
    assertThat(moments.forwardGain()).isCloseTo(1.59254, within(5e-6));
    assertThat(moments.backwardGain()).isCloseTo(1.46741, within(5e-6));
    assertThat(moments.mean()).isCloseTo(0, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1.199788", "1, 1.120463", "5, 1.005000", "10, 1.001250", "30, 1.000139"})
  void meanAndVarianceOfSnakeAreThoseOfItsFormulas(double a, double variance) {
    NormalMoments moments = NormalMoments.of(snake(a));
    assertThat(moments.variance()).isCloseTo(variance, within(5e-7));
    assertThat(moments.mean()).isCloseTo((1 - Math.exp(-2 * a * a)) / (2 * a), within(1e-13));
  }

  @Test
  void growthIsTheSlopeOfTheSecondMoment() {
    // At the scale 2, by mpmath.
    NormalMoments moments = NormalMoments.of(Plain.tanh(), 2);
    assertThat(moments.secondMoment()).isCloseTo(0.63526123425693992, within(1e-14));
    assertThat(moments.growth()).isCloseTo(0.038373798189506587, within(1e-14));
    assertThat(NormalMoments.of(Plain.identity(), 3).growth()).isCloseTo(1, within(1e-14));
  }

  @Test
  void activationsWithoutMomentsHaveNoGain() {
    Activation tower = new Plain("tower", x -> Math.exp(x * x), x -> 2 * x * Math.exp(x * x));
    assertThat(NormalMoments.of(tower).forwardGain()).isNotPositive();
    Activation flat = new Plain("flat", x -> 1, x -> 0);
    assertThat(NormalMoments.of(flat).backwardGain()).isInfinite();
  }

  @Test
  void refusesSumsWithoutAScale() {
    assertThatThrownBy(() -> NormalMoments.of(Plain.tanh(), 0))
        .hasMessage("the standard deviation of sums is a finite number above 0, not 0.0");
  }
}
