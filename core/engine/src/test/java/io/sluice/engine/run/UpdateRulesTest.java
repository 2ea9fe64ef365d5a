package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateRulesTest {

  /** One weight w from 1.5, loss (w − 0.5)², slope 2 (w − 0.5). */
  private static StudyBuilder one() {
    return new StudyBuilder()
        .repeats(1)
        .networks(NetworkSpec.dense(List.of(), true, false))
        .activations("identity")
        .initial(new InitialWeights.Explicit(List.of(1.5)))
        .budget(new Budget(4, Budget.Unit.STEPS, 3))
        .cadence(Cadence.every(1));
  }

  /** The weights that the losses show, as long as they are above 0.5. */
  private static List<Double> weights(StudyBuilder study) {
    List<Double> weights = new ArrayList<>();
    for (TrialEvent event : Runs.of(study).events(1, 0)) {
      if (event instanceof TrialEvent.Measured
          && ((TrialEvent.Measured) event).metric().equals("loss")) {
        weights.add(0.5 + Math.sqrt(((TrialEvent.Measured) event).value()));
      }
    }
    return weights;
  }

  @Test
  void aScheduleMultipliesTheUpdates() {
    assertThat(weights(one().schedules(schedule("exponential", "gamma", 0.5))))
        .containsExactly(
            1.5, 0.5 + 0.5, 0.5 + 0.5 * 0.75, 0.5 + 0.375 * 0.875, 0.5 + 0.328125 * 0.9375);
  }

  @Test
  void aScheduleIsAsGoodAsAnotherRate() {
    List<Double> halved = weights(one().optimizers(component("sgd", "learning-rate", 0.125)));
    Schedule half = schedule("step", "every", 1e12);
    assertThat(weights(one().optimizers(component("sgd", "learning-rate", 0.125)).schedules(half)))
        .isEqualTo(halved);
    List<Double> warm = weights(one().schedules(schedule("constant", "warm-up", 2)));
    assertThat(warm.subList(0, 2)).isEqualTo(halved.subList(0, 2));
    assertThat(warm.get(2)).isEqualTo(0.5 + (warm.get(1) - 0.5) / 2);
  }

  @Test
  void schedulesReachTheirEndWhereTheBudgetEnds() {
    // s(t) = 1 − t / 4: the distance keeps 1/2, 5/8, 3/4, 7/8 of itself.
    assertThat(weights(one().schedules(schedule("linear", "alpha", 0))))
        .containsExactly(1.5, 0.5 + 1 / 2.0, 0.5 + 5 / 16.0, 0.5 + 15 / 64.0, 0.5 + 105 / 512.0);
  }

  @Test
  void gradientsAreClippedBeforeTheOptimizerGetsThem() {
    // The slope 2 becomes 0.4 until it is below that, which is at a distance of 0.2.
    for (Clipping.Kind kind : List.of(Clipping.Kind.NORM, Clipping.Kind.VALUE)) {
      List<Double> weights = weights(one().clipping(new Clipping(kind, 0.4)));
      double[] expected = {1.5, 1.4, 1.3, 1.2, 1.1};
      for (int step = 0; step < 5; step++) {
        assertThat(weights.get(step)).isCloseTo(expected[step], within(1e-15));
      }
      assertThat(weights(one().clipping(new Clipping(kind, 2)))).isEqualTo(weights(one()));
    }
  }

  @Test
  void l2AddsToTheSlopeAndTheLossIsReportedWithoutIt() {
    // g = 2 (w − 0.5) + 0.5 w; from 1.5: w = 1.5 − 0.25 · 2.75 = 0.8125.
    List<Double> weights = weights(one().weightDecay(l2(0.5)));
    assertThat(weights.get(0)).isEqualTo(1.5);
    assertThat(weights.get(1)).isEqualTo(0.8125);
    assertThat(weights.get(2)).isCloseTo(0.8125 - 0.25 * (0.625 + 0.40625), within(1e-15));
  }

  @Test
  void l2IsPartOfWhatIsClipped() {
    // The slope 2 + 0.5 · 1.5 is clipped to 1, not the 2 alone.
    Clipping clipping = new Clipping(Clipping.Kind.NORM, 1);
    assertThat(weights(one().weightDecay(l2(0.5)).clipping(clipping)).get(1)).isEqualTo(1.25);
  }

  @Test
  void decoupledDecayShrinksTheWeightBesideTheUpdate() {
    // w = 1.5 − 0.25 · 2 − 0.1 · 1.5, whatever the clipping; halved by a warm-up.
    WeightDecay decay = new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.1);
    assertThat(weights(one().weightDecay(decay)).get(1)).isCloseTo(0.85, within(1e-15));
    Schedule warm = schedule("constant", "warm-up", 2);
    assertThat(weights(one().weightDecay(decay).schedules(warm)).get(1))
        .isCloseTo(1.5 - 0.325, within(1e-15));
    Clipping clipping = new Clipping(Clipping.Kind.VALUE, 1);
    assertThat(weights(one().weightDecay(decay).clipping(clipping)).get(1))
        .isCloseTo(1.5 - 0.25 - 0.15, within(1e-15));
  }

  @Test
  void bothDecaysAreOneForPlainDescent() {
    // η λ of the decoupled one against λ of the other.
    List<Double> coupled = weights(one().weightDecay(l2(0.4)));
    List<Double> decoupled =
        weights(one().weightDecay(new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.25 * 0.4)));
    for (int step = 0; step < 5; step++) {
      assertThat(decoupled.get(step)).isCloseTo(coupled.get(step), within(1e-15));
    }
  }

  private static WeightDecay l2(double rate) {
    return new WeightDecay(WeightDecay.Kind.L2, rate);
  }

  /** Three weights in two lanes, each with a limit of its own. */
  private static double[][] clipped(Clipping.Kind kind, double[]... lanes) {
    StudyBuilder study =
        new StudyBuilder()
            .repeats(1)
            .networks(NetworkSpec.dense(List.of(1), true, false))
            .clipping(new Clipping(kind, 1), new Clipping(kind, 6.5));
    Runs runs = Runs.of(study);
    BlockRunner runner = new BlockRunner(runs.plan(), new Cancellation(), MeasurementRoom.ofHeap());
    List<TrialRecord> records = runner.records(0, 1);
    BlockMemory memory = new BlockMemory(3, records.stream().map(TrialRecord::setup).toList());
    BlockLayout layout = memory.layout();
    double[] block = layout.newBlock();
    for (int p = 0; p < 3; p++) {
      block[layout.row(p)] = lanes[0][p];
      block[layout.row(p) + 1] = lanes[1][p];
    }
    new UpdateRules(memory, records, 10).before(2, layout.newBlock(), block);
    double[][] clipped = new double[2][3];
    for (int p = 0; p < 3; p++) {
      clipped[0][p] = block[layout.row(p)];
      clipped[1][p] = block[layout.row(p) + 1];
    }
    return clipped;
  }

  @Test
  void normsAreOfAllWeightsTogetherAndLimitsOfEachLane() {
    double[][] clipped =
        clipped(Clipping.Kind.NORM, new double[] {2, -3, 6}, new double[] {2, -3, 6});
    assertThat(clipped[0])
        .containsExactly(new double[] {2 / 7.0, -3 / 7.0, 6 / 7.0}, within(1e-15));
    double share = 6.5 / 7;
    assertThat(clipped[1])
        .containsExactly(new double[] {2 * share, -3 * share, 6 * share}, within(1e-15));
    double[] small = {0.1, 0.2, -0.3};
    assertThat(clipped(Clipping.Kind.NORM, small, small))
        .isDeepEqualTo(new double[][] {small, small});
  }

  @Test
  void valuesAreClippedOneByOne() {
    double[][] clipped =
        clipped(Clipping.Kind.VALUE, new double[] {2, -3, 0.5}, new double[] {2, -7, Double.NaN});
    assertThat(clipped[0]).containsExactly(1, -1, 0.5);
    assertThat(clipped[1]).containsExactly(2, -6.5, Double.NaN);
  }

  @Test
  void hugeGradientsAreClippedAndInfiniteOnesAreLeftToDiverge() {
    double[][] clipped =
        clipped(
            Clipping.Kind.NORM,
            new double[] {3e200, 0, -4e200},
            new double[] {1, Double.POSITIVE_INFINITY, 0});
    assertThat(clipped[0]).containsExactly(new double[] {0.6, 0, -0.8}, within(1e-15));
    assertThat(clipped[1]).containsExactly(1, Double.POSITIVE_INFINITY, 0);
  }

  @Test
  void aLossAboveTheLimitIsADivergence() {
    // The distance is multiplied by −2 in every update, so the losses are 1, 4, 16, 64.
    StudyBuilder growing = one().optimizers(component("sgd", "learning-rate", 1.5));
    TrialResult result = Runs.of(growing.divergence(16)).results().get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(result.steps()).isEqualTo(3);
    assertThat(result.cost()).isEqualTo(10);
    assertThat(result.finalLoss()).isEqualTo(64);
    assertThat(Runs.of(growing.divergence(1e6)).results().get(0).outcome())
        .isEqualTo(Outcome.COMPLETED);
    assertThat(Runs.of(growing.divergence(0.5)).results().get(0).steps()).isZero();
  }

  @Test
  void populationsAreTrainedByNoneOfIt() {
    StudyBuilder plain =
        new StudyBuilder().optimizers(ComponentSpec.of("sampler"), ComponentSpec.of("sgd"));
    Runs runs =
        Runs.of(
            plain
                .divergence(1e-9)
                .schedules(schedule("cosine", "alpha", 0), schedule("cosine", "alpha", 0.5))
                .clipping(new Clipping(Clipping.Kind.NORM, 1))
                .weightDecay(l2(0.1)));
    assertThat(runs.plan().cells())
        .extracting(setup -> setup.cell().factors().values().stream().skip(9).toList())
        .containsExactly(
            List.of("constant", "none", "none"),
            List.of("cosine", "norm(1)", "l2(0.1 matrices)"),
            List.of("cosine(alpha=0.5)", "norm(1)", "l2(0.1 matrices)"));
    assertThat(runs.results().subList(0, 3))
        .allMatch(result -> result.outcome() == Outcome.COMPLETED);
  }
}
