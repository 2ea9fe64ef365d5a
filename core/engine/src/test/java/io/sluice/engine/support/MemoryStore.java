package io.sluice.engine.support;

import io.sluice.spi.CellSummary;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps one study in memory: nothing counts before it is flushed. */
public final class MemoryStore implements ResultStore {

  private final List<StudyHeader> headers = new ArrayList<>();
  private final Map<Long, List<TrialEvent>> kept = new TreeMap<>();
  private final Map<Integer, CellSummary> summaries = new TreeMap<>();
  private int openWriters;

  @Override
  public ResultWriter open(StudyHeader header) {
    if (!headers.contains(header)) {
      headers.add(0, header);
    }
    openWriters++;
    return new Writer();
  }

  /** How many writers were opened and not closed. */
  public int openWriters() {
    return openWriters;
  }

  /** The events of every trial kept, by index, each in the order it was written. */
  public List<TrialEvent> events() {
    return kept.values().stream().flatMap(List::stream).toList();
  }

  /** The results by index. */
  public List<TrialEvent.Finished> rows() {
    return ofType(TrialEvent.Finished.class).toList();
  }

  @Override
  public List<StudyHeader> studies() {
    return List.copyOf(headers);
  }

  @Override
  public BitSet finished(String studyId) {
    BitSet finished = new BitSet();
    for (TrialEvent.Finished row : rows()) {
      if (row.result().outcome() != Outcome.CANCELLED) {
        finished.set((int) row.trial().index());
      }
    }
    return finished;
  }

  @Override
  public Stream<TrialEvent.Finished> trials(String studyId) {
    return ofType(TrialEvent.Finished.class);
  }

  @Override
  public Stream<TrialEvent.Measured> measurements(String studyId) {
    return ofType(TrialEvent.Measured.class);
  }

  @Override
  public boolean keepsSummaries() {
    return true;
  }

  @Override
  public Stream<CellSummary> summaries(String studyId) {
    return List.copyOf(summaries.values()).stream();
  }

  /** Loses the row of a trial. */
  public void loseRow(long trial) {
    kept.remove(trial);
  }

  /** Loses the summary of a cell. */
  public void loseSummary(int cell) {
    summaries.remove(cell);
  }

  private <T extends TrialEvent> Stream<T> ofType(Class<T> type) {
    return events().stream().filter(type::isInstance).map(type::cast);
  }

  @Override
  public void close() {}

  private final class Writer implements ResultWriter {
    private final List<TrialEvent> buffer = new ArrayList<>();
    private final Map<Integer, CellSummary> newSummaries = new TreeMap<>();
    private Trial current;

    @Override
    public void write(TrialEvent event) {
      if (event instanceof TrialEvent.Started) {
        if (current != null) {
          throw new IllegalStateException(event + " comes in the middle of " + current);
        }
        current = event.trial();
      } else if (!event.trial().equals(current)) {
        throw new IllegalStateException(event + " comes in the middle of " + current);
      }
      if (event instanceof TrialEvent.Finished) {
        current = null;
      }
      buffer.add(event);
    }

    @Override
    public void write(CellSummary summary) {
      newSummaries.put(summary.cell().index(), summary);
    }

    @Override
    public void flush() {
      summaries.putAll(newSummaries);
      newSummaries.clear();
      for (TrialEvent event : buffer) {
        if (event instanceof TrialEvent.Started) {
          kept.put(event.trial().index(), new ArrayList<>());
        }
        kept.get(event.trial().index()).add(event);
      }
      buffer.clear();
    }

    @Override
    public void close() {
      openWriters--;
      flush();
    }
  }
}
