package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.TrialRunner;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.studies.export.TrainedExport;
import io.sluice.studies.kept.Reproduction;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the weights or predictions of trials that a store kept. Stores keep no weights: each trial
 * is run again, alone, and its result compared with the one that was kept, bit by bit. So there is
 * one trial in memory at a time.
 */
final class TrainedRows {

  private final Workbench bench;
  private final Laboratory laboratory;
  private final StudyHeader header;
  private final StudyPlan plan;

  TrainedRows(Workbench bench, StudyHeader header) {
    this.bench = bench;
    this.laboratory = bench.laboratory();
    this.header = header;
    this.plan = StudyLoader.planAgain(laboratory, header);
  }

  /** Writes the rows of all these trials that came to an end. */
  void write(Stream<TrialEvent.Finished> trials, TrainedExport export) throws IOException {
    long left = 0;
    Iterator<TrialEvent.Finished> kept = trials.iterator();
    while (kept.hasNext()) {
      TrialEvent.Finished finished = kept.next();
      Outcome outcome = finished.result().outcome();
      if (outcome == Outcome.FAILED || outcome == Outcome.CANCELLED) {
        left++;
      } else {
        write(finished, export);
      }
    }
    if (left > 0) {
      bench.warn(left + " of the trials failed or were cancelled, so they have no weights");
    }
  }

  private void write(TrialEvent.Finished finished, TrainedExport export) throws IOException {
    Trial trial = finished.trial();
    long index = index(trial);
    TrialRunner.Run run = laboratory.trained(plan, index);
    List<TrialEvent> events = run.events();
    TrialEvent.Finished again = (TrialEvent.Finished) events.get(events.size() - 1);
    if (!again.result().equals(finished.result())) {
      throw CommandFailure.workFailed(
          header.id()
              + "/"
              + trial.index()
              + " has another result today than was kept, so its weights are not those of then;"
              + " sluice reproduce shows the difference");
    }
    int cell = Math.toIntExact(index / plan.spec().repeats());
    export.write(trial, plan.cells().get(cell).task(), run.weights());
  }

  private long index(Trial trial) {
    try {
      return Reproduction.index(plan, header, trial);
    } catch (Reproduction.ImpossibleException impossible) {
      throw CommandFailure.workFailed(impossible.getMessage());
    }
  }
}
