package io.sluice.optimizers;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** A store that keeps nothing. */
final class Forgetful implements ResultStore {

  @Override
  public ResultWriter open(StudyHeader header) {
    return event -> {};
  }

  @Override
  public List<StudyHeader> studies() {
    return List.of();
  }

  @Override
  public BitSet finished(String studyId) {
    return new BitSet();
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
