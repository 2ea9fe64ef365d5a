package io.sluice.studies;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.problem.ProblemDefinition;
import io.sluice.engine.run.TrialRunner;
import io.sluice.engine.run.TrialWatch;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Outcome;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One trial of an optimizer, looked at after some of its steps: the trial of a study that ends with
 * the last of them.
 *
 * @param optimizer an id, a rule, or an optimizer as in a study
 * @param values of its hyper-parameters, by name, and of other keys of the study
 * @param problem an id, or a problem as in a study
 * @param from the numbers of the start, separated by commas; empty to draw one
 * @param further values of other keys of the study, each {@code key=value}
 */
public record Trace(
    String optimizer,
    Map<String, String> values,
    String problem,
    Optional<String> from,
    List<String> further) {

  private static final String DIMENSIONS = "dimensions";
  private static final String COPIES = "copies";

  public Trace {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    further = List.copyOf(further);
  }

  /**
   * Where the trial stands after some steps.
   *
   * @param step updates of a gradient optimizer, generations of a population
   * @param cost in forward-equivalents
   * @param loss at the point
   * @param at the point; of a population, the best so far; null if the trial failed
   * @param outcome of the trial if it ends there, else {@code COMPLETED}
   */
  public record Point(long step, double cost, double loss, double[] at, Outcome outcome) {}

  /**
   * The study of as many steps as are looked at.
   *
   * @param directory where the files are that the problem names
   * @throws StudyFormatException with everything that is wrong
   */
  public ReadStudy study(Laboratory laboratory, long steps, Path directory) {
    List<String> parts = new ArrayList<>();
    parts.add("problems=" + problem);
    ofFunction(laboratory).ifPresent(parts::add);
    parts.add("optimizers=" + ComponentWord.optimizerInStudy(optimizer));
    values.forEach(
        (name, value) ->
            parts.add((isOfStudy(laboratory, name) ? "" : "optimizers[0].") + name + "=" + value));
    from.ifPresent(point -> parts.add("initial-weights={explicit: [" + point + "]}"));
    parts.addAll(further);
    return StudyReader.read(
        "{study: trace, repeats: 1, stop: budget, budget: {steps: " + steps + "}}",
        "trace",
        directory,
        parts);
  }

  /** Whether a path begins with a key of studies and not with a hyper-parameter. */
  private boolean isOfStudy(Laboratory laboratory, String path) {
    String first = path.split("[.\\[]", 2)[0];
    boolean isHyperparameter =
        laboratory.components().optimizersAndWrappers().find(optimizer.strip()).stream()
            .flatMap(found -> found.component().hyperparameters().stream())
            .anyMatch(each -> each.name().equals(first));
    return StudyKeys.KEYS.names().contains(first) && !isHyperparameter;
  }

  /** A function is as large as its start, or has two dimensions, so that it can be drawn. */
  private Optional<String> ofFunction(Laboratory laboratory) {
    int arguments = from.map(point -> point.split(",", -1).length).orElse(2);
    return laboratory
        .problems()
        .find(problem.strip())
        .map(found -> found.component())
        .flatMap(found -> size(found, arguments));
  }

  private static Optional<String> size(ProblemDefinition found, int arguments) {
    List<String> names = found.hyperparameters().stream().map(Hyperparameter::name).toList();
    if (names.contains(DIMENSIONS)) {
      return Optional.of("problems[0]." + DIMENSIONS + "=" + arguments);
    }
    return names.contains(COPIES)
        ? Optional.of("problems[0]." + COPIES + "=" + Math.max(1, arguments / 2))
        : Optional.empty();
  }

  /**
   * Where the only trial of a plan that was made of a {@link #study} stands after these steps, and
   * where it ends. It is run once, so what looks ahead at the end of its budget, as schedules do,
   * sees that of the last step.
   *
   * @return in the order of steps; the last is the end, which may come before the steps asked for
   */
  public static List<Point> points(Laboratory laboratory, StudyPlan plan, Set<Long> steps) {
    List<Point> points = new ArrayList<>();
    TrialRunner.Run run =
        laboratory.watched(
            plan,
            0,
            new TrialWatch() {
              @Override
              public boolean wants(long step) {
                return steps.contains(step);
              }

              @Override
              public void see(long step, double cost, double loss, double[] weights) {
                points.add(new Point(step, cost, loss, weights, Outcome.COMPLETED));
              }
            });
    TrialResult result =
        run.events().stream()
            .filter(TrialEvent.Finished.class::isInstance)
            .map(event -> ((TrialEvent.Finished) event).result())
            .findFirst()
            .orElseThrow();
    points.removeIf(point -> point.step() == result.steps());
    boolean best = plan.cells().get(0).optimizer() instanceof PopulationOptimizer;
    points.add(
        new Point(
            result.steps(),
            result.cost(),
            best ? result.bestLoss() : result.finalLoss(),
            run.weights(),
            result.outcome()));
    return points;
  }
}
