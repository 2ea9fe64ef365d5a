package io.sluice.studies;

import java.util.Objects;

/**
 * A place in a text.
 *
 * @param source the name of the file, or the override that said it
 * @param line from 1 on; 0 where the place is the source as a whole
 * @param column from 1 on; 0 where the place is the source as a whole
 */
public record Location(String source, int line, int column) {

  public Location {
    Objects.requireNonNull(source, "source");
    if (line < 0 || column < 0 || (line == 0) != (column == 0)) {
      throw new IllegalArgumentException(
          "line and column count from 1, or are both 0, not " + line + " and " + column);
    }
  }

  /** The source as a whole. */
  static Location of(String source) {
    return new Location(source, 0, 0);
  }

  /** Such as {@code study.yaml:12:5}, or only the source. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
