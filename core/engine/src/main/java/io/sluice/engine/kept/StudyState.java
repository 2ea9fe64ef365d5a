package io.sluice.engine.kept;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent.Finished;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far a study is.
 *
 * @param header the study
 * @param finished the trials that were kept and need not be run again, as far as the store can tell
 *     without reading everything
 * @param sound those of them that can be read whole and as they were written
 * @param outcomes how many trials with rows ended how, as far as they can be read; cancelled ones
 *     too
 * @param damage why not all can be read; empty if they can
 * @param writers who writes to it just now, where the store can tell
 */
public record StudyState(
    StudyHeader header,
    BitSet finished,
    BitSet sound,
    Map<Outcome, Long> outcomes,
    String damage,
    List<String> writers) {

  public StudyState {
    finished = (BitSet) finished.clone();
    sound = (BitSet) sound.clone();
    outcomes = Map.copyOf(outcomes);
    writers = List.copyOf(writers);
  }

  /** Reads everything that was kept of a study. */
  public static StudyState of(StudyHeader header, ResultStore store) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    String damage = "";
    try (Stream<Finished> trials = store.trials(header.id())) {
      for (Iterator<Finished> each = trials.iterator(); each.hasNext(); ) {
        outcomes.merge(each.next().result().outcome(), 1L, Long::sum);
      }
    } catch (ResultStoreException damaged) {
      damage = damaged.getMessage();
    }
    BitSet done = store.done(header.id());
    return new StudyState(
        header, done, sound(header, store, done), outcomes, damage, store.writers(header.id()));
  }

  private static BitSet sound(StudyHeader header, ResultStore store, BitSet done) {
    BitSet sound = store.sound(header.id());
    BitSet counted = (BitSet) done.clone();
    // Damaged rows are finished, and not counted by anything else.
    counted.andNot(store.finished(header.id()));
    sound.or(counted);
    return sound;
  }

  /** The trials that were kept and cannot be read as they were written. */
  public BitSet damaged() {
    BitSet damaged = (BitSet) finished.clone();
    damaged.andNot(sound);
    return damaged;
  }

  /** The trials that a run would run, the damaged ones among them. */
  public BitSet missing() {
    BitSet missing = new BitSet();
    missing.set(0, (int) Math.min(Integer.MAX_VALUE, header.trials()));
    missing.andNot(sound);
    return missing;
  }

  /** Whether there is nothing left to run. */
  public boolean isWhole() {
    return missing().isEmpty() && damage.isEmpty();
  }

  /** Indices in words, such as {@code 0 to 99, 120, 130 to 199 and 12 more}. */
  public static String spelled(BitSet indices, int most) {
    StringBuilder text = new StringBuilder();
    int spelled = 0;
    int from = indices.nextSetBit(0);
    for (int range = 0; from >= 0 && range < most; range++) {
      int to = indices.nextClearBit(from) - 1;
      text.append(text.length() == 0 ? "" : ", ").append(from);
      text.append(to == from ? "" : " to " + to);
      spelled += to - from + 1;
      from = indices.nextSetBit(to + 1);
    }
    return from < 0
        ? text.toString()
        : text + " and " + (indices.cardinality() - spelled) + " more";
  }
}
