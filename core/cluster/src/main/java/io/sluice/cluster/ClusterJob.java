package io.sluice.cluster;

import java.util.concurrent.CompletableFuture;

/** Work of one kind that a cluster does. */
public interface ClusterJob extends AutoCloseable {

  /**
   * Sends a piece of work. A machine that is lost meanwhile is replaced by another.
   *
   * @param piece what the {@link Machine} is given
   * @return what it came to, or a {@link ClusterException}; once, however often it was tried
   */
  CompletableFuture<byte[]> send(byte[] piece);

  /** Ends the job and gives up what is under way. */
  @Override
  void close();
}
