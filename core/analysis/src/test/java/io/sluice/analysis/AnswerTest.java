package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import io.sluice.spi.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final double NONE = Double.NaN;
  private static final List<String> ACTIVATIONS = List.of("tanh", "relu", "sin");
  private static final List<String> OPTIMIZERS = List.of("adamm", "adam", "sgd");

  /** Shifts the log cost of a pair, given by places. */
  @FunctionalInterface
  private interface Effect {
    double of(String problem, int activation, int optimizer);
  }

  @Test
  void twoFactorsAreWeighedAndTheBestPairIsNamedOnEachProblem() {
    assertThat(crossed((problem, a, o) -> 0.05 * a + 0.5 * o).answer())
        .isEqualTo(
            "Of the variance of log cost to loss 0.001, the seeds explain 20 % [18, 22]; of what"
                + " was varied, the optimizer 79 % [78, 81] and the activation 0.8 % [0.2, 1.4]. The"
                + " optimizer decides more than the activation, by 78 % [76, 80]. 0.7 % of these"
                + " trials never reached that loss and count with the"
                + " budget. Best pair on inside: tanh with adamm (loss 0.001 reached by 100 %"
                + " [93, 100], median cost 28.5). Best pair on outside: tanh with adamm (loss 0.001"
                + " reached by 100 % [93, 100], median cost 29.2).");
  }

  @Test
  void strongerActivationIsNamedFirst() {
    assertThat(crossed((problem, a, o) -> 0.5 * a + 0.05 * o).answer())
        .contains("of what was varied, the activation 80 % [78, 82] and the optimizer 0.6 %")
        .contains("The activation decides more than the optimizer, by 79 % [77, 81].");
  }

  @Test
  void likeSharesAreNotToldApart() {
    assertThat(crossed((problem, a, o) -> 0.1 * a + 0.1 * o).answer())
        .contains("Whether the optimizer or the activation decides more cannot be told. ");
  }

  @Test
  void strongInteractionIsSaid() {
    assertThat(crossed((problem, a, o) -> a == o ? 0 : 1).answer())
        .contains("of what was varied, the activation × optimizer 84 % [83, 86]")
        .contains(
            "Neither the activation nor the optimizer shows an effect of its own; the activation acts"
                + " more together with others than alone: with the optimizer 84 % [83, 86].");
  }

  @Test
  void problemThatContradictsTheWholeIsNamed() {
    String answer =
        crossed((problem, a, o) -> problem.equals("inside") ? 0.5 * o : 0.2 * a).answer();
    assertThat(answer)
        .contains("the problem × optimizer 27 % [24, 29], the optimizer 25 %")
        .contains("The optimizer decides more than the activation, by ")
        .contains(" On outside the activation decides more. ");
  }

  @Test
  void oneVaryingFactorHasABestLevelAndItsRivals() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 20; repeat++) {
      study
          .hit(repeat, 100 + repeat, "optimizer", "adam")
          .hit(repeat, 101 + repeat, "optimizer", "sgd")
          .hit(repeat, repeat < 3 ? 100 : NONE, "optimizer", "rmsprop");
    }
    assertThat(study.answer())
        .isEqualTo(
            "Of the variance of log cost to loss 0.1, the seeds explain 24 % [0, 49]; of what was"
                + " varied, the optimizer 76 % [51, 100]. 28 % of these trials never reached that loss"
                + " and count with the budget. "
                + "Best optimizer: adam (loss 0.1 reached by 100 % [84, 100], median cost 110).");
  }

  @Test
  void weightPoliciesAreComparedTrialByTrial() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 20; repeat++) {
      study
          .hit(repeat, repeat < 10 ? 100 : NONE, "weight-policy", "none")
          .hit(repeat, repeat > 0 ? 100 : NONE, "weight-policy", "reflect");
    }
    assertThat(study.answer())
        .startsWith("Of the variance of log cost to loss 0.1, the seeds explain 77 % [47, 100]; of")
        .endsWith(
            "Best weight policy: reflect (loss 0.1 reached by 95 % [76, 99.1], median cost 100)."
                + " At loss 0.1 and compared with no weight policy, reflect changed the success of"
                + " 50 % of the paired trials for the better and 5 % for the worse (p = 0.012).");
  }

  @Test
  void combinationNamesItsWeightPolicy() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 8; repeat++) {
      for (String policy : List.of("none", "clip")) {
        study.hit(repeat, 9, "activation", "x", "optimizer", "a", "weight-policy", policy);
        study.hit(repeat, 8, "activation", "y", "optimizer", "b", "weight-policy", policy);
      }
    }
    assertThat(study.answer())
        .contains(
            "Best combination: y with b under clip and y with b without weight policy, tied (loss"
                + " 0.1 reached by 100 % [68, 100], median cost 8). ");
  }

  @Test
  void otherFactorSpeaksWhereNothingElseVaries() {
    SyntheticStudy study = new SyntheticStudy(0.1).planned(400);
    for (int repeat = 0; repeat < 20; repeat++) {
      study
          .hit(repeat, 50, "initial-weights", "uniform 1")
          .hit(repeat, repeat < 2 ? 50 : NONE, "initial-weights", "uniform 10");
    }
    assertThat(study.answer())
        .contains("of what was varied, the initial weights 81 % [55, 100]. 45 % of these trials")
        .endsWith(
            "In 40 trials: loss 0.1 reached by 55 % [40, 69], median cost 50. Best initial weights:"
                + " uniform 1 (loss 0.1 reached by 100 % [84, 100], median cost 50). Only 40 of 400"
                + " trials have finished, so this may change.");
  }

  @Test
  void manyRivalsAreCountedInsteadOfNamed() {
    SyntheticStudy equal = new SyntheticStudy(0.1);
    SyntheticStudy oneBehind = new SyntheticStudy(0.1);
    RandomStream random = new RandomStream(3);
    for (int repeat = 0; repeat < 12; repeat++) {
      for (String optimizer : List.of("a", "b", "c", "d", "e", "f")) {
        double cost = Math.pow(10, 2 + 0.1 * random.nextGaussian());
        equal.hit(repeat, cost, "optimizer", optimizer);
        oneBehind.hit(repeat, cost, "optimizer", optimizer);
      }
      oneBehind.hit(repeat, NONE, "optimizer", "g");
    }
    assertThat(equal.answer())
        .contains(", not clearly ahead of any of the other 5, ")
        .contains(" the next; first in ");
    assertThat(oneBehind.answer()).contains(", not clearly ahead of 5 others, ");
  }

  @Test
  void exactTiesForTheBestAreToldAsTies() {
    assertThat(tied(2, "z").answer())
        .endsWith(
            "Best optimizer: a and b, tied (loss 0.1 reached by 100 % [76, 100], median cost"
                + " 9).");
    assertThat(tied(4, "z").answer())
        .contains("Best optimizer: 4 that are tied, a among them (loss 0.1 reached by 100 %");
    assertThat(tied(2).answer()).contains("Best optimizer: none, as both are tied (");
    assertThat(tied(4).answer()).contains("Best optimizer: none, as all 4 are tied (");
  }

  private static SyntheticStudy tied(int best, String... worse) {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 12; repeat++) {
      for (String optimizer : List.of("a", "b", "c", "d").subList(0, best)) {
        study.hit(repeat, 9, "optimizer", optimizer);
      }
      for (String optimizer : worse) {
        study.hit(repeat, 90, "optimizer", optimizer);
      }
    }
    return study;
  }

  @Test
  void nothingReachedIsSaidAndLossesAreCompared() {
    SyntheticStudy study = new SyntheticStudy(0.01, 0.1);
    for (int repeat = 0; repeat < 8; repeat++) {
      study.miss(repeat, 0.5, "activation", "x").miss(repeat, 0.25, "activation", "y");
    }
    assertThat(study.answer())
        .isEqualTo(
            "No trial reached any target, not even loss 0.1. Of the variance of the rank of the final"
                + " loss, the seeds explain 0 % [0, 0]; of what was varied, the activation 100 %"
                + " [100, 100]. With 8 repeats these intervals are rough; 10 or more tell better."
                + " Best activation: y (loss 0.01 never"
                + " reached, median best loss 0.25 [0.25, 0.25]).");
  }

  @Test
  void divergenceAndFailureOfAllIsSaid() {
    SyntheticStudy diverged = new SyntheticStudy(0.1);
    SyntheticStudy failed = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 3; repeat++) {
      diverged.trial(repeat, Outcome.DIVERGED, 9, 7, List.of(NONE));
      failed.trial(repeat, Outcome.FAILED, 0, NONE, List.of(NONE));
    }
    assertThat(diverged.answer())
        .isEqualTo("All 3 trials diverged, so none can be called the best.");
    assertThat(failed.answer()).isEqualTo("All 3 trials failed, so nothing can be said.");
  }

  @Test
  void emptyStudyAndSingleTrialAndStudyWithoutTargetsAreAnswered() {
    assertThat(new SyntheticStudy(0.1).answer()).isEqualTo("No trial has finished yet.");
    assertThat(new SyntheticStudy(0.1).hit(0, 20).answer())
        .isEqualTo("In one trial: loss 0.1 reached by 100 % [21, 100], median cost 20.");
    assertThat(
            new SyntheticStudy()
                .miss(0, 0.5, "optimizer", "a")
                .miss(0, 0.2, "optimizer", "b")
                .answer())
        .isEqualTo(
            "Of the variance of the rank of the final loss, of what was varied, the optimizer 100 %."
                + " One repeat does not tell chance from effect."
                + " Best optimizer: b (median best loss 0.2), not clearly ahead of a.");
  }

  private static SyntheticStudy crossed(Effect effect) {
    SyntheticStudy study = new SyntheticStudy(0.001);
    RandomStream random = new RandomStream(11);
    for (int repeat = 0; repeat < 50; repeat++) {
      for (String problem : List.of("inside", "outside")) {
        for (int a = 0; a < 3; a++) {
          for (int o = 0; o < 3; o++) {
            double log = 1.5 + effect.of(problem, a, o) + 0.2 * random.nextGaussian();
            double cost = Math.pow(10, log);
            study.hit(
                repeat,
                cost < SyntheticStudy.BUDGET ? cost : NONE,
                "problem",
                problem,
                "activation",
                ACTIVATIONS.get(a),
                "optimizer",
                OPTIMIZERS.get(o));
          }
        }
      }
    }
    return study;
  }

  @Test
  void waysOfTrainingThatVaryAreContendersAndComparedInPairs() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 20; repeat++) {
      study
          .hit(repeat, repeat < 10 ? 100 : NONE, "batches", "full")
          .hit(repeat, repeat > 0 ? 100 : NONE, "batches", "8 shuffled");
    }
    assertThat(study.report().rankings().get(0).factors())
        .containsExactly("activation", "optimizer", "weight-policy", "batches");
    assertThat(study.answer())
        .contains("Best batches: 8 shuffled (loss 0.1 reached by 95 %")
        .contains(
            "At loss 0.1 and compared with batches full, 8 shuffled changed the success of 50 % of"
                + " the paired trials for the better and 5 % for the worse");
  }

  @Test
  void waysOfTrainingAreNamedBesideTheRest() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 20; repeat++) {
      study
          .hit(repeat, 9, "optimizer", "a", "schedule", "cosine")
          .hit(repeat, NONE, "optimizer", "b", "schedule", "linear");
    }
    assertThat(study.answer()).contains("Best combination: a, schedule cosine (");
  }

  @Test
  void theLargestSourceIsNamedFirstAndItsConditionsAreTold() {
    SyntheticStudy study = new SyntheticStudy(0.001);
    RandomStream random = new RandomStream(5);
    for (int repeat = 0; repeat < 20; repeat++) {
      for (String range : List.of("uniform 1", "uniform 10")) {
        for (int a = 0; a < 3; a++) {
          for (int o = 0; o < 2; o++) {
            boolean wide = range.equals("uniform 10");
            double log = 1 + (wide ? 0.8 + 0.3 * a : 0) + 0.2 * o + 0.1 * random.nextGaussian();
            study.hit(
                repeat,
                Math.pow(10, log),
                "initial-weights",
                range,
                "activation",
                ACTIVATIONS.get(a),
                "optimizer",
                OPTIMIZERS.get(o));
          }
        }
      }
    }
    assertThat(study.answer())
        .containsSubsequence("of what was varied, the initial weights 8", "the activation")
        .contains("It depends on the initial weights: under uniform 1 the activation explains 0")
        .contains("; under uniform 10 the activation explains 7");
  }

  @Test
  void chanceAloneIsNotTakenForAnEffect() {
    int claimed = 0;
    int ahead = 0;
    int flipped = 0;
    for (int seed = 0; seed < 100; seed++) {
      SyntheticStudy study = new SyntheticStudy(0.001);
      RandomStream random = new RandomStream(1000 + seed);
      for (int repeat = 0; repeat < 10; repeat++) {
        for (int a = 0; a < 19; a++) {
          for (int o = 0; o < 3; o++) {
            double cost = Math.pow(10, 2 + 0.3 * random.nextGaussian());
            study.hit(repeat, cost, "activation", "a" + a, "optimizer", "o" + o);
          }
        }
      }
      String answer = study.answer();
      claimed += answer.contains(" decides more than the ") ? 1 : 0;
      ahead += answer.contains(", not clearly ahead of any of the other 56, ") ? 0 : 1;
      flipped += answer.contains(" depends on the budget: ") ? 1 : 0;
    }
    assertThat(ahead).as("winners said to be ahead of any other").isLessThanOrEqualTo(9);
    assertThat(flipped).as("orders said to flip").isLessThanOrEqualTo(1);
    assertThat(claimed).as("verdicts in 100 studies without effects").isLessThanOrEqualTo(6);
  }

  @Test
  void fewRepeatsAreSaidToBeFew() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 5; repeat++) {
      study.hit(repeat, 9 + repeat, "optimizer", "a").hit(repeat, 90 + repeat, "optimizer", "b");
    }
    assertThat(study.answer()).contains("With 5 repeats these intervals are rough");
  }

  @Test
  void learningRatesDoNotPassForOptimizers() {
    SyntheticStudy study = new SyntheticStudy(0.001);
    RandomStream random = new RandomStream(6);
    for (int repeat = 0; repeat < 10; repeat++) {
      for (String activation : ACTIVATIONS) {
        for (String optimizer : List.of("adam", "sgd")) {
          for (double rate : new double[] {0.01, 0.1, 1}) {
            study.hit(
                repeat,
                Math.pow(10, 2 - 0.5 * Math.log10(rate) + 0.1 * random.nextGaussian()),
                "activation",
                activation,
                "optimizer",
                optimizer + "(learning-rate=" + rate + ")");
          }
        }
      }
    }
    assertThat(study.answer())
        .contains("of the optimizer 9")
        .contains("Neither the activation nor the optimizer shows an effect of its own.");
  }
}
