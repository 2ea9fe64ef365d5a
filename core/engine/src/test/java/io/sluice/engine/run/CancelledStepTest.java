package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step of a large network takes long; a run that is stopped does not wait for its end. */
class CancelledStepTest {

  /** The identity, which stops the run in one of its calls for a block. */
  private record Stopping(AtomicInteger calls, int last, Cancellation cancellation)
      implements Activation {
    @Override
    public String id() {
      return "stopping";
    }

    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double slope(double x) {
      return 1;
    }

    @Override
    public void values(double[] x, double[] y, int from, int to) {
      if (calls.incrementAndGet() == last) {
        cancellation.cancel();
      }
      Activation.super.values(x, y, from, to);
    }

    @Override
    public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
      if (calls.incrementAndGet() == last) {
        cancellation.cancel();
      }
      Activation.super.valuesAndSlopes(x, y, slope, from, to);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,sgd", "2,sgd", "3,sgd", "4,sgd", "7,sgd", "1,sampler", "2,sampler", "5,sampler"})
  void noFurtherLayerIsComputed(int last, String optimizer) {
    Cancellation cancellation = new Cancellation();
    AtomicInteger calls = new AtomicInteger();
    Runs runs =
        Runs.of(
            new StudyBuilder()
                .networks(NetworkSpec.dense(List.of(4, 4, 4), true, true))
                .activations("stopping")
                .optimizers(ComponentSpec.of(optimizer)),
            new Stopping(calls, last, cancellation));
    MemoryStore store = new MemoryStore();
    RunSummary summary = runs.into(store, new RunOptions(1, 0), cancellation);
    assertThat(calls).hasValue(last);
    assertThat(summary.cancelled()).isTrue();
    assertThat(store.rows())
        .isNotEmpty()
        .allMatch(row -> row.result().outcome() == Outcome.CANCELLED);
  }
}
