package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.network.Recurrent;
import io.sluice.engine.network.RecurrentCell;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RunEstimateTest {

  private static StudyBuilder study(Cadence cadence) {
    return new StudyBuilder().repeats(3).activations("tanh", "relu").cadence(cadence);
  }

  private static long made(Runs runs) {
    return runs.events(1, 0).stream().filter(TrialEvent.Measured.class::isInstance).count();
  }

  @Test
  void measurementsOfTrialsThatUseTheirBudgetAreCountedExactly() {
    for (Cadence cadence :
        new Cadence[] {Cadence.never(), Cadence.every(1), Cadence.every(7), Cadence.perDecade(4)}) {
      for (int steps : new int[] {1, 70, 71}) {
        Runs runs =
            Runs.of(
                study(cadence)
                    .budget(new Budget(steps, Budget.Unit.STEPS, 3))
                    .optimizers(
                        component("sgd", "learning-rate", 0.1), component("sampler", "size", 4.0)));
        assertThat(RunEstimate.of(runs.plan()).measurements())
            .as(cadence + ", " + steps)
            .isEqualTo(made(runs));
      }
    }
  }

  @Test
  void batchesAreLookedAtOnceAnEpoch() {
    double[][] rows = {{0.1}, {0.2}, {0.3}, {0.4}, {0.5}};
    Runs runs =
        Runs.of(
            study(Cadence.every(1))
                .problems(new ProblemSpec.Data("rows", Dataset.of(rows, rows)))
                .batches(new Batches(2, Batches.Order.SHUFFLED))
                .budget(new Budget(60, Budget.Unit.STEPS, 3)));
    long made = made(runs);
    assertThat(RunEstimate.of(runs.plan()).measurements())
        .isGreaterThanOrEqualTo(made)
        .isLessThan(1.2 * made);
  }

  @Test
  void sequencesOfWhichOneExampleFillsMoreThanATileAreCounted() {
    double[][] rows = new double[3][400];
    double[][] targets = new double[3][1];
    double few = blockBytes(rows, targets, 2);
    double many = blockBytes(rows, targets, 40);
    assertThat(few).isLessThan(1e6);
    // 401 steps · 40 units · 20 numbers · 8 lanes · 8 bytes
    assertThat(many).isBetween(1.5e7, 3e7);
  }

  private static double blockBytes(double[][] rows, double[][] targets, int units) {
    LayerSpec layer =
        new LayerSpec(
            units,
            true,
            OptionalDouble.empty(),
            false,
            List.of(Recurrent.plain(RecurrentCell.LSTM, 1)));
    return RunEstimate.of(
            Runs.of(
                    study(Cadence.never())
                        .problems(new ProblemSpec.Data("rows", Dataset.of(rows, targets)))
                        .networks(new NetworkSpec(List.of(layer), LayerSpec.dense(0, true), false))
                        .activations("tanh")
                        .repeats(8))
                .plan())
        .blockBytes();
  }

  @Test
  void whatIsTooMuchIsSaid() {
    Runs few = Runs.of(study(Cadence.every(1000)).budget(new Budget(1e6, Budget.Unit.STEPS, 3)));
    Runs many = Runs.of(study(Cadence.every(1)).budget(new Budget(1e6, Budget.Unit.STEPS, 3)));
    assertThat(RunEstimate.of(few.plan()).isLarge()).isFalse();
    RunEstimate estimate = RunEstimate.of(many.plan());
    assertThat(estimate.isLarge()).isTrue();
    assertThat(estimate.measurements()).isEqualTo(6 * 1_000_001.0 * estimate.series());
    assertThat(estimate.storeBytes()).isGreaterThan(1e8);
    assertThat(estimate.blockBytes()).isPositive().isLessThan(1e5);
  }
}
