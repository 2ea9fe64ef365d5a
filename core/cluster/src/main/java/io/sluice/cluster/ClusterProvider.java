package io.sluice.cluster;

import java.nio.file.Path;

/** Knows a kind of cluster; found by {@link java.util.ServiceLoader}. */
public interface ClusterProvider {

  /**
   * Connects to a cluster.
   *
   * @param address such as {@code spark://host:7077}
   * @param luggage an archive that each machine gets before it gets work: libraries in its folder
   *     {@code lib}, and whatever the {@link MachineProvider} among them needs
   * @throws ClusterException if it cannot be reached; the message says what to do
   */
  Cluster connect(String address, Path luggage);
}
