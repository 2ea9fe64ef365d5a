package io.sluice.cli;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Result stores in memory, by location. They outlive being closed. */
final class MemoryStores implements ResultStoreProvider {

  private final Map<String, MemoryStore> stores = new LinkedHashMap<>();

  /** Told of every trial that was kept. */
  Consumer<TrialEvent.Finished> listener = finished -> {};

  /** Whether a trial may be kept; the others are lost. */
  Predicate<TrialEvent.Finished> keeping = finished -> true;

  /** What the stores say of themselves that cannot be read. */
  List<String> unreadable = List.of();

  /** The trials that the stores cannot read any more. */
  BitSet damaged = new BitSet();

  /** Who writes to all studies. */
  List<String> writers = List.of();

  /** How many stores are open. */
  int open;

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public ResultStore open(String location) {
    if (location.equals("full")) {
      throw new ResultStoreException("memory:full has no space left");
    }
    open++;
    return stores.computeIfAbsent(location, key -> new MemoryStore());
  }

  @Override
  public Optional<ResultStore> openExisting(String location) {
    return stores.containsKey(location) ? Optional.of(open(location)) : Optional.empty();
  }

  @Override
  public List<String> examples() {
    return List.of("memory:somewhere");
  }

  /** Changes what a store kept of a trial. */
  void tamper(String location, long index, UnaryOperator<TrialEvent.Finished> change) {
    stores
        .get(location)
        .studies
        .values()
        .forEach(study -> study.trials.computeIfPresent(index, (i, kept) -> change.apply(kept)));
  }

  private static final class Kept {
    final StudyHeader header;
    final Map<Long, TrialEvent.Finished> trials = new TreeMap<>();
    final Map<Long, List<TrialEvent.Measured>> measurements = new TreeMap<>();

    Kept(StudyHeader header) {
      this.header = header;
    }
  }

  private final class MemoryStore implements ResultStore {
    private final Map<String, Kept> studies = new LinkedHashMap<>();

    @Override
    public ResultWriter open(StudyHeader header) {
      Kept kept = studies.computeIfAbsent(header.id(), id -> new Kept(header));
      List<TrialEvent.Measured> measured = new ArrayList<>();
      return event -> {
        if (event instanceof TrialEvent.Measured) {
          measured.add((TrialEvent.Measured) event);
        } else if (event instanceof TrialEvent.Finished) {
          if (keeping.test((TrialEvent.Finished) event)) {
            kept.trials.put(event.trial().index(), (TrialEvent.Finished) event);
            kept.measurements.put(event.trial().index(), List.copyOf(measured));
          }
          measured.clear();
          listener.accept((TrialEvent.Finished) event);
        }
      };
    }

    @Override
    public List<StudyHeader> studies() {
      List<StudyHeader> headers = new ArrayList<>();
      studies.values().forEach(kept -> headers.add(0, kept.header));
      return headers;
    }

    @Override
    public List<String> unreadable() {
      return unreadable;
    }

    @Override
    public BitSet finished(String studyId) {
      BitSet finished = new BitSet();
      trials(studyId)
          .filter(trial -> trial.result().outcome() != Outcome.CANCELLED)
          .forEach(trial -> finished.set((int) trial.trial().index()));
      return finished;
    }

    @Override
    public Stream<TrialEvent.Finished> trials(String studyId) {
      Kept kept = studies.get(studyId);
      return kept == null ? Stream.empty() : kept.trials.values().stream();
    }

    @Override
    public Stream<TrialEvent.Measured> measurements(String studyId) {
      Kept kept = studies.get(studyId);
      return kept == null
          ? Stream.empty()
          : kept.measurements.values().stream().flatMap(List::stream);
    }

    @Override
    public BitSet sound(String studyId) {
      BitSet sound = finished(studyId);
      sound.andNot(damaged);
      return sound;
    }

    @Override
    public List<String> writers(String studyId) {
      return writers;
    }

    @Override
    public void forget(String studyId) {
      studies.remove(studyId);
    }

    @Override
    public void close() {
      open--;
    }
  }
}
