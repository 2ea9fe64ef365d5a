package io.sluice.sdk.lines;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Where the lines of trials begin that count, in ascending order of the trial. Of several lines of
 * one trial the last counts. Takes 16 bytes for each line.
 */
final class TrialIndex {

  private final BitSet[] outcomes = new BitSet[Outcome.values().length];
  private long[] offsets = new long[1024];

  /** The trial in the upper half, the number of its line in the lower. */
  private long[] places = new long[1024];

  private int lines;
  private int trials;

  private TrialIndex() {
    Arrays.setAll(outcomes, i -> new BitSet());
  }

  /**
   * Reads the file.
   *
   * @throws io.sluice.spi.ResultStoreException if a line is damaged
   */
  static TrialIndex read(StudyFolder folder, String studyId) throws IOException {
    return read(folder, studyId, false);
  }

  /** Reads the file as if lines that are damaged were not there. */
  static TrialIndex readSound(StudyFolder folder, String studyId) throws IOException {
    return read(folder, studyId, true);
  }

  private static TrialIndex read(StudyFolder folder, String studyId, boolean lenient)
      throws IOException {
    TrialIndex index = new TrialIndex();
    TrialLine.Checked lines = new TrialLine.Checked(new ResultHash(studyId));
    try (LineReader reader = folder.reader(StudyFile.TRIALS)) {
      while (reader.next()) {
        TrialLine line = lenient ? reader.decodeIfSound(lines).orElse(null) : reader.decode(lines);
        if (line != null) {
          index.add(line, reader.offset());
        }
      }
    }
    index.sort();
    return index;
  }

  private void add(TrialLine line, long offset) {
    if (lines == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * lines);
      places = Arrays.copyOf(places, 2 * lines);
    }
    offsets[lines] = offset;
    places[lines] = (long) line.index() << 32 | lines;
    lines++;
    note(line.index(), line.outcome());
  }

  private void sort() {
    Arrays.sort(places, 0, lines);
    for (int i = 0; i < lines; i++) {
      boolean last = i + 1 == lines || places[i] >>> 32 != places[i + 1] >>> 32;
      if (last) {
        places[trials++] = places[i];
      }
    }
  }

  /** How many trials there are. */
  int size() {
    return trials;
  }

  /** The index of the i-th trial. */
  int trial(int i) {
    return (int) (places[i] >>> 32);
  }

  /** The byte at which the line of the i-th trial begins. */
  long offset(int i) {
    return offsets[(int) places[i]];
  }

  /** The trials that need not be run again. */
  BitSet finished() {
    BitSet finished = new BitSet();
    for (int i = 0; i < trials; i++) {
      finished.set(trial(i), !outcomes[Outcome.CANCELLED.ordinal()].get(trial(i)));
    }
    return finished;
  }

  /** Whether the trial is kept with an outcome that this one must not replace. */
  boolean hasWorthier(int trial, Outcome outcome) {
    for (Outcome kept : Outcome.values()) {
      if (outcomes[kept.ordinal()].get(trial) && !outcome.replaces(kept)) {
        return true;
      }
    }
    return false;
  }

  /** Takes note that the trial is kept with this outcome from now on. */
  void note(int trial, Outcome outcome) {
    for (BitSet trialsOfOutcome : outcomes) {
      trialsOfOutcome.clear(trial);
    }
    outcomes[outcome.ordinal()].set(trial);
  }
}
