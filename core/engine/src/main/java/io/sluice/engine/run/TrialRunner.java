package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.spi.TrialEvent;
import java.util.List;

/** Runs a single trial in a block of its own. */
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
    BlockRunner runner = new BlockRunner(plan, new Cancellation(), watch, MeasurementRoom.ofHeap());
    List<TrialRecord> records = runner.records(index);
    BlockEvents events = runner.runAll(records);
    return new Run(events.toList(), records.get(0).weights());
  }
}
