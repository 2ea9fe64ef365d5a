package io.sluice.cli;

import io.sluice.engine.run.BlockExecutor;
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
      return new RunOptions(
          threads == null ? preset.threads() : threads,
          lanes == null ? preset.lanes() : lanes,
          callLimit == null ? preset.callLimit() : Duration.ofSeconds(callLimit));
    } catch (IllegalArgumentException refused) {
      throw CommandFailure.wrongUsage("--" + refused.getMessage());
    }
  }
}
