package io.sluice.web;

import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunSummary;
import io.sluice.engine.text.Thrown;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;

/**
 * One run of a study, from the queue to its end. It is a sink of the run's events, counts them, and
 * can be asked by any thread how far it is.
 */
final class StudyRun implements ResultSink {

  private final StudyHeader header;
  private final Cancellation cancellation = new Cancellation();
  private RunState state = RunState.QUEUED;
  private String message = "";
  private long before;
  private long counted;
  private long begun;

  StudyRun(StudyHeader header, long before) {
    this.header = header;
    this.before = before;
  }

  StudyHeader header() {
    return header;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  synchronized RunState state() {
    return state;
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
   * @return false if the run was stopped before it began
   */
  synchronized boolean begin(long kept) {
    if (state != RunState.QUEUED) {
      return false;
    }
    state = RunState.RUNNING;
    before = kept;
    begun = System.nanoTime();
    return true;
  }

  /** Asks the run to stop; one that has not begun ends at once. */
  synchronized void stop() {
    cancellation.cancel();
    if (state == RunState.QUEUED) {
      end(RunState.STOPPED, "");
    }
  }

  /** Takes note of what became of it. */
  void end(RunSummary summary) {
    String failures = String.join("; ", summary.failures());
    end(summary.cancelled() ? RunState.STOPPED : RunState.FINISHED, failures);
  }

  /** Takes note that it broke off. */
  void fail(Throwable thrown) {
    String text = thrown instanceof RuntimeException ? thrown.getMessage() : null;
    end(RunState.FAILED, text == null ? Thrown.line(thrown) : text);
  }

  private synchronized void end(RunState last, String why) {
    state = last;
    message = why;
  }

  @Override
  public ResultWriter open(StudyHeader opened) {
    return event -> {
      if (event instanceof TrialEvent.Finished
          && ((TrialEvent.Finished) event).result().outcome() != Outcome.CANCELLED) {
        count();
      }
    };
  }

  private synchronized void count() {
    counted++;
  }
}
