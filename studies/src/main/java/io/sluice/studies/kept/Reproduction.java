package io.sluice.studies.kept;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A trial that was run again, alone, beside what a store kept of it.
 *
 * @param stored what was kept
 * @param again what came out now
 * @param changes how today's components and Sluice differ from those of then, a line each
 */
public record Reproduction(StoredTrial stored, List<TrialEvent> again, List<String> changes) {

  /** What a study's header says that no trial depends on. */
  private static final Set<String> CHANGE_NO_RESULT =
      Set.of("jvm", "os", StudyHeader.DECIDE_BY, StudyHeader.IDENTITY, StudyHeader.SETTINGS);

  public Reproduction {
    again = List.copyOf(again);
    changes = List.copyOf(changes);
  }

  /** A trial that cannot be run again. The message says why. */
  public static final class ImpossibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImpossibleException(String message) {
      super(message);
    }
  }

  /**
   * Runs a trial again.
   *
   * @param plan plans the trial's study with today's components
   * @throws ImpossibleException if there is nothing to compare, or no such trial any more
   */
  public static Reproduction of(
      Laboratory laboratory, StoredTrial stored, Supplier<StudyPlan> plan) {
    if (stored.finished().result().outcome() == Outcome.CANCELLED) {
      throw new ImpossibleException(
          "the trial "
              + stored.name()
              + " was stopped before its end, so there is nothing to compare");
    }
    StudyPlan today = plan.get();
    List<String> changes =
        today.id().equals(stored.header().id())
            ? List.of()
            : changes(stored.header(), laboratory.header(today, stored.header().spec()));
    return new Reproduction(
        stored,
        laboratory.runTrial(today, index(today, stored.header(), stored.finished().trial())),
        changes);
  }

  /**
   * Where the plan of today has the trial. With other plugins, or another Sluice, its key is
   * another one; then it is the trial of the same cell and repeat.
   *
   * @param header of the study that it was kept in
   * @throws ImpossibleException if there is no such trial any more
   */
  public static long index(StudyPlan plan, StudyHeader header, Trial then) {
    int[] same = plan.cellsWith(then);
    int repeats = plan.spec().repeats();
    if (same.length > 0 && then.repeat() < repeats) {
      int cell =
          Arrays.stream(same).filter(one -> one == then.cell().index()).findAny().orElse(same[0]);
      return (long) cell * repeats + then.repeat();
    }
    for (TrialSetup setup : plan.cells()) {
      Cell cell = setup.cell();
      if (cell.factors().equals(then.cell().factors())
          && cell.hyperparameters().equals(then.cell().hyperparameters())
          && then.repeat() < repeats) {
        return (long) cell.index() * repeats + then.repeat();
      }
    }
    throw new ImpossibleException(
        "the study planned with today's components has no trial of the cell "
            + then.cell().factors().values()
            + "; it was made with "
            + header.provenance());
  }

  private static List<String> changes(StudyHeader then, StudyHeader now) {
    Map<String, String> names = new LinkedHashMap<>(then.provenance());
    names.putAll(now.provenance());
    List<String> changes = new ArrayList<>();
    for (String name : names.keySet()) {
      String before = then.provenance().getOrDefault(name, "none");
      String today = now.provenance().getOrDefault(name, "none");
      if (!CHANGE_NO_RESULT.contains(name) && !before.equals(today)) {
        changes.add(name + " was " + before + " and is " + today);
      }
    }
    return changes.isEmpty()
        ? List.of("today's plan of the study is " + now.id() + ", not " + then.id())
        : changes;
  }
}
