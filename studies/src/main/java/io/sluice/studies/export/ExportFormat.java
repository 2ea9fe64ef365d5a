package io.sluice.studies.export;

import java.util.Arrays;
import java.util.List;

/** How results are written. Lines end with a line feed on every machine; the text is UTF-8. */
public enum ExportFormat {
  /**
   * Comma-separated values as in RFC 4180, with a header line. A number that there is none of, NaN,
   * is an empty cell, so that no program takes it for one; the infinities are spelled {@code
   * Infinity} and {@code -Infinity}.
   */
  CSV("csv", "text/csv", Shape.ROWS),
  /**
   * One JSON object for each row. JSON has no word for a number that is not finite, so these are
   * the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
   */
  JSONL("jsonl", "application/x-ndjson", Shape.ROWS),
  /** A table of typed columns, which a plugin writes. A number that there is none of is null. */
  PARQUET("parquet", "application/vnd.apache.parquet", Shape.TABLE),
  /** A folder for each algorithm as IOHexperimenter writes it, for IOHanalyzer. */
  IOH("ioh", "application/json", Shape.FOLDER),
  /** A folder for each algorithm in the format {@code bbob-new2}, for cocopp. */
  COCO("coco", "text/plain", Shape.FOLDER),
  /** The table {@code QualityIndicatorSummary.csv} of jMetal's experiments. */
  JMETAL("jmetal", "text/csv", Shape.FILE);

  private enum Shape {
    ROWS,
    TABLE,
    FILE,
    FOLDER
  }

  private final String word;
  private final String mediaType;
  private final Shape shape;

  ExportFormat(String word, String mediaType, Shape shape) {
    this.word = word;
    this.mediaType = mediaType;
    this.shape = shape;
  }

  /** Those that write one row for each trial or measurement as text. */
  public static List<ExportFormat> ofRows() {
    return Arrays.stream(values()).filter(ExportFormat::isRows).toList();
  }

  /** Its name in options, and the ending of its files. */
  public String word() {
    return word;
  }

  /** {@link #word}. */
  @Override
  public String toString() {
    return word;
  }

  /** Its media type, for a web server. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether it is rows as text, which {@link ResultExport} writes. */
  public boolean isRows() {
    return shape == Shape.ROWS;
  }

  /** Whether it is the same rows, written by a {@link io.sluice.spi.TableFormat} of a plugin. */
  public boolean isTable() {
    return shape == Shape.TABLE;
  }

  /** Whether it is runs, which {@link RunExport} writes. */
  public boolean isRuns() {
    return !isRows() && !isTable();
  }

  /** Whether it is several files, which need a folder. */
  public boolean isFolder() {
    return shape == Shape.FOLDER;
  }
}
