package io.sluice.analysis;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A store that has one study, and is only read. */
final class KeptStudy implements ResultStore {

  private final SyntheticStudy study;

  KeptStudy(SyntheticStudy study) {
    this.study = study;
  }

  @Override
  public List<StudyHeader> studies() {
    return List.of(study.header());
  }

  @Override
  public BitSet finished(String studyId) {
    throw new UnsupportedOperationException("only read for reports");
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    throw new UnsupportedOperationException("only read for reports");
  }

  @Override
  public Stream<TrialEvent.Finished> trials(String studyId) {
    return studyId.equals(study.header().id()) ? study.trials() : Stream.empty();
  }

  @Override
  public Stream<TrialEvent.Measured> measurements(String studyId) {
    return studyId.equals(study.header().id())
        ? study
            .measurements()
            .sorted(Comparator.comparingLong(measured -> measured.trial().index()))
        : Stream.empty();
  }

  @Override
  public void close() {}
}
