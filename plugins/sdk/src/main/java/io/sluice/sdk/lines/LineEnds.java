package io.sluice.sdk.lines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where lines are that are named by the byte at which they would begin if every line ended in a
 * line feed alone. Git and editors may have put a carriage return before it.
 */
final class LineEnds {

  /** Of so many lines, the place of the first is remembered. */
  private static final int STRIDE = 16;

  /** Line feeds alone: every line is where its name says. */
  private static final LineEnds PLAIN = new LineEnds(new long[0], new long[0]);

  private final long[] names;
  private final long[] places;

  private LineEnds(long[] names, long[] places) {
    this.names = names;
    this.places = places;
  }

  static LineEnds of(Path file) throws IOException {
    if (!LineReader.hasCarriageReturns(file)) {
      return PLAIN;
    }
    long[] names = new long[64];
    long[] places = new long[64];
    int lines = 0;
    long returns = 0;
    try (LineReader reader = new LineReader(file)) {
      while (reader.next()) {
        int i = lines / STRIDE;
        if (i == names.length) {
          names = Arrays.copyOf(names, 2 * i);
          places = Arrays.copyOf(places, 2 * i);
        }
        if (lines % STRIDE == 0) {
          names[i] = reader.offset() - returns;
          places[i] = reader.offset();
        }
        returns += reader.endsInCarriageReturn() ? 1 : 0;
        lines++;
      }
    }
    int count = (lines + STRIDE - 1) / STRIDE;
    return new LineEnds(Arrays.copyOf(names, count), Arrays.copyOf(places, count));
  }

  /** Goes to the line of this name; the reader's next line is that one. */
  void seek(LineReader reader, long name) throws IOException {
    if (names.length == 0) {
      reader.seek(name);
      return;
    }
    int found = Arrays.binarySearch(names, name);
    int i = found >= 0 ? found : Math.max(0, -found - 2);
    reader.seek(places[i]);
    for (long at = names[i]; at < name && reader.next(); ) {
      at += reader.bytesWithoutCarriageReturn();
    }
  }
}
