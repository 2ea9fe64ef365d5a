package io.sluice.spark;

import io.sluice.cluster.Cluster;
import io.sluice.cluster.ClusterException;
import io.sluice.cluster.ClusterJob;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.AsyncRDDActions;
import org.apache.spark.status.api.v1.ExecutorSummary;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext;
import scala.util.Try;

/** The executors that Spark gives to this process. Each piece of work is a job of one task. */
final class SparkCluster implements Cluster {

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final JavaSparkContext context;
  private final String luggage;
  private final ExecutionContext here = ExecutionContext.fromExecutor(Runnable::run);
  private int executors;
  private int cores;
  private long looked;

  SparkCluster(JavaSparkContext context, String luggage) {
    this.context = context;
    this.luggage = luggage;
    this.looked = System.nanoTime() - LOOK_NANOS;
  }

  @Override
  public ClusterJob begin(byte[] order) {
    try {
      return SparkClasses.around(() -> new Job(order));
    } catch (Exception stopped) { // Scala throws checked exceptions without saying so.
      throw failure(stopped);
    }
  }

  @Override
  public int slots() {
    look();
    return cores / Math.max(1, context.getConf().getInt("spark.task.cpus", 1));
  }

  @Override
  public String text() {
    look();
    return executors
        + (executors == 1 ? " executor, " : " executors, ")
        + cores
        + (cores == 1 ? " core" : " cores");
  }

  /** Executors come and go. */
  private void look() {
    long now = System.nanoTime();
    if (now - looked < LOOK_NANOS) {
      return;
    }
    looked = now;
    executors = 0;
    cores = 0;
    Iterator<ExecutorSummary> active = context.sc().statusStore().executorList(true).iterator();
    while (active.hasNext()) {
      int of = active.next().totalCores();
      // The driver has none, unless it computes itself.
      executors += of > 0 ? 1 : 0;
      cores += of;
    }
  }

  @Override
  public void close() {
    context.stop();
  }

  private static ClusterException failure(Throwable thrown) {
    return new ClusterException(
        "Spark gave up a piece of work: "
            + FirstLine.of(thrown)
            + "; what is kept stays, and the same command goes on",
        thrown);
  }

  private final class Job implements ClusterJob {
    private final String id = "sluice-" + UUID.randomUUID();
    private final Broadcast<byte[]> order;
    private final PieceTask task;
    private final AtomicInteger underWay = new AtomicInteger();

    Job(byte[] order) {
      this.order = context.broadcast(order);
      this.task = new PieceTask(id, luggage, this.order);
    }

    @Override
    public CompletableFuture<byte[]> send(byte[] piece) {
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      underWay.incrementAndGet();
      answer.whenComplete((bytes, failure) -> underWay.decrementAndGet());
      try {
        SparkClasses.around(() -> run(piece)).onComplete(come -> take(come, answer), here);
      } catch (Exception stopped) {
        answer.completeExceptionally(failure(stopped));
      }
      return answer;
    }

    private FutureAction<Seq<byte[]>> run(byte[] piece) {
      context.setJobGroup(id, "blocks of a study", true);
      JavaRDD<byte[]> work = context.parallelize(List.of(piece), 1).map(task);
      return new AsyncRDDActions<>(work.rdd(), work.classTag()).collectAsync();
    }

    private boolean take(Try<Seq<byte[]>> come, CompletableFuture<byte[]> answer) {
      if (come.isFailure()) {
        return answer.completeExceptionally(failure(come.failed().get()));
      }
      return PieceTask.unpack(come.get().head(), answer);
    }

    @Override
    public void close() {
      if (!context.sc().isStopped()) {
        if (underWay.get() > 0) {
          context.cancelJobGroup(id);
        }
        order.destroy();
      }
    }
  }
}
