package io.sluice.optimizers;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** A store of one run that keeps nothing but which trials are finished. */
final class Forgetful implements ResultStore {

  private final BitSet finished = new BitSet();

  @Override
  public ResultWriter open(StudyHeader header) {
    return event -> {
      if (event instanceof TrialEvent.Finished) {
        finished.set((int) event.trial().index());
      }
    };
  }

  @Override
  public List<StudyHeader> studies() {
    return List.of();
  }

  @Override
  public BitSet finished(String studyId) {
    return (BitSet) finished.clone();
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
