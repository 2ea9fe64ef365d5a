package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.spi.TrialEvent;
import java.util.List;

/** Runs a single trial in a block of its own. */
public final class TrialRunner {

  private TrialRunner() {}

  /** The trial's events. */
  public static List<TrialEvent> run(StudyPlan plan, long index) {
    if (index < 0 || index >= plan.trials()) {
      throw new IllegalArgumentException(
          plan.id() + " has the trials 0 to " + (plan.trials() - 1) + ", not " + index);
    }
    return new BlockRunner(plan, new Cancellation()).run(List.of(index));
  }
}
