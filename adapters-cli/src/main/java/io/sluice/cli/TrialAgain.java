package io.sluice.cli;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.Cell;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import java.util.Arrays;

/** Finds a trial that a store kept in the plan of today. */
final class TrialAgain {

  private TrialAgain() {}

  /**
   * Where the plan of today has the trial. With other plugins, or another Sluice, its key is
   * another one; then it is the trial of the same cell and repeat.
   */
  static long index(StudyPlan plan, StudyHeader header, Trial then) {
    int[] same = plan.indices(then.key());
    if (same.length > 0) {
      return Arrays.stream(same).filter(index -> index == then.index()).findAny().orElse(same[0]);
    }
    for (TrialSetup setup : plan.cells()) {
      Cell cell = setup.cell();
      if (cell.factors().equals(then.cell().factors())
          && cell.hyperparameters().equals(then.cell().hyperparameters())
          && then.repeat() < plan.spec().repeats()) {
        return (long) cell.index() * plan.spec().repeats() + then.repeat();
      }
    }
    throw CommandFailure.workFailed(
        "the study planned with today's components has no trial of the cell "
            + then.cell().factors().values()
            + "; it was made with "
            + header.provenance());
  }
}
