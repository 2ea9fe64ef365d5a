package io.sluice.spark;

import io.sluice.cluster.ClusterException;
import io.sluice.cluster.Machine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/**
 * One piece of work at an executor. What Sluice refuses there comes back as a text, since it would
 * refuse it again; everything else that goes wrong is tried again by Spark, elsewhere.
 */
final class PieceTask implements Function<byte[], byte[]> {
  private static final long serialVersionUID = 1L;

  private static final byte DONE = 0;
  private static final byte REFUSED = 1;

  private final String job;
  private final String luggage;
  private final Broadcast<byte[]> order;

  /**
   * The task of a job.
   *
   * @param luggage the name of the archive that the executors have got
   */
  PieceTask(String job, String luggage, Broadcast<byte[]> order) {
    this.job = job;
    this.luggage = luggage;
    this.order = order;
  }

  @Override
  public byte[] call(byte[] piece) throws Exception {
    try {
      Machine machine = Machines.of(job, SparkFiles.get(luggage), order::value);
      return pack(DONE, machine.work(piece));
    } catch (RuntimeException | LinkageError refused) {
      String message = refused.getMessage();
      String text = message == null ? refused.toString() : message;
      return pack(REFUSED, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] pack(byte kind, byte[] content) {
    byte[] packed = new byte[content.length + 1];
    packed[0] = kind;
    System.arraycopy(content, 0, packed, 1, content.length);
    return packed;
  }

  /** Says what came back. */
  static boolean unpack(byte[] packed, CompletableFuture<byte[]> answer) {
    byte[] content = Arrays.copyOfRange(packed, 1, packed.length);
    return packed[0] == DONE
        ? answer.complete(content)
        : answer.completeExceptionally(
            new ClusterException(new String(content, StandardCharsets.UTF_8)));
  }
}
