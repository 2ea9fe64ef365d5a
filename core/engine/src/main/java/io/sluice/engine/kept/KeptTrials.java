package io.sluice.engine.kept;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialEvent.Started;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goes through the trials that a store kept of a study, in the order of their index, each with its
 * measurements.
 *
 * <pre>{@code
 * try (KeptTrials trials = new KeptTrials(store, header.id())) {
 *   while (trials.next()) {
 *     trials.writeTo(writer, trials.finished().trial());
 *   }
 * }
 * }</pre>
 */
public final class KeptTrials implements AutoCloseable {

  private final Stream<Finished> trials;
  private final Stream<Measured> measurements;
  private final Iterator<Finished> each;
  private final Iterator<Measured> rest;
  private final List<Measured> own = new ArrayList<>();
  private Finished finished;
  private Measured ahead;

  /** Stands before the first trial. */
  public KeptTrials(ResultStore store, String studyId) {
    trials = store.trials(studyId);
    try {
      measurements = store.measurements(studyId);
    } catch (RuntimeException failure) {
      trials.close();
      throw failure;
    }
    each = trials.iterator();
    rest = measurements.iterator();
  }

  /** Goes to the next trial, if there is one. */
  public boolean next() {
    if (!each.hasNext()) {
      return false;
    }
    finished = each.next();
    long index = finished.trial().index();
    own.clear();
    // Of a trial that came in between, measurements may be there without their end being seen.
    while ((ahead != null || rest.hasNext()) && indexAhead() <= index) {
      if (ahead.trial().index() == index) {
        own.add(ahead);
      }
      ahead = null;
    }
    return true;
  }

  private long indexAhead() {
    if (ahead == null) {
      ahead = rest.next();
    }
    return ahead.trial().index();
  }

  /** The end of the trial here. */
  public Finished finished() {
    return finished;
  }

  /** The measurements of the trial here, in the order they were written. */
  public List<Measured> measurements() {
    return List.copyOf(own);
  }

  /**
   * Writes the trial here.
   *
   * @param as the trial that it is for the writer
   */
  public void writeTo(ResultWriter writer, Trial as) {
    writer.write(new Started(as));
    for (Measured one : own) {
      writer.write(new Measured(as, one.step(), one.cost(), one.metric(), one.value()));
    }
    writer.write(new Finished(as, finished.result()));
  }

  @Override
  public void close() {
    try (trials) {
      measurements.close();
    }
  }
}
