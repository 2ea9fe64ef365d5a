package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
        .containsExactly(new PairedComparison("weight-policy", "none", "clip", 0.1, 20, 8, 2));
    // 2 (1 + 10 + 45) / 1024.
    assertThat(comparisons.get(0).p()).isCloseTo(0.109375, within(1e-14));
    assertThat(comparisons.get(0).betterShare().value()).isEqualTo(0.4);
  }

  @Test
  void exactTestHasItsKnownValues() {
    assertThat(comparison(0, 0).p()).isEqualTo(1);
    assertThat(comparison(3, 3).p()).isEqualTo(1);
    assertThat(comparison(0, 6).p()).isCloseTo(0.03125, within(1e-15));
    assertThat(comparison(5, 12).p()).isCloseTo(0.143463134765625, within(1e-14));
    assertThat(comparison(12, 5).p()).isCloseTo(0.143463134765625, within(1e-14));
  }

  @Test
  void withoutBaselineNothingIsCompared() {
    SyntheticStudy study = new SyntheticStudy(0.1).hit(0, 9, "weight-policy", "clip");
    assertThat(PairedComparison.of(study.rows(), "weight-policy", "none")).isEmpty();
    assertThatThrownBy(() -> comparison(90, 20))
        .hasMessage("of 100 pairs 90 cannot be better and 20 worse");
  }

  private static PairedComparison comparison(long better, long worse) {
    return new PairedComparison("weight-policy", "none", "clip", 0.1, 100, better, worse);
  }
}
