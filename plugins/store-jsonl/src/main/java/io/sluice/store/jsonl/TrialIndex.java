package io.sluice.store.jsonl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where the lines of trials.jsonl begin that count, in ascending order of the trial. Of several
 * lines of one trial the last counts. Takes 16 bytes for each line.
 */
final class TrialIndex {

  private long[] offsets = new long[1024];

  /** The trial in the upper half, the number of its line in the lower. */
  private long[] places = new long[1024];

  private int lines;
  private int trials;

  private TrialIndex() {}

  static TrialIndex read(Path file) throws IOException {
    TrialIndex index = new TrialIndex();
    try (LineReader reader = new LineReader(file)) {
      while (reader.next()) {
        index.add(reader.decode(TrialLine::read).index(), reader.offset());
      }
    }
    index.sort();
    return index;
  }

  private void add(int trial, long offset) {
    if (lines == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * lines);
      places = Arrays.copyOf(places, 2 * lines);
    }
    offsets[lines] = offset;
    places[lines] = (long) trial << 32 | lines;
    lines++;
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

  /** The byte at which the line of the i-th trial begins. */
  long offset(int i) {
    return offsets[(int) places[i]];
  }
}
