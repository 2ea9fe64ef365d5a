package io.sluice.web.play;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.plan.PlanLimits;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.problem.Problem;
import io.sluice.studies.ReadStudy;
import io.sluice.studies.StudyFormatException;
import io.sluice.studies.StudyReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A state that can be played.
 *
 * @param state what the address says
 * @param text the study, as {@code sluice run} takes it
 * @param plan of one cell, with a trial for each seed
 */
record PlayStudy(PlayState state, String text, StudyPlan plan) {

  /** What one page may ask for: small networks, seen at once. */
  static final PlanLimits LIMITS = new PlanLimits(50, 5_000, 2_000, 100, 20, 1_000, 1_000_000);

  /**
   * Reads and plans what is played.
   *
   * @throws PlayRefused naming what is wrong with which parameter
   */
  static PlayStudy of(Laboratory laboratory, PlayState state) {
    boolean ofFunction =
        laboratory
            .problems()
            .find(state.problem())
            .filter(found -> found.component().create() instanceof Problem.Minimum)
            .isPresent();
    if (state.startsAtZero() && !ofFunction) {
      PlayStudy anywhere = plan(laboratory, state, state.study(false, "[{uniform: 1}]"));
      List<Integer> zeros = Collections.nCopies(anywhere.setup().weights(), 0);
      return plan(laboratory, state, state.study(false, "[{explicit: " + zeros + "}]"));
    }
    return plan(laboratory, state, state.study(ofFunction, null));
  }

  private static PlayStudy plan(Laboratory laboratory, PlayState state, String text) {
    ReadStudy study;
    try {
      // Without a folder to look in, it cannot name files.
      study = StudyReader.read(text, "state", null);
    } catch (StudyFormatException wrong) {
      throw refused(
          text,
          wrong.complaints().stream()
              .map(
                  complaint ->
                      new Said(complaint.path(), complaint.location().line(), complaint.message()))
              .toList());
    }
    StudyPlan plan;
    try {
      plan = laboratory.plan(study.spec(), LIMITS);
    } catch (StudyPlanException wrong) {
      throw refused(
          text,
          wrong.complaints().stream()
              .map(complaint -> new Said(complaint.path(), 0, complaint.message()))
              .toList());
    }
    if (plan.cells().size() != 1) {
      throw new PlayRefused(
          "",
          "one setting is played at a time, but this has "
              + plan.cells().size()
              + " cells"
              + (plan.notes().isEmpty() ? "" : ": " + String.join("; ", plan.notes())));
    }
    return new PlayStudy(state, text, plan);
  }

  /** What the reader or the planner says of a part of the study or of a line. */
  private record Said(String path, int line, String message) {}

  private static PlayRefused refused(String text, List<Said> said) {
    List<PlayRefused.Complaint> complaints = new ArrayList<>();
    String[] lines = text.split("\n");
    for (Said one : said) {
      String path =
          one.path().isEmpty() && one.line() > 0 && one.line() <= lines.length
              ? lines[one.line() - 1].split(":", 2)[0]
              : one.path();
      String parameter = PlayParameter.ofPath(path).map(PlayParameter::id).orElse("");
      complaints.add(new PlayRefused.Complaint(parameter, one.message()));
    }
    return new PlayRefused(complaints);
  }

  /** The command that prints the same numbers of the first seed. */
  String trace() {
    StringBuilder command = new StringBuilder("sluice trace");
    StringBuilder further = new StringBuilder();
    for (String line : text.lines().toList()) {
      String[] parts = line.split(": ", 2);
      String value = parts[1].replaceAll("^\\[(.*)\\]$", "$1");
      switch (parts[0]) {
        case "optimizers":
          command.append(' ').append(quoted(value));
          break;
        case "problems":
          further.append(" --on ").append(quoted(value));
          break;
        case "networks":
          further.append(" --network ").append(quoted(value));
          break;
        case "activations":
          further.append(" --activation ").append(quoted(value));
          break;
        case "seed":
          further.append(" --seed ").append(value);
          break;
        case "study":
        case "repeats":
        case "budget":
        case "stop":
          break;
        default:
          further.append(" --set ").append(quoted(parts[0] + "=" + parts[1]));
      }
    }
    return command.append(further).append(" --steps ").append(steps()).toString();
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Its only cell. */
  TrialSetup setup() {
    return plan.cells().get(0);
  }

  /** What is minimised. */
  Task task() {
    return setup().task();
  }

  /** What its optimizer sees. */
  OptimizerKind kind() {
    return OptimizerKind.of(setup().optimizer());
  }

  /** The step that is seen first: nothing is known of a population before its first generation. */
  long firstStep() {
    return kind() == OptimizerKind.POPULATION ? 1 : 0;
  }

  /** How many steps a trial has at most. */
  long steps() {
    return (long) plan.spec().budget().amount();
  }
}
