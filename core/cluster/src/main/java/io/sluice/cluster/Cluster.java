package io.sluice.cluster;

/** Machines that do work. Used by one thread. */
public interface Cluster extends AutoCloseable {

  /**
   * Begins a job.
   *
   * @param order what the {@link MachineProvider} of each machine is told once
   */
  ClusterJob begin(byte[] order);

  /** How many pieces of work can be under way at once, as far as is known now; may be 0. */
  int slots();

  /** Who is there now, for people, such as {@code 2 executors, 8 cores}. */
  String text();

  /** Leaves the cluster. */
  @Override
  void close();
}
