package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Sgd;
import io.sluice.engine.support.SharedStore;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortMemoryTest {

  /**
   * Descent for which there is memory for so many lanes only, and for none at a rate above this.
   *
   * @param starts counts the blocks that were begun
   */
  private record Hungry(int lanes, double largestRate, Sgd plain, AtomicInteger starts)
      implements GradientOptimizer {

    @Override
    public String id() {
      return "hungry";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return plain.hyperparameters();
    }

    @Override
    public Hungry with(Map<String, Double> values) {
      return new Hungry(lanes, largestRate, plain.with(values), starts);
    }

    @Override
    public GradientState start(LaneMemory memory) {
      starts.incrementAndGet();
      double[] rates = memory.hyperparameter("learning-rate");
      boolean tooFast = DoubleStream.of(rates).anyMatch(rate -> rate > largestRate);
      if (memory.layout().stride() > lanes || tooFast) {
        throw new OutOfMemoryError("Java heap space");
      }
      return plain.start(memory);
    }
  }

  private static Runs runs(int lanes, double largestRate, AtomicInteger starts) {
    StudyBuilder study =
        new StudyBuilder()
            .repeats(20)
            .activations("tanh")
            .budget(Budget.of(60))
            .cadence(Cadence.every(3))
            .optimizers(component("hungry", "learning-rate", 0.1, 0.5));
    return Runs.of(study, new Hungry(lanes, largestRate, new Sgd(), starts));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 40", "1, 3, 7", "2, 2, 16", "5, 4, 16", "40, 2, 40"})
  void blocksWithTooLittleMemoryAreRunWithFewerLanesAndEndAlike(
      int fitting, int threads, int lanes) {
    List<TrialEvent> whole = runs(40, 1, new AtomicInteger()).events(1, 40);
    assertThat(runs(fitting, 1, new AtomicInteger()).events(threads, lanes)).isEqualTo(whole);
  }

  @Test
  void laterBlocksAreNoLargerThanWhatFitted() {
    AtomicInteger starts = new AtomicInteger();
    runs(5, 1, starts).events(1, 20);
    // Of 20, 10 and 5 lanes, then seven more of 5.
    assertThat(starts).hasValue(10);
  }

  @ParameterizedTest
  @CsvSource({"1, 40", "1, 7", "2, 4", "4, 1"})
  void theRunStopsWhereNotEvenOneTrialFitsAndKeepsTheOthers(int threads, int lanes) {
    Runs runs = runs(40, 0.3, new AtomicInteger());
    MemoryStore store = new MemoryStore();
    assertThatThrownBy(() -> runs.into(store, threads, lanes)).isInstanceOf(OutOfMemoryError.class);
    assertThat(store.openWriters()).isZero();
    assertThat(store.rows()).hasSize(20).allMatch(row -> row.trial().index() < 20);
    assertThat(store.events())
        .isEqualTo(
            runs(40, 1, new AtomicInteger()).events(1, 0).stream()
                .filter(event -> event.trial().index() < 20)
                .toList());
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void nobodyWaitsForWhatAFailedWorkerHadWhereOthersMayShareTheStudy() {
    Runs runs = runs(40, 0.3, new AtomicInteger());
    MemoryStore store = new MemoryStore();
    SharedStore shared = new SharedStore(store);
    assertThatThrownBy(() -> runs.into(shared, 2, 4)).isInstanceOf(OutOfMemoryError.class);
    assertThat(shared.leased()).isZero();
    assertThat(store.rows()).allMatch(row -> row.trial().index() < 20);
  }
}
