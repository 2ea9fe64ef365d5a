package io.sluice.cli;

import io.sluice.engine.run.RunOptions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say how trials are computed. */
final class RunChoice {

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute; preset: one for each core. Changes no result.")
  private Integer threads;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      description = "How many trials a block computes side by side. Changes no result.")
  private Integer lanes;

  @Option(
      names = "--call-limit",
      paramLabel = "SECONDS",
      description =
          "How long one call of a component may take, over one block of numbers; then its trials"
              + " fail; preset: 60.")
  private Integer callLimit;

  /** What was chosen. */
  RunOptions options() {
    RunOptions preset = RunOptions.automatic();
    if (callLimit != null && callLimit < 1) {
      throw CommandFailure.wrongUsage("--call-limit must be at least 1, not " + callLimit);
    }
    try {
      return new RunOptions(
          threads == null ? preset.threads() : threads,
          lanes == null ? preset.lanes() : lanes,
          callLimit == null ? preset.callLimit() : Duration.ofSeconds(callLimit));
    } catch (IllegalArgumentException refused) {
      throw CommandFailure.wrongUsage("--" + refused.getMessage());
    }
  }
}
