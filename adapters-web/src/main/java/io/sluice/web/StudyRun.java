package io.sluice.web;

import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunSummary;
import io.sluice.engine.text.DurationText;
import io.sluice.engine.text.Thrown;
import io.sluice.engine.watch.Waiting;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * One run of a study, from the queue to its end. It is a sink of the run's events, counts them, and
 * can be asked by any thread how far it is.
 */
final class StudyRun implements ResultSink, Waiting {

  private final StudyHeader header;
  private final Cancellation cancellation;
  private final LongAdder trials;
  private RunState state = RunState.QUEUED;
  private RunState whenHalted = RunState.STOPPED;
  private String message = "";
  private CellCounts cells;
  private long before;
  private long counted;
  private long begun;

  StudyRun(StudyHeader header, long before, Cancellation cancellation, LongAdder trials) {
    this.trials = trials;
    this.header = header;
    this.before = before;
    this.cancellation = cancellation;
  }

  StudyHeader header() {
    return header;
  }

  synchronized RunState state() {
    return state;
  }

  /** Whether it was asked to end and is about to. */
  synchronized boolean isEnding() {
    return cancellation.isCancelled() && !state.isOver();
  }

  /** The counts of its cells; none before it has begun. */
  synchronized Optional<CellCounts> cells() {
    return Optional.ofNullable(cells);
  }

  synchronized Progress progress() {
    long finished = before + counted;
    double rate = 0;
    if (state == RunState.RUNNING) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      rate = seconds > 0 ? counted / seconds : 0;
    }
    return new Progress(state, finished, header.trials(), rate, message);
  }

  /**
   * Leaves the queue.
   *
   * @param kept how many trials the store has now
   * @param counts those of its cells, with what the store has
   * @return false if the run was ended before it began
   */
  synchronized boolean begin(long kept, CellCounts counts) {
    if (state != RunState.QUEUED) {
      return false;
    }
    state = RunState.RUNNING;
    cells = counts;
    before = kept;
    begun = System.nanoTime();
    return true;
  }

  /**
   * Asks the run to end; one that has not begun ends at once.
   *
   * @param last its state when it has: stopped or paused
   */
  synchronized void halt(RunState last) {
    whenHalted = last;
    cancellation.cancel();
    if (state == RunState.QUEUED) {
      end(last, "");
    }
  }

  /** Takes note of what became of it. */
  synchronized void end(RunSummary summary) {
    before += summary.elsewhere();
    String failures = String.join("; ", summary.failures());
    end(summary.cancelled() ? whenHalted : RunState.FINISHED, failures);
  }

  /** Takes note that it was asked to end while it waited. */
  synchronized void endWaiting() {
    end(whenHalted, "");
  }

  /** Takes note that it broke off. */
  void fail(Throwable thrown) {
    String text = thrown instanceof RuntimeException ? thrown.getMessage() : null;
    end(RunState.FAILED, text == null ? Thrown.line(thrown) : text);
  }

  @Override
  public synchronized void waits(String why, Duration since) {
    message = "waiting " + why + ", " + DurationText.of(since);
  }

  @Override
  public synchronized void over() {
    message = "";
  }

  private synchronized void end(RunState last, String why) {
    state = last;
    message = why;
  }

  @Override
  public ResultWriter open(StudyHeader opened) {
    return event -> {
      if (event instanceof TrialEvent.Finished finished
          && finished.result().outcome() != Outcome.CANCELLED) {
        count(finished);
      }
    };
  }

  private synchronized void count(TrialEvent.Finished finished) {
    counted++;
    trials.increment();
    cells.add(finished);
  }
}
