package io.sluice.optimizers.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.OracleRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidedEsTest {

  /** A plane, whose slope is (1, −2, 3, …) everywhere, but which may say that it is another. */
  private record Plane(double lie) implements Bowl {

    static double slope(int p) {
      return (p % 2 == 0 ? 1 : -1) * (p + 1.0);
    }

    @Override
    public double loss(double[] x) {
      double loss = 0;
      for (int p = 0; p < x.length; p++) {
        loss += slope(p) * x[p];
      }
      return loss;
    }

    @Override
    public void gradient(double[] x, double[] gradient) {
      for (int p = 0; p < x.length; p++) {
        gradient[p] = slope(p) + (p == 0 ? lie : 0);
      }
    }
  }

  private static Walk walk(Bowl bowl, Map<String, Double> values, int steps, double... start) {
    return new Walk(Walk.with(new GuidedEs(), values), bowl, start).steps(steps);
  }

  /** On a plane the mean of estimates is β (α/n + (1 − α) U Uᵀ/k) times the slope. */
  @ParameterizedTest
  @CsvSource({"0.5, 0", "0, 0", "1, 0", "0.25, 0", "0.5, 5", "0.25, -40"})
  void theMeanStepIsThatOfThePaper(double everywhere, double lie) {
    int n = 4;
    int pairs = 1000;
    int steps = 200;
    Walk walk =
        walk(
            new Plane(lie),
            Map.of(
                "everywhere",
                everywhere,
                "pairs",
                (double) pairs,
                "learning-rate",
                1.0,
                "scale",
                2.0),
            steps,
            new double[n]);
    double[] told = new double[n];
    new Plane(lie).gradient(told, told);
    double along = 0;
    double size = 0;
    for (int p = 0; p < n; p++) {
      along += told[p] * Plane.slope(p);
      size += told[p] * told[p];
    }
    for (int p = 0; p < n; p++) {
      double guided = (1 - everywhere) * told[p] * along / size;
      double expected = -2 * (everywhere / n * Plane.slope(p) + guided);
      assertThat(walk.last()[p] / steps).isCloseTo(expected, within(0.08));
    }
  }

  @Test
  void alongGradientsAloneStepsAreThoseOfThem() {
    double[] start = new double[6];
    Walk walk = walk(new Plane(0), Map.of("everywhere", 0.0), 30, start);
    for (double[] weights : walk.steps) {
      for (int p = 0; p < weights.length; p++) {
        assertThat(weights[p])
            .isCloseTo(weights[0] * Plane.slope(p), within(1e-9 * (1 + Math.abs(weights[p]))));
      }
    }
    assertThat(walk.last()[0]).isNegative();
  }

  /** Along a gradient of the wrong sign the losses still tell which way is down. */
  @Test
  void lossesPutALieRight() {
    Walk walk = walk(new Plane(-40), Map.of(), 200, 0, 0, 0);
    assertThat(walk.last()[0]).isNegative();
    assertThat(new Plane(0).loss(walk.last())).isNegative();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aStepAsksForAGradientAndPairsOfLosses(int pairs) {
    Walk walk = walk(new Plane(0), Map.of("pairs", (double) pairs), 10, 1, 1);
    assertThat(walk.asked)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(OracleRequest.GRADIENT, 10, OracleRequest.LOSS, 20 * pairs));
  }

  /** Four gradients of a plane have one direction, so a memory of four is none of one. */
  @Test
  void gradientsInTheSpanOfOthersCountOnce() {
    double[] one = walk(new Plane(0), Map.of("memory", 1.0), 20, 0, 0, 0, 0).last();
    assertThat(walk(new Plane(0), Map.of("memory", 4.0), 20, 0, 0, 0, 0).last()).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 5})
  void bowlsAreDescended(double memory) {
    Bowl bowl = Bowl.Quadratic.of(5, 10);
    double[] start = {3, 3, 3, 3, 3};
    double[] least = new Walk(new Bfgs(), bowl, start).steps(100).last();
    Walk walk =
        walk(bowl, Map.of("memory", memory, "learning-rate", 0.02, "pairs", 4.0), 3000, start);
    assertThat(bowl.loss(walk.last()) - bowl.loss(least))
        .isLessThan(1e-3 * (bowl.loss(start) - bowl.loss(least)));
  }

  @Test
  void aPlaceWithoutSlopeIsSearchedEverywhere() {
    Bowl level =
        new Bowl() {
          @Override
          public double loss(double[] x) {
            return x[0];
          }

          @Override
          public void gradient(double[] x, double[] gradient) {}
        };
    assertThat(walk(level, Map.of(), 200, 0, 0).last()[0]).isNegative();
  }
}
