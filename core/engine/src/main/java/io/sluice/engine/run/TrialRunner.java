package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.watch.Pulse;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Runs a single trial, or a few of one cell side by side, in a block of its own. */
public final class TrialRunner {

  private TrialRunner() {}

  /**
   * What became of a trial.
   *
   * @param events all its events
   * @param weights the last weights of a gradient optimizer, the best of a population; null if the
   *     trial failed
   */
  public record Run(List<TrialEvent> events, double[] weights) {}

  /**
   * Runs the trial.
   *
   * @param watch sees it on the way
   */
  public static Run run(StudyPlan plan, long index, TrialWatch watch) {
    if (index < 0 || index >= plan.trials()) {
      throw new IllegalArgumentException(
          plan.id() + " has the trials 0 to " + (plan.trials() - 1) + ", not " + index);
    }
    BlockRunner runner =
        new BlockRunner(plan, new Cancellation(), trial -> watch, MeasurementRoom.ofHeap());
    List<TrialRecord> records = runner.records(index);
    BlockEvents events = runner.runAll(records);
    return new Run(events.toList(), records.get(0).weights());
  }

  /**
   * Runs all trials of a plan of one cell side by side; each has the bits that it has alone. If a
   * component throws they are run again one by one, and are seen again from the start.
   *
   * @param watches what sees a trial on the way, by its index
   * @param cancellation ends all of them
   * @return the events of all trials, trial by trial
   */
  public static List<TrialEvent> runAll(
      StudyPlan plan, LongFunction<TrialWatch> watches, Cancellation cancellation) {
    if (plan.cells().size() != 1) {
      throw new IllegalArgumentException(
          plan.id() + " has " + plan.cells().size() + " cells, not one");
    }
    try {
      return new BlockRunner(plan, cancellation, watches, MeasurementRoom.ofHeap())
          .run(LongStream.range(0, plan.trials()).toArray())
          .toList();
    } finally {
      Pulse.ofThread().stopWhen(() -> false);
    }
  }
}
