package io.sluice.engine.support;

import io.sluice.spi.CellSummary;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Does what another store does, one call at a time; tests change some of it. */
public class WrappedStore implements ResultStore {

  private final ResultStore store;

  public WrappedStore(ResultStore store) {
    this.store = store;
  }

  @Override
  public synchronized ResultWriter open(StudyHeader header) {
    ResultWriter writer = store.open(header);
    return new ResultWriter() {
      @Override
      public void write(TrialEvent event) {
        synchronized (WrappedStore.this) {
          writer.write(event);
        }
      }

      @Override
      public void write(CellSummary summary) {
        synchronized (WrappedStore.this) {
          writer.write(summary);
        }
      }

      @Override
      public void flush() {
        synchronized (WrappedStore.this) {
          writer.flush();
        }
      }

      @Override
      public void close() {
        synchronized (WrappedStore.this) {
          writer.close();
        }
      }
    };
  }

  @Override
  public synchronized List<StudyHeader> studies() {
    return store.studies();
  }

  @Override
  public synchronized BitSet finished(String studyId) {
    return store.finished(studyId);
  }

  @Override
  public synchronized Stream<TrialEvent.Finished> trials(String studyId) {
    return store.trials(studyId);
  }

  @Override
  public synchronized Stream<TrialEvent.Measured> measurements(String studyId) {
    return store.measurements(studyId);
  }

  @Override
  public boolean keepsSummaries() {
    return store.keepsSummaries();
  }

  @Override
  public synchronized Stream<CellSummary> summaries(String studyId) {
    return store.summaries(studyId);
  }

  @Override
  public void close() {
    store.close();
  }
}
