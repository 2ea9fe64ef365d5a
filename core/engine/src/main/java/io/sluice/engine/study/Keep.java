package io.sluice.engine.study;

/**
 * What is kept of a study's trials. It changes none of them.
 *
 * @param rows of how many trials of each cell, the first ones, there are rows; 0 stands for all
 *     trials. If not of all, there is a summary of each cell too, which counts them all
 */
public record Keep(int rows) {

  /** A row for each trial. */
  public static final Keep TRIALS = new Keep(0);

  /** A summary for each cell, and as many rows as comparisons of trials by their seeds need. */
  public static final Keep SUMMARIES = new Keep(40);

  public Keep {
    if (rows < 0) {
      throw new IllegalArgumentException("rows of a cell are at least 1, not " + rows);
    }
  }

  /** Whether there are summaries. */
  public boolean summaries() {
    return rows > 0;
  }

  /** Whether a trial has a row, by its repeat. */
  public boolean hasRow(int repeat) {
    return rows == 0 || repeat < rows;
  }
}
