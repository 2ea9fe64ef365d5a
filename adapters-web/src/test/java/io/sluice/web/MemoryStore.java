package io.sluice.web;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A result store in memory. Tests can make it fail. */
class MemoryStore implements ResultStore {

  private final Map<String, StudyHeader> headers = new LinkedHashMap<>();
  private final Map<String, TreeMap<Long, List<TrialEvent>>> kept = new LinkedHashMap<>();
  private boolean closed;
  private boolean closedWhileWriting;
  private int writing;

  @Override
  public synchronized ResultWriter open(StudyHeader header) {
    headers.remove(header.id());
    headers.put(header.id(), header);
    TreeMap<Long, List<TrialEvent>> trials =
        kept.computeIfAbsent(header.id(), id -> new TreeMap<>());
    writing++;
    List<TrialEvent> measured = new ArrayList<>();
    return new ResultWriter() {
      @Override
      public void write(TrialEvent event) {
        keep(trials, measured, event);
      }

      @Override
      public void close() {
        done();
      }
    };
  }

  private synchronized void keep(
      TreeMap<Long, List<TrialEvent>> trials, List<TrialEvent> measured, TrialEvent event) {
    if (event instanceof TrialEvent.Measured) {
      measured.add(event);
    } else if (event instanceof TrialEvent.Finished) {
      List<TrialEvent> all = new ArrayList<>(measured);
      all.add(event);
      trials.put(event.trial().index(), all);
      measured.clear();
    }
  }

  private synchronized void done() {
    writing--;
  }

  @Override
  public synchronized List<StudyHeader> studies() {
    List<StudyHeader> latestFirst = new ArrayList<>();
    headers.values().forEach(header -> latestFirst.add(0, header));
    return latestFirst;
  }

  @Override
  public synchronized BitSet finished(String studyId) {
    BitSet finished = new BitSet();
    trials(studyId)
        .filter(event -> event.result().outcome() != Outcome.CANCELLED)
        .forEach(event -> finished.set((int) event.trial().index()));
    return finished;
  }

  @Override
  public synchronized Stream<TrialEvent.Finished> trials(String studyId) {
    return events(studyId, TrialEvent.Finished.class);
  }

  @Override
  public synchronized Stream<TrialEvent.Measured> measurements(String studyId) {
    return events(studyId, TrialEvent.Measured.class);
  }

  private <T> Stream<T> events(String studyId, Class<T> kind) {
    List<T> found = new ArrayList<>();
    kept.getOrDefault(studyId, new TreeMap<>())
        .values()
        .forEach(
            events -> events.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add));
    return found.stream();
  }

  @Override
  public synchronized void close() {
    closed = true;
    closedWhileWriting = writing > 0;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized boolean wasClosedWhileWriting() {
    return closedWhileWriting;
  }
}
