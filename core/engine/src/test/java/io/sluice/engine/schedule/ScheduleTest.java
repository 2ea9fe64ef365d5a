package io.sluice.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static Schedule schedule(String id, Object... namesAndValues) {
    Schedule preset =
        Schedule.all().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    Map<String, Double> values = new LinkedHashMap<>();
    preset.hyperparameters().forEach(h -> values.put(h.name(), h.value()));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      assertThat(values).containsKey((String) namesAndValues[i]);
      values.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
    }
    return preset.with(values);
  }

  private static double[] factors(Schedule schedule, int planned) {
    double[] factors = new double[planned];
    for (int update = 0; update < planned; update++) {
      factors[update] = schedule.factor(update, planned);
    }
    return factors;
  }

  @Test
  void constantIsOne() {
    assertThat(factors(Schedule.CONSTANT, 3)).containsExactly(1, 1, 1);
  }

  @Test
  void stepsMultiplyByGammaEach() {
    assertThat(factors(schedule("step", "every", 2, "gamma", 0.5), 7))
        .containsExactly(1, 1, 0.5, 0.5, 0.25, 0.25, 0.125);
    assertThat(factors(schedule("step", "every", 0.5, "gamma", 0.25), 6))
        .containsExactly(1, 1, 1, 0.25, 0.25, 0.25);
  }

  @Test
  void exponentialMultipliesByGammaInEveryUpdate() {
    assertThat(factors(schedule("exponential", "gamma", 0.5), 4))
        .containsExactly(1, 0.5, 0.25, 0.125);
    assertThat(factors(schedule("exponential", "gamma", 2), 3)).containsExactly(1, 2, 4);
  }

  @Test
  void linearFallsStraight() {
    assertThat(factors(schedule("linear"), 4)).containsExactly(1, 0.75, 0.5, 0.25);
    assertThat(factors(schedule("linear", "alpha", 0.5), 4)).containsExactly(1, 0.875, 0.75, 0.625);
  }

  @Test
  void cosineIsHalfAWave() {
    double half = StrictMath.sqrt(0.5);
    double[] wave = {1, (1 + half) / 2, 0.5, (1 - half) / 2};
    assertThat(factors(schedule("cosine"), 4)).containsExactly(wave, within(1e-15));
    for (int i = 0; i < 4; i++) {
      wave[i] = 0.2 + 0.8 * wave[i];
    }
    assertThat(factors(schedule("cosine", "alpha", 0.2), 4)).containsExactly(wave, within(1e-15));
  }

  /** PyTorch's recursive form of the same curve, started at 1. */
  @Test
  void cosineObeysTheRecursionOfPyTorch() {
    int planned = 50;
    double[] factors = factors(schedule("cosine", "alpha", 0.1), planned);
    double rate = 1;
    for (int t = 1; t < planned; t++) {
      rate =
          (1 + Math.cos(Math.PI * t / planned))
                  / (1 + Math.cos(Math.PI * (t - 1) / planned))
                  * (rate - 0.1)
              + 0.1;
      assertThat(factors[t]).isCloseTo(rate, within(1e-12));
    }
  }

  /** A top at t = 2 of ten updates; figures worked out by hand from OneCycleLR's definition. */
  @Test
  void oneCycleRisesToItsTopAndFallsToItsEnd() {
    double[] factors = factors(schedule("one-cycle", "div-factor", 4, "final-div-factor", 5), 10);
    assertThat(factors[0]).isEqualTo(0.25);
    assertThat(factors[1]).isCloseTo(0.625, within(1e-15));
    assertThat(factors[2]).isEqualTo(1);
    assertThat(factors[9]).isCloseTo(0.05, within(1e-15));
    double cosine = Math.cos(Math.PI * 3 / 7);
    assertThat(factors[5]).isCloseTo(0.05 + 0.95 / 2 * (1 + cosine), within(1e-15));
  }

  @Test
  void oneCycleOfFewUpdatesStaysWithinItsEnds() {
    for (double up : new double[] {0, 0.1, 0.3, 1}) {
      for (int planned = 1; planned < 6; planned++) {
        for (double factor : factors(schedule("one-cycle", "pct-start", up), planned)) {
          assertThat(factor).isBetween(1 / 25.0 / 1e4, 1.0);
        }
      }
    }
  }

  @Test
  void aWarmUpComesFirstAndTheRestCountsFromItsEnd() {
    assertThat(factors(schedule("constant", "warm-up", 4), 6))
        .containsExactly(0.25, 0.5, 0.75, 1, 1, 1);
    assertThat(factors(schedule("linear", "warm-up", 2), 6))
        .containsExactly(0.5, 1, 1, 0.75, 0.5, 0.25);
    assertThat(factors(schedule("step", "every", 1, "gamma", 0.5, "warm-up", 0.25), 8))
        .containsExactly(0.5, 1, 1, 0.5, 0.25, 0.125, 0.0625, 0.03125);
  }

  @Test
  void aWarmUpLongerThanTheTrialIsCutToIt() {
    assertThat(factors(schedule("cosine", "warm-up", 100), 2)).containsExactly(0.5, 1);
    assertThat(factors(schedule("cosine", "warm-up", 0.001), 2)).containsExactly(1, 1);
  }

  @Test
  void lengthsAreWholeNumbersOrShares() {
    assertThatThrownBy(() -> schedule("step", "every", 2.5))
        .hasMessage("every is a whole number of updates, or below 1 a share of them, and not 2.5");
    assertThatThrownBy(() -> schedule("step", "every", 0)).hasMessageContaining("every must lie");
    assertThatThrownBy(() -> schedule("cosine", "warm-up", -1))
        .hasMessageContaining("warm-up must lie");
    assertThatThrownBy(() -> schedule("cosine", "alpha", 1.5))
        .hasMessageContaining("alpha must lie in [0, 1]");
  }

  @Test
  void labelsNameWhatIsNoPreset() {
    assertThat(Schedule.CONSTANT.label()).isEqualTo("constant");
    assertThat(schedule("cosine").label()).isEqualTo("cosine");
    assertThat(schedule("step", "every", 100, "gamma", 0.5, "warm-up", 0.1).label())
        .isEqualTo("step(every=100 gamma=0.5 warm-up=0.1)");
  }

  @Test
  void everyScheduleIsItselfWithItsOwnValues() {
    for (Schedule schedule : Schedule.all()) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (Hyperparameter value : schedule.hyperparameters()) {
        values.put(value.name(), value.value());
      }
      assertThat(schedule.with(values)).isEqualTo(schedule);
    }
  }
}
