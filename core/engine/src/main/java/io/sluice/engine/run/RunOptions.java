package io.sluice.engine.run;

/**
 * How a study is run. Nothing here changes a result.
 *
 * @param threads how many workers compute; at least 1
 * @param lanes how many lanes a block has; 0 lets the engine choose
 */
public record RunOptions(int threads, int lanes) {

  public RunOptions {
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads must be from 1 to 1024, not " + threads);
    }
    if (lanes < 0 || lanes > 65_536) {
      throw new IllegalArgumentException("lanes must be from 1 to 65536, or 0, not " + lanes);
    }
  }

  /** One worker for each core, the engine's choice of lanes. */
  public static RunOptions automatic() {
    return new RunOptions(Runtime.getRuntime().availableProcessors(), 0);
  }
}
