package io.sluice.optimizers.wrapper;

import static io.sluice.optimizers.wrapper.Descent.PARAMETERS;
import static io.sluice.optimizers.wrapper.Descent.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.optimizers.Adam;
import io.sluice.optimizers.BuiltIns;
import io.sluice.optimizers.Momentum;
import io.sluice.optimizers.Sgd;
import io.sluice.spi.GradientOptimizer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What wrappers around gradients do, beside definitions of their own and rules of the pack. */
class WrappersTest {

  private static final GradientOptimizer ADAM = with(new Adam(), Map.of("learning-rate", 0.05));

  private static GradientOptimizer rule(String id) {
    return (GradientOptimizer) BuiltIns.named(id);
  }

  @ParameterizedTest
  @CsvSource({"5, 0.5", "1, 0.5", "3, 0.8", "4, 0", "6, 1", "1000, 0.5"})
  void lookaheadGoesBackAPartOfTheWayEveryFewSteps(int k, double alpha) {
    GradientOptimizer whole =
        with(
            new Lookahead().around(new Sgd()),
            Map.of("k", (double) k, "alpha", alpha, "learning-rate", 0.02));
    double[] fast = {1, -2, 0.5, 3, -0.25, 0.75, -1};
    double[] slow = fast.clone();
    Descent descent = Descent.of(whole, 24);
    for (int step = 1; step <= 24; step++) {
      double[] slopes = Descent.slopes(fast);
      for (int p = 0; p < PARAMETERS; p++) {
        fast[p] -= 0.02 * slopes[p];
        if (step % k == 0) {
          slow[p] += alpha * (fast[p] - slow[p]);
          fast[p] = slow[p];
        }
      }
      assertThat(descent.steps[step]).containsExactly(fast, within(1e-13));
    }
  }

  @Test
  void rangerIsLookaheadAroundRadam() {
    GradientOptimizer radam = rule("radam");
    GradientOptimizer whole =
        with(
            new Lookahead().around(radam),
            Map.of("k", 6.0, "beta1", 0.95, "epsilon", 1e-5, "early", 0.0, "learning-rate", 0.1));
    double[] expected = Descent.of(with(rule("ranger"), Map.of("learning-rate", 0.1)), 40).last();
    assertThat(Descent.of(whole, 40).last()).containsExactly(expected, within(1e-12));
  }

  @Test
  void grokfastAroundAdamIsTheRuleGrokfastAdamw() {
    GradientOptimizer whole =
        with(new Grokfast().around(ADAM), Map.of("beta2", 0.99, "epsilon", 1e-30));
    GradientOptimizer theirs =
        with(
            rule("grokfast-adamw"), Map.of("scaled", 0.0, "learning-rate", 0.05, "epsilon", 1e-30));
    assertThat(Descent.of(whole, 30).last())
        .containsExactly(Descent.of(theirs, 30).last(), within(1e-10));
  }

  @Test
  void cautiousAroundAdamIsTheRuleCautiousAdam() {
    GradientOptimizer theirs = with(rule("cautious-adam"), Map.of("learning-rate", 0.05));
    assertThat(Descent.of(new Cautious().around(ADAM), 30).last())
        .containsExactly(Descent.of(theirs, 30).last(), within(1e-10));
  }

  @Test
  void cautiousMakesNothingWhereNothingAgrees() {
    Descent descent =
        Descent.of(
            with(new Cautious().around(new Momentum()), Map.of("momentum", 0.99)),
            2,
            1,
            new Alternating()::slopes);
    assertThat(descent.updates[2]).containsOnly(0);
  }

  /** A large slope, then a small one of the other sign. */
  private static final class Alternating {
    private double size = -10;

    double[] slopes(double[] weights) {
      size *= -0.1;
      double[] slopes = new double[weights.length];
      Arrays.fill(slopes, size > 0 ? 1 : -0.1);
      return slopes;
    }
  }

  @Test
  void centralizationTakesTheMeanOffEachRowAndLeavesBiasesAlone() {
    double[] slopes = {1, 2, 6, -1, 0, 4, 5};
    GradientOptimizer whole =
        with(new GradientCentralization().around(new Sgd()), Map.of("learning-rate", 1.0));
    Descent descent = Descent.of(whole, 1, 1, weights -> slopes.clone());
    assertThat(descent.updates[1]).containsExactly(2, 1, -3, 2, 1, -3, -5);
  }

  @Test
  void noiseHasTheVarianceOfTheStepAndDependsOnTheTrial() {
    GradientOptimizer whole =
        with(
            new GradientNoise().around(new Sgd()),
            Map.of("eta", 0.09, "gamma", 1.0, "learning-rate", 1.0));
    int trials = 2000;
    double first = 0;
    double fourth = 0;
    double mean = 0;
    for (int trial = 0; trial < trials; trial++) {
      Descent descent = Descent.of(whole, 4, trial, weights -> new double[PARAMETERS]);
      for (int p = 0; p < PARAMETERS; p++) {
        mean += descent.updates[1][p] / trials / PARAMETERS;
        first += descent.updates[1][p] * descent.updates[1][p] / trials / PARAMETERS;
        fourth += descent.updates[4][p] * descent.updates[4][p] / trials / PARAMETERS;
      }
    }
    assertThat(mean).isCloseTo(0, within(0.3 * 4 / Math.sqrt(trials * PARAMETERS)));
    assertThat(first).isCloseTo(0.09, within(0.09 * 0.05));
    assertThat(fourth).isCloseTo(0.09 / 4, within(0.09 / 4 * 0.05));
    assertThat(Descent.of(whole, 4, 7, Descent::slopes).last())
        .isEqualTo(Descent.of(whole, 4, 7, Descent::slopes).last())
        .isNotEqualTo(Descent.of(whole, 4, 8, Descent::slopes).last());
  }

  @Test
  void noiseAroundNoiseDrawsTwice() {
    GradientOptimizer once =
        with(new GradientNoise().around(new Sgd()), Map.of("learning-rate", 1.0));
    GradientOptimizer twice =
        with(
            new GradientNoise().around(new GradientNoise().around(new Sgd())),
            Map.of("learning-rate", 1.0, "around-eta", 0.01));
    double[] one = Descent.of(once, 1, 3, w -> new double[PARAMETERS]).updates[1];
    double[] two = Descent.of(twice, 1, 3, w -> new double[PARAMETERS]).updates[1];
    for (int p = 0; p < PARAMETERS; p++) {
      assertThat(two[p]).isNotCloseTo(2 * one[p], within(1e-9)).isNotEqualTo(one[p]);
    }
  }
}
