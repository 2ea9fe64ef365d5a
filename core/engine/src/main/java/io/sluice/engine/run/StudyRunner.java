package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs the trials of a plan that a store does not have yet. Workers take whole blocks; the calling
 * thread alone hands the events to the store and to the listeners.
 */
public final class StudyRunner {

  private static final int BLOCKS_WAITING = 64;
  private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final StudyPlan plan;
  private final StudyHeader header;
  private final RunOptions options;
  private final Cancellation cancellation;

  public StudyRunner(
      StudyPlan plan, StudyHeader header, RunOptions options, Cancellation cancellation) {
    this.plan = plan;
    this.header = header;
    this.options = options;
    this.cancellation = cancellation;
  }

  /**
   * Runs to the end or until cancelled.
   *
   * @param store keeps the trials, and says which it has
   * @param listeners further sinks; each gets the same events in the same order
   * @throws RuntimeException what a sink threw; the trials that the store flushed are kept
   */
  public RunSummary run(ResultStore store, List<ResultSink> listeners) {
    BitSet finished = store.finished(header.id());
    Tally tally = new Tally(plan.trials(), finished.cardinality());
    List<ResultSink> sinks = new ArrayList<>();
    sinks.add(store);
    sinks.addAll(listeners);
    try (Writers writers = new Writers(sinks, header)) {
      compute(new BlockCutter(plan, finished, options.lanes()), writers, tally);
    }
    return tally.summary();
  }

  private void compute(BlockCutter cutter, Writers writers, Tally tally) {
    Workers workers = new Workers(cutter);
    workers.start();
    try {
      long flushed = System.nanoTime();
      BlockEvents events;
      while ((events = workers.next()) != null) {
        for (TrialEvent event : events) {
          writers.write(event);
          tally.count(event);
        }
        if (System.nanoTime() - flushed > FLUSH_NANOS) {
          writers.flush();
          flushed = System.nanoTime();
        }
      }
    } catch (RuntimeException | Error failure) {
      cancellation.cancel();
      throw failure;
    } finally {
      workers.stop();
    }
  }

  /** The threads that compute, and the queue of what they computed. */
  private final class Workers {
    private final BlockCutter cutter;
    private final BlockSpace space;
    private final MeasurementRoom room = MeasurementRoom.ofHeap();
    private final BlockingQueue<BlockEvents> queue = new ArrayBlockingQueue<>(BLOCKS_WAITING);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    Workers(BlockCutter cutter) {
      this.cutter = cutter;
      this.space = new BlockSpace(cutter);
    }

    void start() {
      atWork.set(options.threads());
      for (int i = 0; i < options.threads(); i++) {
        Thread thread = new Thread(this::work, "sluice-worker-" + i);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
      }
    }

    private void work() {
      try {
        BlockRunner runner = new BlockRunner(plan, cancellation, room);
        while (!stopped && failure.get() == null && !cancellation.isCancelled()) {
          long[] block = cutter.next();
          if (block.length == 0) {
            return;
          }
          space.run(runner, block, this::put);
        }
      } catch (Throwable thrown) {
        failure.compareAndSet(null, thrown);
      } finally {
        atWork.decrementAndGet();
      }
    }

    private void put(BlockEvents events) throws InterruptedException {
      while (!stopped && !queue.offer(events, 50, TimeUnit.MILLISECONDS)) {
        continue;
      }
    }

    /** The events of the next block, or null after the last. */
    BlockEvents next() {
      boolean interrupted = false;
      try {
        while (true) {
          boolean idle = atWork.get() == 0;
          try {
            BlockEvents events = idle ? queue.poll() : queue.poll(20, TimeUnit.MILLISECONDS);
            if (events != null) {
              return events;
            }
          } catch (InterruptedException stop) {
            interrupted = true;
            cancellation.cancel();
          }
          if (idle) {
            rethrow(failure.get());
            return null;
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    void stop() {
      stopped = true;
      for (Thread thread : threads) {
        try {
          thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stop) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }

    private void rethrow(Throwable thrown) {
      if (thrown instanceof Error) {
        throw (Error) thrown;
      }
      if (thrown != null) {
        throw new IllegalStateException("a worker stopped: " + thrown, thrown);
      }
    }
  }

  /** All writers of a study as one. */
  private static final class Writers implements AutoCloseable {
    private final List<ResultWriter> writers = new ArrayList<>();

    Writers(List<ResultSink> sinks, StudyHeader header) {
      try {
        for (ResultSink sink : sinks) {
          writers.add(sink.open(header));
        }
      } catch (RuntimeException failure) {
        try {
          close();
        } catch (RuntimeException further) {
          failure.addSuppressed(further);
        }
        throw failure;
      }
    }

    void write(TrialEvent event) {
      for (int i = 0; i < writers.size(); i++) {
        writers.get(i).write(event);
      }
    }

    void flush() {
      for (ResultWriter writer : writers) {
        writer.flush();
      }
    }

    @Override
    public void close() {
      RuntimeException failure = null;
      for (ResultWriter writer : writers) {
        try {
          writer.close();
        } catch (RuntimeException thrown) {
          if (failure == null) {
            failure = thrown;
          } else {
            failure.addSuppressed(thrown);
          }
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  /** Counts what is finished. */
  private static final class Tally {
    private final long planned;
    private final long before;
    private long finished;
    private long diverged;
    private long failed;
    private long cancelled;

    Tally(long planned, long before) {
      this.planned = planned;
      this.before = before;
    }

    void count(TrialEvent event) {
      if (event instanceof TrialEvent.Finished) {
        Outcome outcome = ((TrialEvent.Finished) event).result().outcome();
        if (outcome == Outcome.CANCELLED) {
          cancelled++;
          return;
        }
        finished++;
        diverged += outcome == Outcome.DIVERGED ? 1 : 0;
        failed += outcome == Outcome.FAILED ? 1 : 0;
      }
    }

    RunSummary summary() {
      boolean stopped = cancelled > 0 || before + finished < planned;
      return new RunSummary(planned, before, finished, diverged, failed, stopped);
    }
  }
}
