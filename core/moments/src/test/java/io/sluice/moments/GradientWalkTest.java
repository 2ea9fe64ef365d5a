package io.sluice.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.sluice.spi.Activation;
import io.sluice.spi.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientWalkTest {

  /** √(n/2) exp(−ψ(n/2)/2), and the mean over the binomial distribution of live units: mpmath. */
  @ParameterizedTest
  @CsvSource({
    "1, 1.8873645212254033, 1.8873645212254033",
    "2, 1.3345682515293843, 2.1184950464011053",
    "3, 1.2026020293188152, 2.1055302735282074",
    "16, 1.0324142916119036, 1.5446112375163243",
    "100, 1.005029270537776, 1.4323035654111655"
  })
  void linesAndReluHaveTheirClosedForms(int units, double linear, double relu) {
    assertThat(GradientWalk.gain(Plain.identity(), 1, units)).isCloseTo(linear, within(1e-12));
    assertThat(GradientWalk.gain(Plain.relu(), 1, units)).isCloseTo(relu, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 16, 32, 100, 300})
  void formulasOfThePaperAreNear(int units) {
    assertThat(GradientWalk.gain(Plain.identity(), 1, units))
        .isCloseTo(Math.exp(1 / (2.0 * units)), withinPercentage(0.2));
    assertThat(GradientWalk.gain(Plain.relu(), 1, units))
        .isCloseTo(
            Math.sqrt(2) * Math.exp(1.2 / (Math.max(units, 6) - 2.4)), withinPercentage(0.5));
  }

  @Test
  void tanhHasTheLogarithmThatDrawingShows() {
    int units = 12;
    double scale = 0.8;
    int draws = 40_000;
    double gain = GradientWalk.gain(Plain.tanh(), scale, units);
    RandomStream random = new RandomStream(5);
    double sum = 0;
    for (int draw = 0; draw < draws; draw++) {
      double squares = 0;
      for (int i = 0; i < units; i++) {
        double part = Plain.tanh().slope(scale * random.nextGaussian()) * random.nextGaussian();
        squares += part * part;
      }
      sum += Math.log(gain * gain * squares / units);
    }
    // The standard deviation of one logarithm is about 0.6.
    assertThat(sum / draws).isCloseTo(0, within(4 * 0.6 / Math.sqrt(draws)));
  }

  @Test
  void slopesThatVanishHaveNone() {
    Activation step = new Plain("step", x -> x > 0 ? 1 : 0, x -> 0);
    assertThat(GradientWalk.gain(step, 1, 4)).isInfinite();
  }
}
