package io.sluice.web;

import io.sluice.analysis.Figures;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.RunOptions;
import io.sluice.spi.ResultStore;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Reads and plans studies for requests, within the limits of the server. */
final class Planning {

  private static final int AT_ONCE = 2;
  private static final int WAITING = 16;
  private static final String WHAT = "planning the study";

  private final Laboratory laboratory;
  private final RunOptions options;
  private final WebLimits limits;
  private final BoundedWork work;

  Planning(Laboratory laboratory, RunOptions options, WebLimits limits) {
    this.laboratory = laboratory;
    this.options = options;
    this.limits = limits;
    this.work = new BoundedWork("plans", AT_ONCE, WAITING, limits.planSeconds());
  }

  /**
   * The plan of a study as it was declared.
   *
   * @param gone whether nobody waits for it any more
   * @throws PlannedStudy.Refused if it cannot be read or planned
   * @throws RequestException if it is too large
   */
  PlannedStudy declared(String text, BooleanSupplier gone) {
    PlannedStudy declared =
        work.get(WHAT, gone, () -> PlannedStudy.of(text, laboratory, limits.plan()));
    refuseTooDear(declared.plan());
    return declared;
  }

  /** What is to be run of it now: of a study that is tuned a part of its chain. */
  PlannedStudy next(PlannedStudy declared, ResultStore store, BooleanSupplier gone) {
    return declared.plan().awaitsTuning()
        ? work.get(WHAT, gone, () -> next(declared, store))
        : declared;
  }

  /** The same in the calling thread, for as long as it takes. */
  PlannedStudy next(PlannedStudy declared, ResultStore store) {
    return declared.next(laboratory, store, limits);
  }

  /** What a study may cost with its tuning, in multiplications. */
  double multiplications(StudyPlan plan) {
    return Stream.concat(Stream.of(plan), laboratory.tuning(plan, limits.plan()).stream())
        .mapToDouble(StudyPlan::multiplications)
        .sum();
  }

  /** About how long so many multiplications take with all threads. */
  double seconds(double multiplications) {
    return multiplications / WebLimits.MULTIPLICATIONS_A_SECOND / options.threads();
  }

  /** Refuses a study that costs more than this server takes upon itself. */
  void refuseTooDear(StudyPlan plan) {
    double cost = multiplications(plan);
    if (cost > limits.cost()) {
      throw new RequestException(
          422,
          "the study may cost "
              + Figures.number(cost)
              + " multiplications, "
              + Duration.text(seconds(cost))
              + " at a billion a second on each of "
              + options.threads()
              + " threads; this server takes studies of up to "
              + Figures.number(limits.cost())
              + " (sluice serve --max-cost)");
    }
  }

  /** Where it is done. */
  BoundedWork work() {
    return work;
  }
}
