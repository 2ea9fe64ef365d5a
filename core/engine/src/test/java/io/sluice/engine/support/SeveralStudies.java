package io.sluice.engine.support;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps several studies in memory. */
public final class SeveralStudies implements ResultStore {

  private final Map<String, MemoryStore> stores = new LinkedHashMap<>();

  private MemoryStore of(String id) {
    return stores.computeIfAbsent(id, key -> new MemoryStore());
  }

  /** The events of one study. */
  public List<TrialEvent> events(String id) {
    return of(id).events();
  }

  /** The ids in the order in which the studies were begun. */
  public List<String> ids() {
    return List.copyOf(stores.keySet());
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    return of(header.id()).open(header);
  }

  @Override
  public List<StudyHeader> studies() {
    return stores.values().stream().flatMap(store -> store.studies().stream()).toList();
  }

  @Override
  public BitSet finished(String studyId) {
    return stores.containsKey(studyId) ? of(studyId).finished(studyId) : new BitSet();
  }

  @Override
  public Stream<TrialEvent.Finished> trials(String studyId) {
    return stores.containsKey(studyId) ? of(studyId).trials(studyId) : Stream.empty();
  }

  @Override
  public Stream<TrialEvent.Measured> measurements(String studyId) {
    return stores.containsKey(studyId) ? of(studyId).measurements(studyId) : Stream.empty();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
