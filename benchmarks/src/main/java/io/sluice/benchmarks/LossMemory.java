package io.sluice.benchmarks;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A store that keeps one loss of each trial in memory, and nothing else. */
final class LossMemory implements ResultStore {

  private final ToDoubleFunction<TrialResult> loss;
  private final double[] losses;
  private final BitSet kept = new BitSet();

  /**
   * A store for so many trials.
   *
   * @param loss which loss of a result is kept
   */
  LossMemory(int trials, ToDoubleFunction<TrialResult> loss) {
    this.loss = loss;
    losses = new double[trials];
  }

  /** The losses, by the index of the trial. */
  double[] losses() {
    return losses;
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    return event -> {
      if (event instanceof TrialEvent.Finished) {
        TrialEvent.Finished finished = (TrialEvent.Finished) event;
        int index = Math.toIntExact(finished.trial().index());
        losses[index] = loss.applyAsDouble(finished.result());
        kept.set(index);
      }
    };
  }

  @Override
  public List<StudyHeader> studies() {
    return List.of();
  }

  @Override
  public BitSet finished(String studyId) {
    return (BitSet) kept.clone();
  }

  @Override
  public Stream<TrialEvent.Finished> trials(String studyId) {
    return Stream.empty();
  }

  @Override
  public Stream<TrialEvent.Measured> measurements(String studyId) {
    return Stream.empty();
  }

  @Override
  public void close() {}
}
