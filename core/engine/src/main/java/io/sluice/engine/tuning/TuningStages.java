package io.sluice.engine.tuning;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TuningSpec;
import io.sluice.spi.ResultStore;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The chain of studies that a tuned study is: its rungs one after the other, then the study itself.
 * Each is an ordinary study with an id and a header of its own; which comes next is a function of
 * what the store has, so a chain that was stopped anywhere goes on there.
 */
public final class TuningStages {

  private TuningStages() {}

  /**
   * The study of the chain that is to be run now: the first rung of which the store does not have
   * every trial, else the study itself with what was chosen. A study without tuning, or for which
   * is chosen already, is itself.
   *
   * @param planner plans the studies of the chain
   */
  public static StudyPlan next(
      StudyPlan declared, ResultStore store, Function<StudySpec, StudyPlan> planner) {
    if (!declared.awaitsTuning()) {
      return declared;
    }
    StudySpec spec = declared.spec();
    List<TuningSpec.Choice> left = List.of();
    List<String> studies = new ArrayList<>();
    for (int rung = 1; rung <= spec.tuning().orElseThrow().rungs(); rung++) {
      StudyPlan plan = planner.apply(spec.rung(rung, left));
      if (store.sound(plan.id()).cardinality() < plan.trials()) {
        return plan;
      }
      studies.add(plan.id());
      Contest contest = new Contest(declared, plan);
      try (Stream<TrialEvent.Finished> trials = store.trials(plan.id())) {
        trials.forEach(contest::add);
      }
      left = contest.kept();
    }
    return planner.apply(spec.chosen(left, studies));
  }

  /**
   * The rungs of a study as they will be, before any was run: which combinations the later ones
   * have is not known yet, but how many. Empty without tuning.
   *
   * @param planner plans the studies of the chain
   */
  public static List<StudyPlan> rungs(StudyPlan declared, Function<StudySpec, StudyPlan> planner) {
    List<StudyPlan> rungs = new ArrayList<>();
    if (declared.awaitsTuning()) {
      List<TuningSpec.Choice> left = List.of();
      for (int rung = 1; rung <= declared.spec().tuning().orElseThrow().rungs(); rung++) {
        StudyPlan plan = planner.apply(declared.spec().rung(rung, left));
        rungs.add(plan);
        left = new Contest(declared, plan).kept();
      }
    }
    return rungs;
  }
}
