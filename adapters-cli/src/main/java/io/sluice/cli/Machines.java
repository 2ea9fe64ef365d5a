package io.sluice.cli;

import io.sluice.engine.run.BlockExecutor;
import java.nio.file.Path;
import java.util.List;

/** Other machines that compute; what {@code --on} names. */
@FunctionalInterface
public interface Machines {

  /**
   * Connects to machines.
   *
   * @param address such as {@code spark://host:7077}
   * @param plugins the folders and files of plugins that the user names, which they need too
   * @throws io.sluice.cluster.ClusterException if they cannot be had; the message says what to do
   */
  BlockExecutor at(String address, List<Path> plugins);
}
