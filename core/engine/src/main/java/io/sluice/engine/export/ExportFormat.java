package io.sluice.engine.export;

/** How rows are written. Lines end with a line feed on every machine; the text is UTF-8. */
public enum ExportFormat {
  /**
   * Comma-separated values as in RFC 4180, with a header line. A number that there is none of, NaN,
   * is an empty cell, so that no program takes it for one; the infinities are spelled {@code
   * Infinity} and {@code -Infinity}.
   */
  CSV("csv", "text/csv"),
  /**
   * One JSON object for each row. JSON has no word for a number that is not finite, so these are
   * the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
   */
  JSONL("jsonl", "application/x-ndjson");

  private final String word;
  private final String mediaType;

  ExportFormat(String word, String mediaType) {
    this.word = word;
    this.mediaType = mediaType;
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
}
