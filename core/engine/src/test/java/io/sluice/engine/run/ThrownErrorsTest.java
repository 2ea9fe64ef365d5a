package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Candidates;
import io.sluice.spi.Component;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.Outcome;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a component throws, wherever, its trials fail and the others do not. */
class ThrownErrorsTest {

  /** An exception whose own methods throw. */
  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      throw new IllegalStateException("no words");
    }
  }

  static Stream<Throwable> everythingThatCanBeThrown() {
    return Stream.of(
        new IllegalStateException("plain"),
        new AssertionError("not so"),
        new NoClassDefFoundError("Helper"),
        new StackOverflowError(),
        new OutOfMemoryError("made up"),
        new ThreadDeath(),
        new IOException("sneaked"),
        new InterruptedException("sneaked too"),
        new Throwable("neither\nnor"),
        new Hostile());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static <A> A fail(Throwable thrown) {
    throw ThrownErrorsTest.<RuntimeException>sneak(thrown);
  }

  private record Descent(Supplier<GradientState> state) implements GradientOptimizer {
    @Override
    public String id() {
      return "bad";
    }

    @Override
    public GradientState start(LaneMemory memory) {
      return state.get();
    }
  }

  private record Search(Supplier<PopulationState> state) implements PopulationOptimizer {
    @Override
    public String id() {
      return "bad";
    }

    @Override
    public int populationSize() {
      return 2;
    }

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      return state.get();
    }
  }

  private static PopulationState state(Runnable asked, Runnable told) {
    return new PopulationState() {
      @Override
      public int ask(Candidates candidates) {
        asked.run();
        return 2;
      }

      @Override
      public void tell(double[] losses, int from) {
        told.run();
      }
    };
  }

  /** A component "bad" for each place in which it can throw. */
  private static List<Function<Throwable, Component>> places() {
    return List.of(
        thrown -> new Scalar("bad", x -> fail(thrown), x -> 1),
        thrown -> new Scalar("bad", x -> x, x -> fail(thrown)),
        thrown -> new Descent(() -> fail(thrown)),
        thrown -> new Descent(() -> (step, lanes, weights, gradients) -> fail(thrown)),
        thrown -> new Search(() -> fail(thrown)),
        thrown -> new Search(() -> state(() -> fail(thrown), () -> {})),
        thrown -> new Search(() -> state(() -> {}, () -> fail(thrown))));
  }

  @ParameterizedTest
  @MethodSource("everythingThatCanBeThrown")
  void theGuiltyTrialsFailAndTheRestIsDone(Throwable thrown) {
    for (Function<Throwable, Component> place : places()) {
      Component bad = place.apply(thrown);
      boolean activation = bad instanceof Scalar;
      StudyBuilder study =
          activation
              ? new StudyBuilder().activations("tanh", "bad")
              : new StudyBuilder()
                  .optimizers(component("sgd", "learning-rate", 0.1), ComponentSpec.of("bad"));
      MemoryStore store = new MemoryStore();
      RunSummary summary = Runs.of(study, bad).into(store, 2, 0);
      List<TrialResult> results = store.rows().stream().map(row -> row.result()).toList();
      assertThat(results).hasSize(6);
      assertThat(results.subList(0, 3)).allMatch(row -> row.outcome() == Outcome.COMPLETED);
      assertThat(results.subList(3, 6))
          .allSatisfy(
              row -> {
                assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
                assertThat(row.message())
                    .startsWith(
                        activation
                            ? "activation bad of plugin activations 1.0: "
                            : "optimizer bad of plugin optimizers 1.0: ")
                    .contains(thrown.getClass().getName())
                    .doesNotContain("\n");
              });
      assertThat(summary.failed()).isEqualTo(3);
      assertThat(summary.cancelled()).isFalse();
      assertThat(summary.failures())
          .containsExactly("3 trials failed: " + results.get(3).message());
    }
  }
}
