package io.sluice.cli;

import io.sluice.engine.run.BlockExecutor;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.text.DurationText;
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
      names = "--on",
      paramLabel = "CLUSTER",
      description =
          "Have an Apache Spark cluster compute: spark://host:7077, local[2], yarn or k8s://...;"
              + " preset: this process. Changes no result.")
  private String cluster;

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

  @Option(
      names = "--store-patience",
      paramLabel = "TIME",
      description =
          "How long to wait for a store that is away for a while, as when its server restarts, its"
              + " file is locked or its disk is full: such as 90s, 10m or 2h; preset: 10m.")
  private String storePatience;

  /** Where trials are computed; whoever asks closes it. */
  BlockExecutor executor(Workbench bench) {
    return cluster == null ? BlockExecutor.ofThisProcess() : bench.machines(cluster);
  }

  /** What is typed to choose the same place, after a blank. */
  String arguments() {
    return cluster == null ? "" : " --on " + ShellWord.of(cluster);
  }

  /** What was chosen. */
  RunOptions options() {
    RunOptions preset = RunOptions.automatic();
    if (callLimit != null && callLimit < 1) {
      throw CommandFailure.wrongUsage("--call-limit must be at least 1, not " + callLimit);
    }
    if (threads != null && cluster != null) {
      throw CommandFailure.wrongUsage(
          "--threads is of this process; how many compute on a cluster its executors decide");
    }
    try {
      RunOptions options =
          new RunOptions(
              threads == null ? preset.threads() : threads, lanes == null ? preset.lanes() : lanes);
      return options
          .withCallLimit(callLimit == null ? preset.callLimit() : Duration.ofSeconds(callLimit))
          .withStorePatience(patience(preset));
    } catch (IllegalArgumentException refused) {
      throw CommandFailure.wrongUsage("--" + refused.getMessage());
    }
  }

  private Duration patience(RunOptions preset) {
    try {
      return storePatience == null ? preset.storePatience() : DurationText.parse(storePatience);
    } catch (IllegalArgumentException refused) {
      throw CommandFailure.wrongUsage("--store-patience " + refused.getMessage());
    }
  }
}
