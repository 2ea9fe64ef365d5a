package io.sluice.sdk.lines;

/** The files in a study's folder. */
public enum StudyFile {
  /** The header: one line, or one text of several. */
  STUDY,

  /** A line for each cell. */
  CELLS,

  /** A line for each trial, at its end; of several lines of a trial the last counts. */
  TRIALS,

  /** A line for each measurement, before that of its trial. */
  MEASUREMENTS,

  /**
   * A line for each summary of a cell; of several lines of a cell the last counts. Not there where
   * there was none.
   */
  SUMMARIES
}
