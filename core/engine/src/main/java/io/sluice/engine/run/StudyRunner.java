package io.sluice.engine.run;

import io.sluice.engine.kept.StudyIdentity;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs the trials of a plan that a store does not have yet. A {@link BlockExecutor} computes whole
 * blocks; the calling thread alone hands the events to the store and to the listeners.
 */
public final class StudyRunner {

  /** How long what is written may wait for its flush. */
  static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final StudyPlan plan;
  private final StudyHeader header;
  private final RunOptions options;
  private final Cancellation cancellation;
  private final LongSupplier clock;
  private final BlockExecutor executor;

  /** Whether the calling thread was interrupted; it is told so only when all is kept. */
  private boolean interrupted;

  public StudyRunner(
      StudyPlan plan, StudyHeader header, RunOptions options, Cancellation cancellation) {
    this(plan, header, BlockExecutor.ofThisProcess(), options, cancellation);
  }

  /** A runner whose blocks are computed elsewhere. */
  public StudyRunner(
      StudyPlan plan,
      StudyHeader header,
      BlockExecutor executor,
      RunOptions options,
      Cancellation cancellation) {
    this(plan, header, executor, options, cancellation, System::nanoTime);
  }

  /**
   * A runner that flushes by this clock.
   *
   * @param clock the time in nanoseconds
   */
  StudyRunner(
      StudyPlan plan,
      StudyHeader header,
      BlockExecutor executor,
      RunOptions options,
      Cancellation cancellation,
      LongSupplier clock) {
    this.clock = clock;
    this.executor = executor;
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
   * @throws ResultStoreException if another study has the id in the store
   * @throws LostTrialsException if the store afterwards lacks trials that it was given or had
   */
  public RunSummary run(ResultStore store, List<ResultSink> listeners) {
    StudyIdentity.refuseAnother(header, store);
    List<ResultSink> sinks = new ArrayList<>();
    boolean summarized = plan.spec().keep().summaries();
    SummarySink summaries = summarized ? new SummarySink(plan, store) : null;
    sinks.add(summarized ? summaries : store);
    sinks.addAll(listeners);
    try {
      Tally tally;
      try (Writers writers = new Writers(sinks, header, clock)) {
        // Only now, since nobody else writes to the study from here on.
        BitSet rows = store.sound(header.id());
        BitSet sound = summarized ? summaries.sound(rows) : rows;
        tally = new Tally(plan.trials(), sound);
        compute(new BlockCutter(plan, sound, options.lanes()), writers, tally);
      }
      tally.compareWith(store.done(header.id()), header.id());
      return tally.summary();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void compute(BlockCutter cutter, Writers writers, Tally tally) {
    BlockExecutor.Computation work = executor.begin(plan, cutter, options, cancellation);
    try {
      BlockEvents events;
      while ((events = next(work)) != null) {
        for (TrialEvent event : events) {
          writers.write(event);
          tally.count(event);
        }
        writers.flushIfDue();
      }
    } catch (RuntimeException | Error failure) {
      cancellation.cancel();
      throw failure;
    } finally {
      work.stop();
    }
  }

  private BlockEvents next(BlockExecutor.Computation work) {
    try {
      return work.next();
    } catch (InterruptedException stop) {
      interrupted = true;
      cancellation.cancel();
      return new BlockEvents();
    }
  }

  /** All writers of a study as one. */
  private static final class Writers implements AutoCloseable {
    private final List<ResultWriter> writers = new ArrayList<>();
    private final LongSupplier clock;
    private boolean unflushed;
    private long unflushedSince;

    Writers(List<ResultSink> sinks, StudyHeader header, LongSupplier clock) {
      this.clock = clock;
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
      if (!unflushed) {
        unflushed = true;
        unflushedSince = clock.getAsLong();
      }
    }

    /** Flushes what has waited long enough, whether or not more comes. */
    void flushIfDue() {
      if (unflushed && clock.getAsLong() - unflushedSince >= FLUSH_NANOS) {
        for (ResultWriter writer : writers) {
          writer.flush();
        }
        unflushed = false;
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

    /** The trials that the store must have. */
    private final BitSet kept;

    private long finished;
    private long diverged;
    private long failed;
    private long cancelled;
    private final FailureReasons reasons = new FailureReasons();

    Tally(long planned, BitSet before) {
      this.planned = planned;
      this.before = before.cardinality();
      this.kept = (BitSet) before.clone();
    }

    void count(TrialEvent event) {
      if (event instanceof TrialEvent.Finished) {
        Outcome outcome = ((TrialEvent.Finished) event).result().outcome();
        if (outcome == Outcome.CANCELLED) {
          cancelled++;
          return;
        }
        finished++;
        kept.set((int) event.trial().index());
        diverged += outcome == Outcome.DIVERGED ? 1 : 0;
        if (outcome == Outcome.FAILED) {
          failed++;
          reasons.count(((TrialEvent.Finished) event).result().message());
        }
      }
    }

    void compareWith(BitSet stored, String studyId) {
      BitSet lost = (BitSet) kept.clone();
      lost.andNot(stored);
      if (!lost.isEmpty()) {
        throw new LostTrialsException(studyId, kept.cardinality(), lost);
      }
    }

    RunSummary summary() {
      boolean stopped = cancelled > 0 || before + finished < planned;
      return new RunSummary(planned, before, finished, diverged, failed, stopped, reasons.lines());
    }
  }
}
