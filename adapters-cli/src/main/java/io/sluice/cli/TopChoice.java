package io.sluice.cli;

import picocli.CommandLine.Option;

/** The option that says how many contenders a report ranks. */
final class TopChoice {

  private static final int PRESET_OF_TABLES = 10;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many contenders to rank; preset: 10 in tables, else all.")
  private Integer top;

  /** How many in this format. */
  int rows(Format format) {
    int preset = format == Format.TABLE ? PRESET_OF_TABLES : Integer.MAX_VALUE;
    int rows = top == null ? preset : top;
    if (rows < 1) {
      throw CommandFailure.wrongUsage("--top must be at least 1, not " + rows);
    }
    return rows;
  }
}
