package io.sluice.spi;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What trials of a cell came to, in place of their rows. A store keeps one of a cell, the one
 * written last, and need not understand its content.
 *
 * @param cell the cell
 * @param trials which trials of the study are in it, by their indices: {@code 400-799 900}, ranges
 *     that ascend and do not touch
 * @param content what they came to, as lines of plain letters
 */
public record CellSummary(Cell cell, String trials, String content) {

  private record Range(int from, int to) {

    static Range of(String text) {
      int dash = text.indexOf('-');
      int from = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
      return new Range(from, dash < 0 ? from : Integer.parseInt(text.substring(dash + 1)));
    }
  }

  public CellSummary {
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(content, "content");
    long before = -2;
    for (Range range : ranges(trials)) {
      if (range.from <= before + 1 || range.to < range.from) {
        throw new IllegalArgumentException("no ascending ranges of trials: " + trials);
      }
      before = range.to;
    }
  }

  /**
   * The summary of some trials.
   *
   * @param trials has the indices of the trials of all cells
   * @param first the index of the cell's first trial
   * @param end one more than that of its last
   */
  public static CellSummary of(Cell cell, BitSet trials, int first, int end, String content) {
    StringBuilder text = new StringBuilder();
    for (int from = trials.nextSetBit(first); from >= 0 && from < end; ) {
      int to = Math.min(end, trials.nextClearBit(from));
      text.append(text.length() == 0 ? "" : " ").append(from);
      if (to - from > 1) {
        text.append('-').append(to - 1);
      }
      from = trials.nextSetBit(to);
    }
    return new CellSummary(cell, text.toString(), content);
  }

  private static List<Range> ranges(String trials) {
    List<Range> ranges = new ArrayList<>();
    for (String range : trials.isEmpty() ? new String[0] : trials.split(" ")) {
      ranges.add(Range.of(range));
    }
    return ranges;
  }

  /** How many trials are in it. */
  public long count() {
    return ranges(trials).stream().mapToLong(range -> 1L + range.to - range.from).sum();
  }

  /** Adds the indices of its trials. */
  public void addTrialsTo(BitSet indices) {
    ranges(trials).forEach(range -> indices.set(range.from, range.to + 1));
  }
}
