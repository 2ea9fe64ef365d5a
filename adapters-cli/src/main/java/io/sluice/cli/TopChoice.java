package io.sluice.cli;

import picocli.CommandLine.Option;

/** The option that says how many contenders a report ranks. */
final class TopChoice {

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "How many contenders of each ranking; preset: what fits in text, else all, of which a"
              + " page shows 10 at first.")
  private Integer top;

  /** How many were asked for, else the preset. */
  int or(int preset) {
    if (top != null && top < 1) {
      throw CommandFailure.wrongUsage("--top must be at least 1, not " + top);
    }
    return top == null ? preset : top;
  }
}
