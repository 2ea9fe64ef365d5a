package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Batch;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.TileSize;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.support.Noisy;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.RandomStream;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrialEvent;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Activations that draw random numbers in training. */
class StochasticTrainingTest {

  private static final int LANES = 3;

  /** Two inputs, hidden layers of 3 and 2 that draw, one linear output. */
  private static Task.Fit task(StochasticActivation activation, int rows) {
    RandomStream random = new RandomStream(1);
    double[][] x = new double[rows][2];
    double[][] y = new double[rows][1];
    for (int row = 0; row < rows; row++) {
      Arrays.setAll(x[row], i -> random.nextDouble(-1, 1));
      y[row][0] = random.nextDouble(-1, 1);
    }
    NetworkShape network =
        NetworkShape.dense(List.of(2, 3, 2, 1), true, Arrays.asList(activation, activation, null));
    return new Task.Fit(Dataset.of(x, y), network, Loss.MSE);
  }

  /** What the unit draws, from the definition. */
  private static double draw(
      StochasticActivation activation, long key, int layer, long example, int unit, int units) {
    long stream = RandomStream.key(key, layer);
    long number = example * units + unit;
    if (activation.draw() == StochasticActivation.Draw.UNIFORM) {
      return open(RandomStream.numberOf(stream, number + 1));
    }
    double first = open(RandomStream.numberOf(stream, 2 * number + 1));
    double second = open(RandomStream.numberOf(stream, 2 * number + 2));
    return StrictMath.sqrt(-2 * StrictMath.log(first)) * StrictMath.cos(2 * Math.PI * second);
  }

  private static double open(long bits) {
    return ((bits >>> 12) + 0.5) / (1L << 52);
  }

  private static double lossByHand(
      Task.Fit task, double[] weights, long key, long update, int... rows) {
    double sum = 0;
    for (int place = 0; place < rows.length; place++) {
      double[] signal = {task.data().input(rows[place], 0), task.data().input(rows[place], 1)};
      int next = 0;
      for (int layer = 0; layer < 3; layer++) {
        int units = task.network().layers().get(layer).units();
        double[] out = new double[units];
        for (int unit = 0; unit < units; unit++) {
          for (double in : signal) {
            out[unit] += weights[next++] * in;
          }
        }
        for (int unit = 0; unit < units; unit++) {
          out[unit] += weights[next++];
          if (layer < 2) {
            var activation = (StochasticActivation) task.network().layers().get(layer).activation();
            long example = update * task.data().rows() + place;
            out[unit] =
                activation.value(out[unit], draw(activation, key, layer, example, unit, units));
          }
        }
        signal = out;
      }
      double error = signal[0] - task.data().output(rows[place], 0);
      sum += error * error;
    }
    return sum / rows.length;
  }

  private static void check(StochasticActivation activation, int rows, long update, Batch batch) {
    Task.Fit task = task(activation, rows);
    NetworkObjective objective = new NetworkObjective(task, LANES);
    BlockLayout layout = new BlockLayout(task.parameters(), LANES, 0);
    double[] block = layout.newBlock();
    RandomStream random = new RandomStream(5);
    Arrays.setAll(block, i -> random.nextDouble(-1, 1));
    for (int lane = 0; lane < LANES; lane++) {
      objective.bind(lane, task, 100 + lane, null);
    }
    double[] losses = new double[LANES];
    double[] gradients = layout.newBlock();
    objective.gradients(update, layout, block, LANES, batch, losses, gradients);
    for (int lane = 0; lane < LANES; lane++) {
      int at = lane;
      double[] weights = new double[task.parameters()];
      Arrays.setAll(weights, p -> block[layout.row(p) + at]);
      int[] seen = new int[batch.isAll() ? rows : batch.size()];
      Arrays.setAll(seen, place -> batch.isAll() ? place : batch.example(at, place));
      double loss = lossByHand(task, weights, 100 + lane, update, seen);
      assertThat(losses[lane]).isCloseTo(loss, within(1e-12 * Math.max(1, loss)));
      for (int p = 0; p < weights.length; p++) {
        double weight = weights[p];
        weights[p] = weight + 1e-5;
        double above = lossByHand(task, weights, 100 + lane, update, seen);
        weights[p] = weight - 1e-5;
        double below = lossByHand(task, weights, 100 + lane, update, seen);
        weights[p] = weight;
        assertThat(gradients[layout.row(p) + lane])
            .isCloseTo((above - below) / 2e-5, within(1e-8 * Math.max(1, loss)));
      }
    }
  }

  @Test
  void trainingPassesAreThoseOfTheFormulaWithTheNumbersOfTheirKeys() {
    for (StochasticActivation activation : List.of(Noisy.uniform(), Noisy.normal())) {
      check(activation, 2, 0, Batch.ALL);
      check(activation, 9, 4_000_000_000L, Batch.ALL);
      int tile = TileSize.of(task(activation, 2).network(), Integer.MAX_VALUE, LANES);
      check(activation, tile + tile / 3, 1, Batch.ALL);
    }
  }

  @Test
  void examplesOfABatchDrawByTheirPlaceInIt() {
    int[][] order = {{4, 1, 0, 3, 2, 5}, {5, 4, 3, 2, 1, 0}, null};
    check(Noisy.uniform(), 6, 3, new Batch(order, 2, 3));
    check(Noisy.normal(), 6, 3, new Batch(order, 2, 3));
  }

  @Test
  void drawingAllocatesNothing() {
    Task.Fit task = task(Noisy.normal(), 12);
    NetworkObjective objective = new NetworkObjective(task, 8);
    BlockLayout layout = new BlockLayout(task.parameters(), 8, 0);
    double[] weights = layout.newBlock();
    for (int lane = 0; lane < 8; lane++) {
      objective.bind(lane, task, lane, null);
    }
    double[] losses = new double[8];
    double[] gradients = layout.newBlock();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    int calls = 300;
    for (int call = -calls; call < calls; call++) {
      if (call == 0) {
        before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      }
      objective.gradients(call + calls, layout, weights, 8, Batch.ALL, losses, gradients);
    }
    long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    // One iterator over the operations; no array of the 8 lanes has so few bytes.
    assertThat((after - before) / calls).isLessThan(64);
  }

  @Test
  void lossesAreThoseWithoutDraws() {
    Task.Fit task = task(Noisy.normal(), 7);
    NetworkObjective objective = new NetworkObjective(task, 1);
    objective.bind(0, task, 8, null);
    BlockLayout layout = new BlockLayout(task.parameters(), 1, 0);
    double[] weights = layout.newBlock();
    Arrays.setAll(weights, i -> 0.1 * (i % 5) - 0.2);
    double[] loss = new double[1];
    objective.gradients(3, layout, weights, 1, Batch.ALL, loss, layout.newBlock());
    double trained = loss[0];
    objective.losses(layout, weights, 1, loss);
    double expected = 0;
    for (int row = 0; row < 7; row++) {
      double error =
          NetworkByHand.output(task.network(), weights, task.data(), row)[0]
              - task.data().output(row, 0);
      expected += error * error / 7;
    }
    assertThat(loss[0]).isCloseTo(expected, within(1e-14)).isNotEqualTo(trained);
  }

  @Test
  void drawsAreDistributedAsTheActivationSays() {
    double[] mean = new double[2];
    double[] squares = new double[2];
    int count = 200_000;
    StochasticActivation[] kinds = {Noisy.uniform(), Noisy.normal()};
    for (int i = 0; i < count; i++) {
      for (int kind = 0; kind < 2; kind++) {
        double draw = draw(kinds[kind], 7, 0, i, 0, 1);
        mean[kind] += draw / count;
        squares[kind] += draw * draw / count;
      }
    }
    assertThat(mean[0]).isCloseTo(0.5, within(0.002));
    assertThat(squares[0]).isCloseTo(1 / 3.0, within(0.002));
    assertThat(mean[1]).isCloseTo(0, within(0.007));
    assertThat(squares[1]).isCloseTo(1, within(0.01));
  }

  private static StudyBuilder study(String... activations) {
    return new StudyBuilder()
        .problems(new ProblemSpec.BuiltIn("", component("sin3x", "points", 11.0)))
        .networks(NetworkSpec.dense(List.of(3), false, true))
        .activations(activations)
        .optimizers(component("sgd", "learning-rate", 0.05, 1e200), ComponentSpec.of("sampler"))
        .cadence(Cadence.every(1))
        .budget(Budget.of(41));
  }

  private static Runs runs(StudyBuilder study) {
    return Runs.of(study, Noisy.uniform(), Noisy.normal());
  }

  @Test
  void resultsDoNotDependOnLanesAndThreads() {
    StudyBuilder study =
        study("noisy-uniform", "noisy-normal", "tanh")
            .repeats(5)
            .metrics(Metric.LOSS, Metric.GRADIENT_NORM, Metric.SLOPE_MEAN)
            .targets(0.2, 0.1)
            .stopAtLastTarget()
            .batches(Batches.FULL, new Batches(4, Batches.Order.SHUFFLED));
    Runs runs = runs(study);
    List<TrialEvent> expected = runs.events(1, 1);
    for (int lanes : new int[] {8, 16, 40, 0}) {
      assertThat(runs.events(2, lanes).equals(expected)).as("%d lanes", lanes).isTrue();
    }
  }

  @Test
  void theLossThatCountsIsSeenInAPassOfItsOwnWhichCostsOne() {
    Runs runs = runs(study("noisy-normal").optimizers(ComponentSpec.of("sgd")).repeats(1));
    List<TrialEvent.Measured> measured =
        runs.events(1, 1).stream()
            .filter(TrialEvent.Measured.class::isInstance)
            .map(TrialEvent.Measured.class::cast)
            .filter(each -> each.metric().equals("loss"))
            .toList();
    assertThat(measured)
        .extracting(TrialEvent.Measured::cost)
        .startsWith(1.0, 5.0, 9.0)
        .endsWith(41.0)
        .hasSize(11);
    TrialSetup setup = runs.plan().cells().get(0);
    Task.Fit task = (Task.Fit) setup.task();
    double[] start = new double[setup.weights()];
    setup.startWeights(0, start);
    double loss = 0;
    for (int row = 0; row < task.data().rows(); row++) {
      double error =
          NetworkByHand.output(task.network(), start, task.data(), row)[0]
              - task.data().output(row, 0);
      loss += error * error / task.data().rows();
    }
    assertThat(measured.get(0).value()).isCloseTo(loss, within(1e-14));
  }

  @Test
  void aBudgetThatPaysForNoLookIsRefused() {
    StudyBuilder study =
        study("noisy-normal").optimizers(ComponentSpec.of("sgd")).budget(Budget.of(4.5));
    assertThatThrownBy(() -> runs(study))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining(
            "one update of sgd, with random numbers, and a look at its loss cost 5,"
                + " more than the budget of 4.5");
  }

  @Test
  void aRepeatDrawsTheSameUnderEveryActivationAndOptimizer() {
    StudyPlan plan = runs(study("noisy-uniform", "noisy-normal")).plan();
    for (TrialSetup setup : plan.cells()) {
      assertThat(setup.drawKey(2)).isEqualTo(plan.cells().get(0).drawKey(2));
    }
    assertThat(plan.cells().get(0).drawKey(2)).isNotEqualTo(plan.cells().get(0).drawKey(1));
  }

  @Test
  void layersMayDrawBesideOthersThatDoNot() {
    ActivationSpec mixed =
        new ActivationSpec(List.of(ComponentSpec.of("tanh"), ComponentSpec.of("noisy-uniform")));
    Runs runs =
        runs(
            study()
                .networks(NetworkSpec.dense(List.of(2, 3), false, true))
                .activations(mixed)
                .repeats(4));
    assertThat(runs.events(2, 3)).isEqualTo(runs.events(1, 1));
    assertThat(runs.plan().cells().get(0).pace().looksApart()).isTrue();
  }
}
