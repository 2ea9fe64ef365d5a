package io.sluice.web;

import io.sluice.engine.Laboratory;
import io.sluice.engine.run.BlockExecutor;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.run.RunSummary;
import io.sluice.engine.run.StorePatience;
import io.sluice.engine.text.MemoryText;
import io.sluice.engine.watch.Headway;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A study that was handed in, run in turns with others. One that is tuned is a chain of studies,
 * which follow each other in the same turns.
 */
final class StudyJob implements Turns.Turn {

  private static final Logger LOG = LoggerFactory.getLogger(StudyJob.class);

  private final Desk desk;
  private final PlannedStudy declared;
  private final PlannedStudy first;
  private final Cancellation cancellation = new Cancellation();
  private StudyRun run;
  private boolean begun;

  /**
   * What a job needs of the desk.
   *
   * @param trials counts the trials that are finished
   * @param following is told of the run of a further part of a chain
   * @param over is told when nothing of the job is left to do
   */
  record Desk(
      Laboratory laboratory,
      ResultStore store,
      RunOptions options,
      Planning planning,
      Executor executor,
      LongAdder trials,
      Consumer<StudyJob> following,
      Consumer<StudyJob> over) {}

  /**
   * A job that has not begun.
   *
   * @param declared the study as it was handed in
   * @param first what is to be run of it now
   */
  StudyJob(Desk desk, PlannedStudy declared, PlannedStudy first, long kept) {
    this.desk = desk;
    this.declared = declared;
    this.first = first;
    this.run = new StudyRun(first.header(), kept, cancellation, desk.trials());
  }

  /** The run of the part that is at hand. */
  synchronized StudyRun run() {
    return run;
  }

  /** The text from which it can be taken up. */
  String spec() {
    return declared.header().spec();
  }

  @Override
  public synchronized void go() {
    if (begun) {
      cancellation.release();
    } else {
      begun = true;
      desk.executor().execute(this::work);
    }
  }

  @Override
  public void hold() {
    cancellation.hold();
  }

  /** Ends it; what has not begun never does. */
  void halt(RunState last) {
    boolean never;
    synchronized (this) {
      run.halt(last);
      never = !begun;
      begun = true;
    }
    if (never) {
      desk.over().accept(this);
    }
  }

  private void work() {
    try {
      PlannedStudy part = first;
      while (part != null) {
        part = workOn(part);
      }
    } finally {
      desk.over().accept(this);
    }
  }

  /** Runs a part; gives the one that follows, or null. */
  private PlannedStudy workOn(PlannedStudy part) {
    StudyRun now = run();
    try {
      StudyHeader header = part.header();
      StorePatience patience = new StorePatience(desk.options().storePatience(), cancellation, now);
      Laboratory laboratory = desk.laboratory();
      ResultStore store = desk.store();
      patience.of(
          () -> laboratory.takeOver(part.plan(), header, store, cancellation, Headway.UNHEARD));
      long kept = patience.of(() -> kept(header));
      if (!now.begin(kept, patience.of(() -> counts(part)))) {
        return null;
      }
      RunSummary summary =
          laboratory.run(
              part.plan(),
              header,
              store,
              List.of(now),
              BlockExecutor.ofThisProcess(),
              desk.options(),
              cancellation,
              patience);
      if (summary.elsewhere() > 0) {
        patience.run(() -> count(header, now.cells().orElseThrow()));
      }
      PlannedStudy next = summary.cancelled() ? null : patience.of(() -> following(part));
      if (next != null) {
        synchronized (this) {
          run = new StudyRun(next.header(), kept(next.header()), cancellation, desk.trials());
        }
        desk.following().accept(this);
      }
      now.end(summary);
      return next;
    } catch (CancellationException stopped) {
      now.endWaiting();
    } catch (OutOfMemoryError full) {
      String why = MemoryText.of(full, "measure more rarely");
      LOG.error("study {} broke off: {}", now.header().id(), why);
      now.fail(new IllegalStateException(why));
    } catch (RuntimeException | Error thrown) {
      LOG.error("study {} broke off", now.header().id(), thrown);
      now.fail(thrown);
    }
    return null;
  }

  private PlannedStudy following(PlannedStudy part) {
    return cancellation.isCancelled() || !declared.plan().awaitsTuning() || !part.plan().isRung()
        ? null
        : desk.planning().next(declared, desk.store());
  }

  private long kept(StudyHeader header) {
    return desk.store().done(header.id()).cardinality();
  }

  private CellCounts counts(PlannedStudy part) {
    CellCounts counts = new CellCounts(part.header());
    counts.plan(part.plan());
    count(part.header(), counts);
    return counts;
  }

  /** Counts what the store has and was not counted. */
  private void count(StudyHeader header, CellCounts counts) {
    try (Stream<TrialEvent.Finished> trials = desk.store().trials(header.id())) {
      trials.forEach(counts::add);
    }
  }
}
