package io.sluice.studies;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.OptimizerPath;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.formula.TextComponent;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.Outcome;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.WrappedOptimizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * The way of an optimizer, or of a wrapper around one, through Rosenbrock's valley, from (-1.2, 1);
 * of a population, which has its own start, the best points so far.
 *
 * @param points from the start on, as far as they are numbers
 * @param last where it was seen last
 * @param learningRate the one it was given, if that is not its own
 */
public record ValleyPath(List<double[]> points, Trace.Point last, OptionalDouble learningRate) {

  private static final SortedSet<Long> STEPS =
      new TreeSet<>(List.of(1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L, 55L, 89L, 144L, 200L));

  private static final String START = "-1.2,1";
  private static final String LEARNING_RATE = "learning-rate";
  private static final int LEAST_POWER = -12;
  private static final int GREATEST_POWER = 12;

  public ValleyPath {
    points = List.copyOf(points);
  }

  /** The path of a component to be shown; empty if it is no optimizer or cannot be run there. */
  public static Optional<OptimizerPath> shown(Laboratory laboratory, Component component) {
    if (!(component instanceof Optimizer) && !(component instanceof OptimizerWrapper)) {
      return Optional.empty();
    }
    return of(laboratory, component, STEPS)
        .map(
            path ->
                new OptimizerPath(
                    path.points, path.last.step(), path.last.cost(), path.last.loss()));
  }

  /**
   * The path of an optimizer as it is.
   *
   * @param steps after which it is looked at
   * @return empty if it cannot be run there
   */
  public static Optional<ValleyPath> of(
      Laboratory laboratory, Component optimizer, SortedSet<Long> steps) {
    return of(laboratory, optimizer, steps, OptionalDouble.empty());
  }

  /**
   * The path with the learning rate that comes to the least loss: its own times a power of two, if
   * it has one.
   */
  public static Optional<ValleyPath> best(
      Laboratory laboratory, Component optimizer, SortedSet<Long> steps) {
    Optional<ValleyPath> best = of(laboratory, optimizer, steps);
    Optional<Hyperparameter> rate =
        optimizer.hyperparameters().stream()
            .filter(each -> each.name().equals(LEARNING_RATE))
            .findAny();
    for (int power = LEAST_POWER; rate.isPresent() && power <= GREATEST_POWER; power++) {
      double value = Math.scalb(rate.get().value(), power);
      if (power != 0 && rate.get().complaint(value).isEmpty()) {
        Optional<ValleyPath> other = of(laboratory, optimizer, steps, OptionalDouble.of(value));
        if (other.isPresent() && (best.isEmpty() || other.get().isBetterThan(best.get()))) {
          best = other;
        }
      }
    }
    return best;
  }

  private boolean isBetterThan(ValleyPath other) {
    return last.outcome() == Outcome.COMPLETED
        && (other.last.outcome() != Outcome.COMPLETED || last.loss() < other.last.loss());
  }

  private static Optional<ValleyPath> of(
      Laboratory laboratory, Component optimizer, SortedSet<Long> steps, OptionalDouble rate) {
    List<double[]> points = new ArrayList<>();
    if (!(optimizer instanceof PopulationOptimizer)) {
      points.add(new double[] {-1.2, 1});
    }
    List<Trace.Point> looks;
    try {
      ReadStudy study = trace(optimizer, rate).study(laboratory, steps.last(), Path.of(""));
      looks = Trace.points(laboratory, laboratory.plan(study.spec()), steps);
    } catch (StudyPlanException | StudyFormatException impossible) {
      return Optional.empty();
    }
    for (Trace.Point look : looks) {
      if (look.at() != null && look.outcome() != Outcome.DIVERGED) {
        points.add(look.at());
      }
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new ValleyPath(points, looks.get(looks.size() - 1), rate));
  }

  private static Trace trace(Component optimizer, OptionalDouble rate) {
    return new Trace(
        written(optimizer, rate), Map.of(), OptimizerPath.FUNCTION, Optional.of(START), List.of());
  }

  /** The optimizer with all its values, as a study writes it. */
  private static String written(Component optimizer, OptionalDouble rate) {
    Optional<WrappedOptimizer> wrapped =
        Optional.of(optimizer)
            .filter(WrappedOptimizer.class::isInstance)
            .map(WrappedOptimizer.class::cast);
    Component outside = wrapped.<Component>map(WrappedOptimizer::wrapper).orElse(optimizer);
    StringJoiner keys = new StringJoiner(", ", "{", "}");
    keys.add(
        TextComponent.ofStudy(outside)
            .map(text -> "rule: " + PackText.quoted(text.text()))
            .orElse("id: " + outside.id()));
    for (Hyperparameter each : outside.hyperparameters()) {
      double value = each.name().equals(LEARNING_RATE) ? rate.orElse(each.value()) : each.value();
      keys.add(each.name() + ": " + value);
    }
    wrapped.ifPresent(whole -> keys.add("around: " + written(whole.inner(), rate)));
    if (outside instanceof OptimizerWrapper && wrapped.isEmpty()) {
      keys.add("around: " + OptimizerPath.INSIDE);
    }
    return keys.toString();
  }
}
