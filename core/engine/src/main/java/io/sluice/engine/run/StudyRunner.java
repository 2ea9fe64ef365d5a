package io.sluice.engine.run;

import io.sluice.engine.kept.StudyIdentity;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.StudyLeases;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/**
 * Runs the trials of a plan that a store does not have yet. Workers take whole blocks; the calling
 * thread alone hands the events to the store and to the listeners.
 */
public final class StudyRunner {

  private final StudyPlan plan;
  private final StudyHeader header;
  private final BlockExecutor executor;
  private final RunOptions options;
  private final Cancellation cancellation;
  private final StorePatience patience;
  private final LongSupplier clock;

  /** Whether the calling thread was interrupted; it is told so only when all is kept. */
  private boolean interrupted;

  /**
   * A runner of what a store does not have.
   *
   * @param executor where blocks are computed
   * @param patience with the store
   */
  public StudyRunner(
      StudyPlan plan,
      StudyHeader header,
      BlockExecutor executor,
      RunOptions options,
      Cancellation cancellation,
      StorePatience patience) {
    this(plan, header, executor, options, cancellation, patience, System::nanoTime);
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
      StorePatience patience,
      LongSupplier clock) {
    this.clock = clock;
    this.plan = plan;
    this.header = header;
    this.executor = executor;
    this.options = options;
    this.cancellation = cancellation;
    this.patience = patience;
  }

  /**
   * Runs to the end or until cancelled. Where the store offers leases other processes may do the
   * same at the same time; each trial is run by one of them, and all end when all trials are there.
   *
   * @param store keeps the trials, and says which it has
   * @param listeners further sinks; each gets the same events in the same order
   * @throws RuntimeException what a sink threw; the trials that the store flushed are kept
   * @throws ResultStoreException if another study has the id in the store
   * @throws LostTrialsException if the store afterwards lacks trials that it was given or had
   * @throws CancellationException if it was stopped while it waited for the store to begin
   */
  public RunSummary run(ResultStore store, List<ResultSink> listeners) {
    patience.run(() -> StudyIdentity.refuseAnother(header, store));
    Tally tally = new Tally(plan.trials());
    try {
      run(store, listeners, tally);
      tally.compareWith(patience.of(() -> store.done(header.id())), header.id());
      return tally.summary();
    } catch (CancellationException stopped) {
      if (!tally.begun) {
        throw stopped;
      }
      return tally.summary();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run(ResultStore store, List<ResultSink> listeners, Tally tally) {
    boolean summarized = plan.spec().keep().summaries();
    SummarySink summaries = summarized ? new SummarySink(plan, store) : null;
    ResultSink sink = summarized ? summaries : store;
    try (PatientWriter writer = new PatientWriter(sink, header, patience, tally::keep, clock);
        Listeners others = new Listeners(listeners, header)) {
      TrialOrder order = new TrialOrder(plan);
      BlockCutter cutter = new BlockCutter(order, options.lanes());
      // Only now, since from here on nobody writes to the study who does not hold leases of it.
      try (Portion portion =
          summarized
              ? alone(store, summaries, order, cutter, tally)
              : portion(store, order, cutter, tally)) {
        tally.portion = portion;
        compute(cutter, portion, writer, others);
      }
    }
  }

  /** A cell's summary is made by one process. */
  private Portion alone(
      ResultStore store, SummarySink summaries, TrialOrder order, BlockCutter cutter, Tally tally) {
    Portion alone = Undivided.of(store, header.id(), options.leaseLife(), patience);
    try {
      BitSet sound = summaries.sound(patience.of(() -> store.sound(header.id())));
      tally.begin(sound);
      cutter.add(order.all(), sound);
      cutter.end();
      return alone;
    } catch (RuntimeException failure) {
      alone.close();
      throw failure;
    }
  }

  private Portion portion(ResultStore store, TrialOrder order, BlockCutter cutter, Tally tally) {
    BitSet finished = patience.of(() -> store.finished(header.id()));
    BitSet sound = patience.of(() -> store.sound(header.id()));
    tally.begin(sound);
    Optional<StudyLeases> leases =
        patience.of(() -> store.leases(header.id(), options.leaseLife()));
    if (leases.isEmpty()) {
      cutter.add(order.all(), sound);
      cutter.end();
      return Portion.WHOLE;
    }
    BitSet unsound = (BitSet) finished.clone();
    unsound.andNot(sound);
    return new SharedPortion(
        store,
        header.id(),
        order,
        sound,
        unsound,
        cutter,
        new HeldLeases(leases.get(), options.leaseLife()),
        patience,
        options.threads(),
        clock);
  }

  private void compute(
      BlockCutter cutter, Portion portion, PatientWriter writer, Listeners listeners) {
    portion.look();
    BlockExecutor.Computation work = executor.begin(plan, cutter, options, cancellation);
    try {
      BlockEvents events;
      while ((events = next(work)) != null) {
        for (TrialEvent event : events) {
          writer.write(event);
          listeners.write(event);
        }
        writer.ended(events);
        if (writer.isDue()) {
          writer.flush();
          listeners.flush();
        } else if (events.size() == 0 && portion.awaitsFlush()) {
          writer.flush();
        }
        if (cancellation.isCancelled()) {
          cutter.end();
        } else {
          portion.look();
        }
      }
      writer.flush();
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

  /** The writers of the sinks besides the store, as one. */
  private static final class Listeners implements AutoCloseable {
    private final List<ResultWriter> writers = new ArrayList<>();

    Listeners(List<ResultSink> sinks, StudyHeader header) {
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
      writers.forEach(ResultWriter::flush);
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

  /** Counts what is finished and kept. */
  private static final class Tally {
    private final long planned;
    private final FailureReasons reasons = new FailureReasons();
    private Portion portion = Portion.WHOLE;
    private boolean begun;
    private long before;

    /** The trials that the store must have. */
    private BitSet kept;

    private long finished;
    private long elsewhere;
    private long diverged;
    private long failed;
    private long cancelled;

    Tally(long planned) {
      this.planned = planned;
    }

    void begin(BitSet sound) {
      begun = true;
      before = sound.cardinality();
      kept = (BitSet) sound.clone();
    }

    /** What is in this block will not be lost any more. */
    void keep(BlockEvents block) {
      block.forEachResult(this::count);
    }

    private void count(Trial trial, TrialResult result) {
      if (result.outcome() == Outcome.CANCELLED) {
        cancelled++;
        return;
      }
      finished++;
      kept.set((int) trial.index());
      portion.kept(trial.index());
      diverged += result.outcome() == Outcome.DIVERGED ? 1 : 0;
      if (result.outcome() == Outcome.FAILED) {
        failed++;
        reasons.count(result.message());
      }
    }

    void compareWith(BitSet stored, String studyId) {
      BitSet lost = (BitSet) kept.clone();
      lost.andNot(stored);
      if (!lost.isEmpty()) {
        throw new LostTrialsException(studyId, kept.cardinality(), lost);
      }
      elsewhere = stored.cardinality() - kept.cardinality();
    }

    RunSummary summary() {
      boolean stopped = cancelled > 0 || before + finished + elsewhere < planned;
      return new RunSummary(
          planned, before, finished, elsewhere, diverged, failed, stopped, reasons.lines());
    }
  }
}
