package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.network.Batch;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Batches.Order;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTrainingTest {

  private static final double[] X = {-1, -0.6, -0.3, 0, 0.2, 0.5, 0.9, 1};
  private static final double[] Y = {0.3, -0.8, 0.5, 0.1, 1, -0.4, 0.7, 2};
  private static final double RATE = 0.25;

  private static ProblemSpec line(int rows) {
    double[][] x = new double[rows][1];
    double[][] y = new double[rows][1];
    for (int row = 0; row < rows; row++) {
      x[row][0] = X[row];
      y[row][0] = Y[row];
    }
    return new ProblemSpec.Data("line", Dataset.of(x, y));
  }

  /** One linear unit, w x + b, on eight rows. */
  private static StudyBuilder study(Batches... batches) {
    return new StudyBuilder()
        .problems(line(8))
        .networks(NetworkSpec.dense(List.of(), false, true))
        .budget(new Budget(19, Budget.Unit.STEPS, 3))
        .batches(batches);
  }

  /** The mean squared error of some rows of the line, and with a rate a step down its slope. */
  private static double step(double[] w, int[] rows, double rate) {
    double loss = 0;
    double slopeW = 0;
    double slopeB = 0;
    for (int row : rows) {
      double error = w[0] * X[row] + w[1] - Y[row];
      loss += error * error / rows.length;
      slopeW += 2 * error * X[row] / rows.length;
      slopeB += 2 * error / rows.length;
    }
    w[0] -= rate * slopeW;
    w[1] -= rate * slopeB;
    return loss;
  }

  private static int[] all() {
    return new int[] {0, 1, 2, 3, 4, 5, 6, 7};
  }

  /** The rows of an epoch, shuffled here anew. */
  private static int[] order(TrialSetup setup, int repeat, long epoch) {
    int[] rows = all();
    if (setup.training().batches().order() != Order.SEQUENTIAL) {
      var random = setup.shuffle(repeat, epoch);
      for (int last = 7; last > 0; last--) {
        int other = random.nextInt(last + 1);
        int row = rows[last];
        rows[last] = rows[other];
        rows[other] = row;
      }
    }
    return rows;
  }

  @Test
  void trainsLikeAPlainLoopOverTheRows() {
    for (Order order : Order.values()) {
      Runs runs = Runs.of(study(new Batches(3, order)).cadence(Cadence.every(1)));
      for (int repeat = 0; repeat < 3; repeat++) {
        TrialSetup setup = runs.plan().cells().get(0);
        double[] w = new double[2];
        setup.startWeights(repeat, w);
        List<Double> looks = new ArrayList<>();
        for (int update = 0; update < 19; update++) {
          if (update % 3 == 0) {
            looks.add(step(w, all(), 0));
          }
          int from = update % 3 * 3;
          int[] rows =
              Arrays.copyOfRange(order(setup, repeat, update / 3), from, Math.min(8, from + 3));
          step(w, rows, RATE);
        }
        looks.add(step(w, all(), 0));
        List<TrialEvent.Measured> measured = measured(runs, repeat);
        assertThat(measured)
            .extracting(TrialEvent.Measured::step)
            .containsExactly(0L, 3L, 6L, 9L, 12L, 15L, 18L, 19L);
        assertThat(measured)
            .extracting(TrialEvent.Measured::cost)
            .containsExactly(1.0, 5.0, 9.0, 13.0, 17.0, 21.0, 25.0, 25 + 3 * 3 / 8.0 + 1);
        for (int look = 0; look < looks.size(); look++) {
          assertThat(measured.get(look).value()).isCloseTo(looks.get(look), within(1e-13));
        }
      }
    }
  }

  private static List<TrialEvent.Measured> measured(Runs runs, int repeat) {
    return runs.laboratory().runTrial(runs.plan(), repeat).stream()
        .filter(TrialEvent.Measured.class::isInstance)
        .map(TrialEvent.Measured.class::cast)
        .filter(measured -> measured.metric().equals("loss"))
        .toList();
  }

  @Test
  void aMeasurementThatFallsBetweenTwoLooksIsMadeAtTheNext() {
    Runs runs = Runs.of(study(new Batches(3, Order.SHUFFLED)).cadence(Cadence.every(4)));
    assertThat(measured(runs, 0))
        .extracting(TrialEvent.Measured::step)
        .containsExactly(0L, 6L, 9L, 12L, 18L, 19L);
  }

  @Test
  void shufflesDifferByEpochAndRepeatAndFixedOnesByRepeatAlone() {
    StudyPlan plan =
        Runs.of(study(new Batches(3, Order.SHUFFLED), new Batches(3, Order.FIXED))).plan();
    TrialSetup shuffled = plan.cells().get(0);
    TrialSetup fixed = plan.cells().get(1);
    assertThat(order(shuffled, 0, 0)).isNotEqualTo(order(shuffled, 0, 1));
    assertThat(order(shuffled, 0, 0)).isNotEqualTo(order(shuffled, 1, 0));
    assertThat(order(fixed, 0, 0)).isEqualTo(order(fixed, 0, 1)).isEqualTo(order(shuffled, 0, 0));
    assertThat(order(fixed, 0, 0)).isNotEqualTo(order(fixed, 1, 0));
  }

  @Test
  void shufflesAreTheSameForEveryActivationAndOptimizer() {
    StudyPlan plan =
        Runs.of(
                study(new Batches(3, Order.SHUFFLED))
                    .activations("tanh", "relu")
                    .optimizers(component("sgd", "learning-rate", 0.1, 0.2)))
            .plan();
    assertThat(plan.cells()).hasSize(4);
    for (TrialSetup setup : plan.cells()) {
      assertThat(order(setup, 2, 5)).isEqualTo(order(plan.cells().get(0), 2, 5));
    }
  }

  @Test
  void everyRowIsTakenOnceAnEpoch() {
    Runs runs = Runs.of(study(new Batches(3, Order.SHUFFLED)).repeats(2));
    BlockRunner runner = new BlockRunner(runs.plan(), new Cancellation(), MeasurementRoom.ofHeap());
    List<TrialRecord> records = runner.records(0, 1);
    BatchOrder order = new BatchOrder(records, runs.plan().cells().get(0).pace());
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Set<Integer>> seen = List.of(new HashSet<>(), new HashSet<>());
      for (int place = 0; place < 3; place++) {
        Batch batch = order.batch(epoch * 3L + place, 2);
        assertThat(batch.size()).isEqualTo(place == 2 ? 2 : 3);
        for (int position = 0; position < batch.size(); position++) {
          seen.get(0).add(batch.example(0, position));
          seen.get(1).add(batch.example(1, position));
        }
      }
      assertThat(seen).allSatisfy(rows -> assertThat(rows).hasSize(8));
    }
  }

  @Test
  void allRowsOfAProblemAreAFullBatch() {
    Runs runs =
        Runs.of(study(Batches.FULL, new Batches(8, Order.SHUFFLED), new Batches(9, Order.FIXED)));
    assertThat(runs.plan().cells()).hasSize(1);
    assertThat(runs.plan().cells().get(0).cell().factor("batches")).isEqualTo("full");
    assertThat(runs.plan().notes())
        .contains("batches of 9 are full batches on line, which has 8 rows to train with");
  }

  @Test
  void rowsKeptForValidationAreInNoBatch() {
    Runs runs = Runs.of(study(new Batches(3, Order.SHUFFLED)).validation(0.25));
    assertThat(runs.plan().cells().get(0).pace().rows()).isEqualTo(6);
    assertThat(runs.results()).allMatch(result -> result.outcome() == Outcome.COMPLETED);
  }

  @Test
  void noBudgetIsOverdrawnAndPlansKnowTheCost() {
    for (double amount : new double[] {4.2, 5, 6, 9.9, 10.5, 40}) {
      Runs runs =
          Runs.of(
              study(new Batches(3, Order.SHUFFLED), Batches.FULL, new Batches(1, Order.FIXED))
                  .budget(Budget.of(amount)));
      List<TrialResult> results = runs.results();
      for (int trial = 0; trial < results.size(); trial++) {
        TrialSetup setup = runs.plan().cells().get(trial / 3);
        assertThat(results.get(trial).cost())
            .isLessThanOrEqualTo(amount)
            .isEqualTo(runs.plan().largestCost(setup));
        assertThat(results.get(trial).steps()).isPositive();
      }
    }
  }

  @Test
  void lossesOfBatchesHitNoTarget() {
    // Each batch of one row can be fitted exactly; all rows together cannot.
    List<TrialResult> results =
        Runs.of(study(new Batches(1, Order.SEQUENTIAL)).targets(0.01)).results();
    assertThat(results).allMatch(result -> result.hitCosts().get(0).isNaN());
    assertThat(results).allMatch(result -> result.bestLoss() > 0.01);
  }

  @Test
  void aHitIsTimedAtTheLookThatSawIt() {
    StudyBuilder study =
        study(new Batches(4, Order.SEQUENTIAL)).targets(1e9, 0.7).stopAtLastTarget().repeats(20);
    for (TrialResult result : Runs.of(study).results()) {
      assertThat(result.hitCosts().get(0)).isEqualTo(1);
      assertThat(result.hitCosts().get(1)).isEqualTo(result.cost()).isIn(1.0, 5.0, 9.0, 13.0, 17.0);
      assertThat(result.steps()).isEqualTo((long) (result.cost() - 1) / 4 * 2);
    }
  }

  @Test
  void aBatchWithoutAFiniteLossEndsTheTrialAtOnce() {
    TrialResult result =
        Runs.of(
                study(new Batches(3, Order.SEQUENTIAL))
                    .repeats(1)
                    .initial(new InitialWeights.Explicit(List.of(1.0, 1.0)))
                    .optimizers(component("sgd", "learning-rate", 1e200)))
            .results()
            .get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(result.steps()).isEqualTo(1);
    assertThat(result.cost()).isEqualTo(1 + 3 * 3 / 8.0 + 3 / 8.0);
    assertThat(result.finalLoss()).isInfinite();
    assertThat(result.bestLoss()).isFinite();
    assertThat(result.bestCost()).isEqualTo(1);
  }

  @Test
  void populationsAndFunctionsHaveNoBatches() {
    Runs runs =
        Runs.of(
            study(new Batches(3, Order.SHUFFLED), new Batches(5, Order.FIXED))
                .problems(line(8), StudyBuilder.builtIn("rosenbrock"))
                .optimizers(ComponentSpec.of("sampler"), ComponentSpec.of("sgd")));
    List<Cell> cells = runs.plan().cells().stream().map(TrialSetup::cell).toList();
    assertThat(cells)
        .extracting(
            c -> c.factor("optimizer") + " on " + c.factor("problem") + ": " + c.factor("batches"))
        .containsExactly(
            "sampler on line: full",
            "sgd on line: 3 shuffled",
            "sgd on line: 5 fixed",
            "sampler on rosenbrock: full",
            "sgd on rosenbrock: full");
  }
}
