package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Outcome;
import io.sluice.spi.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class VarianceSharesTest {

  private static final double NONE = Double.NaN;

  @Test
  void sharesOfASmallTableAreAsByHand() {
    // log10 costs 1.5 ± 0.5, shifted by 1 for optimizer v: SS 0 : 2 : 0 : 2.
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (String activation : List.of("x", "y")) {
      for (int repeat = 0; repeat < 2; repeat++) {
        study
            .hit(repeat, Math.pow(10, 1 + repeat), "activation", activation, "optimizer", "u")
            .hit(repeat, Math.pow(10, 2 + repeat), "activation", activation, "optimizer", "v");
      }
    }
    VarianceShares shares = VarianceShares.of(study.rows()).get(0);
    assertThat(shares.activation().value()).isCloseTo(0, within(1e-12));
    assertThat(shares.optimizer().value()).isCloseTo(0.5, within(1e-12));
    assertThat(shares.interaction().value()).isCloseTo(0, within(1e-12));
    assertThat(shares.within().value()).isCloseTo(0.5, within(1e-12));
    assertThat(shares.lead().value()).isCloseTo(0.5, within(1e-12));
    assertThat(shares.censored()).isEqualTo(new Share(0, 8));
    assertThat(shares.problem()).isEqualTo("one");
  }

  @Test
  void meansOfOtherFactorsAreTakenOut() {
    SyntheticStudy near = new SyntheticStudy(0.1);
    SyntheticStudy far = new SyntheticStudy(0.1);
    for (String problem : List.of("p", "q")) {
      fill(near, 0, "problem", problem);
      fill(far, problem.equals("q") ? 2 : 0, "problem", problem);
    }
    VarianceShares together = VarianceShares.of(near.rows()).get(0);
    VarianceShares apart = VarianceShares.of(far.rows()).get(0);
    assertThat(together.overall()).isTrue();
    assertThat(apart.optimizer().value()).isCloseTo(together.optimizer().value(), within(1e-12));
    assertThat(apart.within().value()).isCloseTo(together.within().value(), within(1e-12));
    assertThat(apart.optimizer().lower()).isCloseTo(together.optimizer().lower(), within(1e-9));
  }

  @Test
  void factorThatNotEveryOptimizerMetTakesNothingAlong() {
    // Optimizer v has its own level of the initial weights, as a population has.
    SyntheticStudy plain = new SyntheticStudy(0.1);
    SyntheticStudy nested = new SyntheticStudy(0.1);
    fill(plain, 0);
    RandomStream random = new RandomStream(3);
    for (int repeat = 0; repeat < 30; repeat++) {
      for (String activation : List.of("x", "y")) {
        for (String optimizer : List.of("u", "v")) {
          double cost = cost(random, activation, optimizer, 0);
          nested.hit(
              repeat,
              cost,
              "activation",
              activation,
              "optimizer",
              optimizer,
              "initial-weights",
              optimizer.equals("v") ? "box" : "uniform 1");
        }
      }
    }
    assertThat(VarianceShares.of(nested.rows())).isEqualTo(VarianceShares.of(plain.rows()));
  }

  @Test
  void intervalsHoldTheEstimatesAndNarrowWithTheRepeats() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    fill(study, 0);
    VarianceShares shares = VarianceShares.of(study.rows()).get(0);
    for (Estimate share :
        List.of(shares.activation(), shares.optimizer(), shares.interaction(), shares.within())) {
      assertThat(share.value()).isBetween(share.lower(), share.upper());
      assertThat(share.lower()).isBetween(0.0, 1.0);
      assertThat(share.upper() - share.lower()).isBetween(1e-4, 0.35);
    }
    assertThat(shares.lead().lower()).isPositive();
    assertThat(VarianceShares.of(study.rows()).get(0)).isEqualTo(shares);
  }

  @Test
  void oneRepeatHasNoInterval() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    int cost = 1;
    for (String activation : List.of("x", "y")) {
      for (String optimizer : List.of("u", "v")) {
        study.hit(0, cost *= 10, "activation", activation, "optimizer", optimizer);
      }
    }
    VarianceShares shares = VarianceShares.of(study.rows()).get(0);
    assertThat(shares.activation().value()).isCloseTo(0.8, within(1e-12));
    assertThat(shares.optimizer().value()).isCloseTo(0.2, within(1e-12));
    assertThat(shares.optimizer().hasInterval()).isFalse();
  }

  @Test
  void earlyDivergenceCountsWithTheBudget() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 3; repeat++) {
      for (String activation : List.of("x", "y")) {
        study.hit(repeat, 10, "activation", activation, "optimizer", "u");
        study.trial(
            repeat,
            Outcome.DIVERGED,
            2,
            5,
            List.of(NONE),
            "activation",
            activation,
            "optimizer",
            "v");
      }
    }
    TwoWayVariance analysis = new CostTable(study.rows(), 0).analysis(0, false);
    // log10 of 10 and of the budget of 1000 differ by 2, six values each.
    assertThat(analysis.second().sumOfSquares()).isCloseTo(12, within(1e-12));
    assertThat(VarianceShares.of(study.rows()).get(0).censored()).isEqualTo(new Share(6, 12));
  }

  @Test
  void problemsWithoutBothFactorsAreLeftOutAndSoIsWhatDoesNotVary() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    fill(study, 0, "problem", "p");
    study.hit(0, 5, "problem", "f", "activation", "-", "optimizer", "u");
    study.hit(0, 50, "problem", "f", "activation", "-", "optimizer", "v");
    assertThat(VarianceShares.of(study.rows()))
        .extracting(VarianceShares::problem)
        .containsExactly("p");
    SyntheticStudy equal = new SyntheticStudy(0.1);
    for (String activation : List.of("x", "y")) {
      for (String optimizer : List.of("u", "v")) {
        for (int repeat = 0; repeat < 7; repeat++) {
          equal.hit(repeat, 7, "activation", activation, "optimizer", optimizer);
        }
      }
    }
    assertThat(VarianceShares.of(equal.rows())).isEmpty();
  }

  private static void fill(SyntheticStudy study, double shift, String... more) {
    RandomStream random = new RandomStream(3);
    for (int repeat = 0; repeat < 30; repeat++) {
      for (String activation : List.of("x", "y")) {
        for (String optimizer : List.of("u", "v")) {
          String[] factors = new String[4 + more.length];
          System.arraycopy(more, 0, factors, 4, more.length);
          factors[0] = "activation";
          factors[1] = activation;
          factors[2] = "optimizer";
          factors[3] = optimizer;
          study.hit(repeat, cost(random, activation, optimizer, shift), factors);
        }
      }
    }
  }

  private static double cost(
      RandomStream random, String activation, String optimizer, double shift) {
    double effect = (activation.equals("y") ? 0.2 : 0) + (optimizer.equals("v") ? 0.6 : 0);
    return Math.pow(10, 2 + shift + effect + 0.3 * random.nextGaussian());
  }
}
