package io.sluice.spi;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sink that also reads back. Resume, reports and the web page live on it.
 *
 * <p>A trial exists in a store once its {@link TrialEvent.Finished} was kept, and then with all its
 * measurements; a trial written again replaces the one before, unless that has an outcome of more
 * worth ({@link Outcome#replaces}). Its cell has the factors that the study's header declares, in
 * their order ({@link Cell#of}, {@link StudyHeader#complete}): a factor may have any name, and a
 * header that is written again may have more of them, with presets for the cells that are there.
 * Reading while another thread or process writes gives what was flushed.
 */
public interface ResultStore extends ResultSink, AutoCloseable {

  /** The studies kept here, the one begun last first. */
  List<StudyHeader> studies();

  /** The study with this id, or else the one begun last among those with this name. */
  default Optional<StudyHeader> find(String idOrName) {
    List<StudyHeader> studies = studies();
    return studies.stream()
        .filter(study -> study.id().equals(idOrName))
        .findFirst()
        .or(() -> studies.stream().filter(study -> study.name().equals(idOrName)).findFirst());
  }

  /**
   * The indices of the trials that need not be run again: those kept with any outcome but {@link
   * Outcome#CANCELLED}. Empty for an unknown study.
   */
  BitSet finished(String studyId);

  /**
   * Those of {@link #finished} that are among these trials. A run of several processes asks this
   * often, of few trials of many.
   */
  default BitSet finished(String studyId, BitSet among) {
    BitSet finished = finished(studyId);
    finished.and(among);
    return finished;
  }

  /**
   * Those of {@link #finished(String)} that can be read whole, with every measurement and as they
   * were written. A run does the others again. May read everything; a store that cannot tell, as by
   * {@link ResultHash}, trusts what it has.
   *
   * @throws ResultStoreException if the store as a whole cannot be read
   */
  default BitSet sound(String studyId) {
    return finished(studyId);
  }

  /**
   * What is here, looks like a study and cannot be read as one: a line for each, with its place and
   * the reason. {@link #studies} leaves it out; the other studies do not suffer from it.
   */
  default List<String> unreadable() {
    return List.of();
  }

  /**
   * The trials kept, in ascending order of their index. Empty for an unknown study. The stream must
   * be closed.
   */
  Stream<TrialEvent.Finished> trials(String studyId);

  /**
   * The measurements of the trials kept, in ascending order of the trial's index and then in the
   * order they were written. The stream must be closed.
   */
  Stream<TrialEvent.Measured> measurements(String studyId);

  /** Whether its writers take summaries. */
  default boolean keepsSummaries() {
    return false;
  }

  /**
   * The summaries of cells, in ascending order of the cell's index; those that are not as they were
   * written are left out, and a run makes them again. Empty for an unknown study. The stream must
   * be closed.
   */
  default Stream<CellSummary> summaries(String studyId) {
    return Stream.empty();
  }

  /**
   * The indices of the trials that are over: those {@link #finished}, and those that summaries
   * count.
   */
  default BitSet done(String studyId) {
    BitSet done = finished(studyId);
    try (Stream<CellSummary> summaries = summaries(studyId)) {
      summaries.forEach(summary -> summary.addTrialsTo(done));
    }
    return done;
  }

  /**
   * Deletes a study with everything kept of it; does nothing if there is none with this id.
   *
   * @throws ResultStoreException if somebody writes to it, or stores of this kind forget nothing
   */
  default void forget(String studyId) {
    throw new ResultStoreException("stores of this kind forget nothing; delete its files by hand");
  }

  /**
   * What several processes that run one study agree by, if this kind of store can tell them. If it
   * can, {@link #open} gives each of them a writer to the study at the same time; if not, it
   * refuses all but the first, naming that one.
   *
   * @param studyId a study that was begun
   * @param life how long a lease holds after it was taken or renewed
   */
  default Optional<StudyLeases> leases(String studyId, Duration life) {
    return Optional.empty();
  }

  /**
   * Who writes to a study just now, such as {@code process 4711}, for people; empty if nobody does,
   * or stores of this kind cannot tell.
   */
  default List<String> writers(String studyId) {
    return List.of();
  }

  @Override
  void close();
}
