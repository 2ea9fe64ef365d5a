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
import java.util.concurrent.TimeUnit;

/**
 * Runs the trials of a plan that a store does not have yet. Workers take whole blocks; the calling
 * thread alone hands the events to the store and to the listeners.
 */
public final class StudyRunner {

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
    Workers workers = new Workers(plan, cutter, options, cancellation);
    workers.start();
    try {
      long flushed = System.nanoTime();
      List<TrialEvent> events;
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
    private final FailureReasons reasons = new FailureReasons();

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
        if (outcome == Outcome.FAILED) {
          failed++;
          reasons.count(((TrialEvent.Finished) event).result().message());
        }
      }
    }

    RunSummary summary() {
      boolean stopped = cancelled > 0 || before + finished < planned;
      return new RunSummary(planned, before, finished, diverged, failed, stopped, reasons.lines());
    }
  }
}
