package io.sluice.cli;

import io.sluice.engine.text.NumberText;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How rows are printed. */
enum Format {
  /** Aligned columns for people; numbers may be rounded. */
  TABLE,
  /** Comma-separated values with a header line. */
  CSV,
  /** A JSON array with one object for each row. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All 17 digits of a number; JSON has numbers of its own, the shortest that read back. */
  Object digits(double number) {
    return this == JSON ? (Object) number : NumberText.seventeen(number);
  }

  /** The option that chooses one. */
  static final class Choice {
    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "table",
        description = "How to print rows: ${COMPLETION-CANDIDATES}; preset: ${DEFAULT-VALUE}.")
    private Format format = TABLE;

    Format format() {
      return format;
    }
  }
}
