package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {

  /**
   * One weight w from 1.5, loss (w − 0.5)², sgd at rate 0.25: the distance halves in every update,
   * so the losses are exactly 1, 1/4, 1/16, ….
   */
  private static StudyBuilder halving() {
    return new StudyBuilder()
        .repeats(1)
        .networks(NetworkSpec.dense(List.of(), true, false))
        .activations("identity")
        .initial(new InitialWeights.Explicit(List.of(1.5)));
  }

  private static TrialResult result(StudyBuilder study, Component... further) {
    List<TrialResult> results = Runs.of(study, further).results();
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  private static List<TrialEvent.Measured> measured(StudyBuilder study, Component... further) {
    return Runs.of(study, further).events(1, 0).stream()
        .filter(TrialEvent.Measured.class::isInstance)
        .map(TrialEvent.Measured.class::cast)
        .toList();
  }

  private static String text(List<TrialEvent.Measured> measured) {
    StringBuilder text = new StringBuilder();
    for (TrialEvent.Measured m : measured) {
      text.append(m.step()).append('@').append(m.cost()).append(' ').append(m.metric());
      text.append('=').append(m.value()).append('\n');
    }
    return text.toString();
  }

  @Test
  void lossesHalveTwiceAStepUntilTheBudgetIsSpent() {
    TrialResult result = result(halving().budget(Budget.of(12)));
    assertThat(result)
        .isEqualTo(
            new TrialResult(Outcome.COMPLETED, 3, 10, 1, 1 / 64.0, 1 / 64.0, 10, List.of(), ""));
  }

  @Test
  void firstHitsCostWhatWasSpentWhenTheLossWasSeen() {
    TrialResult result = result(halving().targets(2.0, 0.25, 0.1, 0.07, 1e-300));
    assertThat(result.hitCosts()).containsExactly(1.0, 4.0, 7.0, 7.0, Double.NaN);
    assertThat(result.steps()).isEqualTo(20);
    assertThat(result.cost()).isEqualTo(61);
  }

  @Test
  void trialsStopAtTheirLastTargetIfTold() {
    TrialResult result = result(halving().targets(0.25, 0.1).stopAtLastTarget());
    assertThat(result)
        .isEqualTo(
            new TrialResult(
                Outcome.COMPLETED, 2, 7, 1, 1 / 16.0, 1 / 16.0, 7, List.of(4.0, 7.0), ""));
    assertThat(result(halving().targets(0.25, 0.1)).steps()).isEqualTo(20);
  }

  @Test
  void noBudgetIsOverdrawn() {
    StudyBuilder study =
        new StudyBuilder()
            .problems(builtIn("xor"))
            .activations("tanh", "relu")
            .targets(0.9, 0.5, 0.1)
            .optimizers(
                component("sgd", "learning-rate", 0.1, 1e200),
                component("sampler", "size", 1.0, 4.0, 7.0));
    for (double amount : new double[] {7, 9, 9.5, 10, 11, 29}) {
      for (TrialResult result : Runs.of(study.budget(Budget.of(amount))).results()) {
        assertThat(result.cost()).isLessThanOrEqualTo(amount);
        assertThat(result.bestCost()).isBetween(1.0, result.cost());
        assertThat(result.hitCosts())
            .filteredOn(cost -> !cost.isNaN())
            .isSorted()
            .allMatch(cost -> cost <= result.bestCost());
      }
    }
  }

  @Test
  void stepsAndEvaluationsAreSpentExactly() {
    StudyBuilder study = halving().budget(new Budget(5, Budget.Unit.STEPS, 2));
    assertThat(result(study).steps()).isEqualTo(5);
    assertThat(result(study).cost()).isEqualTo(5 * 2 + 1);
    TrialResult evaluations = result(halving().budget(new Budget(5, Budget.Unit.EVALUATIONS, 3)));
    assertThat(evaluations.steps()).isEqualTo(4);
    assertThat(evaluations.finalLoss()).isEqualTo(1 / 256.0);
  }

  @Test
  void measurementsComeAtTheCadenceAndAtBothEnds() {
    assertThat(text(measured(halving().budget(Budget.of(10)).cadence(Cadence.every(2)))))
        .isEqualTo(
            "0@1.0 loss=1.0\n0@1.0 best-loss=1.0\n"
                + "2@7.0 loss=0.0625\n2@7.0 best-loss=0.0625\n"
                + "3@10.0 loss=0.015625\n3@10.0 best-loss=0.015625\n");
    assertThat(measured(halving())).isEmpty();
  }

  @Test
  void lastStepIsMeasuredOnceWhereverTheTrialEnds() {
    StudyBuilder study = halving().budget(Budget.of(10));
    assertThat(measured(study.cadence(Cadence.every(3))))
        .extracting(TrialEvent.Measured::step)
        .containsExactly(0L, 0L, 3L, 3L);
    StudyBuilder stopping = halving().targets(0.1).stopAtLastTarget();
    assertThat(measured(stopping.cadence(Cadence.every(10))))
        .extracting(TrialEvent.Measured::step)
        .containsExactly(0L, 0L, 2L, 2L);
    StudyBuilder population =
        halving()
            .initial(new InitialWeights.Uniform(List.of(1.0)))
            .budget(Budget.of(22))
            .optimizers(component("sampler", "size", 4.0));
    assertThat(measured(population.cadence(Cadence.every(2))))
        .extracting(TrialEvent.Measured::step)
        .containsExactly(2L, 2L, 4L, 4L, 5L, 5L);
  }

  @Test
  void costsOfAPopulationCountItsCandidates() {
    StudyBuilder study =
        halving()
            .initial(new InitialWeights.Uniform(List.of(1.0)))
            .budget(Budget.of(23))
            .optimizers(component("sampler", "size", 4.0))
            .cadence(Cadence.every(1));
    assertThat(measured(study))
        .filteredOn(m -> m.metric().equals("loss"))
        .extracting(TrialEvent.Measured::cost)
        .containsExactly(4.0, 8.0, 11.0, 15.0, 19.0, 22.0);
  }

  @Test
  void lossesThatOverflowAreADivergence() {
    TrialResult result =
        result(halving().optimizers(component("sgd", "learning-rate", 1e200)).targets(1.0, 0.5));
    assertThat(result.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(result.steps()).isEqualTo(1);
    assertThat(result.cost()).isEqualTo(4);
    assertThat(result.initialLoss()).isEqualTo(1);
    assertThat(result.finalLoss()).isInfinite();
    assertThat(result.bestLoss()).isEqualTo(1);
    assertThat(result.hitCosts()).containsExactly(1.0, Double.NaN);
    assertThat(result.message()).isEmpty();
  }

  @Test
  void weightsThatOverflowUnderAFiniteLossAreADivergence() {
    Activation sign = new Scalar("sign", Math::signum, x -> 1e308);
    TrialResult result =
        result(
            halving()
                .budget(Budget.of(4))
                .problems(example("one", 1, -0.5))
                .activations("sign")
                .optimizers(component("sgd", "learning-rate", 1e10)),
            sign);
    assertThat(result.finalLoss()).isFinite();
    assertThat(result.outcome()).isEqualTo(Outcome.DIVERGED);
  }

  @Test
  void populationsThatSeeNoFiniteLossDiverge() {
    Activation nothing = new Scalar("nothing", x -> Double.NaN, x -> 0);
    TrialResult result =
        result(
            halving()
                .initial(new InitialWeights.Uniform(List.of(1.0)))
                .activations("nothing")
                .targets(1.0)
                .optimizers(ComponentSpec.of("sampler")),
            nothing);
    assertThat(result.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(result.bestLoss()).isInfinite();
    assertThat(result.hitCosts()).containsExactly(Double.NaN);
  }
}
