package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactorEffectTest {

  private static final double NONE = Double.NaN;

  @Test
  void everyVaryingFactorHasItsLevels() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 4; repeat++) {
      study
          .hit(repeat, 10, "optimizer", "a", "bounds", "narrow")
          .hit(repeat, NONE, "optimizer", "a", "bounds", "wide")
          .hit(repeat, 30, "optimizer", "b", "bounds", "narrow")
          .hit(repeat, 40, "optimizer", "b", "bounds", "wide");
    }
    List<FactorEffect> effects = FactorEffect.of(study.rows());
    assertThat(effects).extracting(FactorEffect::factor).containsExactly("optimizer", "bounds");
    List<FactorEffect.Level> optimizers = effects.get(0).levels();
    assertThat(optimizers).extracting(FactorEffect.Level::label).containsExactly("a", "b");
    assertThat(optimizers.get(0).summary().success()).isEqualTo(new Share(4, 8));
    assertThat(optimizers.get(1).summary().success()).isEqualTo(new Share(8, 8));
    assertThat(optimizers.get(1).summary().costToTarget()).isEqualTo(new Estimate(35, 30, 40));
    assertThat(effects.get(1).levels().get(0).summary().costToTarget().value()).isEqualTo(20);
  }

  @Test
  void havingNoActivationIsNoLevelOfTheActivation() {
    SyntheticStudy study =
        new SyntheticStudy(0.1)
            .hit(0, 1, "problem", "p", "activation", "-")
            .hit(0, 1, "problem", "q", "activation", "tanh");
    assertThat(FactorEffect.of(study.rows()))
        .extracting(FactorEffect::factor)
        .containsExactly("problem");
  }

  @Test
  void pairsAreTrialsThatDifferInThePolicyAlone() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (String activation : List.of("x", "y")) {
      for (int repeat = 0; repeat < 10; repeat++) {
        study.hit(repeat, repeat < 5 ? 9 : NONE, "activation", activation, "weight-policy", "none");
        study.hit(
            repeat,
            repeat > 0 && repeat < 9 ? 9 : NONE,
            "activation",
            activation,
            "weight-policy",
            "clip");
      }
      // These have no partner.
      study.hit(10, 9, "activation", activation, "weight-policy", "clip");
    }
    study.hit(0, 9, "activation", "z", "weight-policy", "clip");
    List<PairedComparison> comparisons = PairedComparison.of(study.rows(), "weight-policy", "none");
    assertThat(comparisons)
        .containsExactly(
            // The repeats differ by -2, 2, 2, 2 and 2: 12 of 32 ways of signs are as far from 0.
            new PairedComparison("weight-policy", "none", "clip", 0.1, 20, 8, 2, 0.375));
    assertThat(comparisons.get(0).betterShare().value()).isEqualTo(0.4);
  }

  @Test
  void severalLevelsAreCorrectedForEachOther() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 6; repeat++) {
      study.hit(repeat, NONE, "weight-policy", "none");
      study.hit(repeat, 9, "weight-policy", "clip");
      study.hit(repeat, repeat == 0 ? 9 : NONE, "weight-policy", "wrap");
    }
    assertThat(PairedComparison.of(study.rows(), "weight-policy", "none"))
        .extracting(PairedComparison::p)
        .containsExactly(2 * 2.0 / 64, 1.0);
  }

  @Test
  void boundsAreComparedWithTheRangeOfTheInitialWeights() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 6; repeat++) {
      for (String start : List.of("uniform(1)", "uniform(10)")) {
        for (String bounds : List.of("initial", "band(0.05)")) {
          double cost = bounds.equals("initial") ? NONE : 9;
          study.hit(
              repeat, cost, "initial-weights", start, "bounds", bounds, "weight-policy", "clip");
          // Nothing is done at these bounds, so they are no bounds.
          study.hit(repeat, 9, "initial-weights", start, "bounds", bounds, "weight-policy", "none");
        }
      }
    }
    assertThat(PairedComparison.of(study.rows()))
        .filteredOn(one -> one.factor().equals("bounds"))
        .containsExactly(
            new PairedComparison("bounds", "initial", "band(0.05)", 0.1, 12, 12, 0, 2.0 / 64));
  }

  @Test
  void withoutBaselineNothingIsCompared() {
    SyntheticStudy study = new SyntheticStudy(0.1).hit(0, 9, "weight-policy", "clip");
    assertThat(PairedComparison.of(study.rows(), "weight-policy", "none")).isEmpty();
    assertThatThrownBy(() -> comparison(90, 20))
        .hasMessage("of 100 pairs 90 cannot be better and 20 worse");
  }

  private static PairedComparison comparison(long better, long worse) {
    return new PairedComparison("weight-policy", "none", "clip", 0.1, 100, better, worse, 1);
  }
}
