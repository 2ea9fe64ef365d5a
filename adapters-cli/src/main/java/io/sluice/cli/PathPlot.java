package io.sluice.cli;

import io.sluice.analysis.Figures;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.formula.TextComponent;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.Outcome;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.studies.StudyFormatException;
import io.sluice.studies.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The path of an optimizer through Rosenbrock's valley, in characters. */
final class PathPlot {

  private static final String ON = "rosenbrock";
  private static final String INSIDE = "adam";
  private static final double[] START = {-1.2, 1};
  private static final SortedSet<Long> STEPS =
      new TreeSet<>(List.of(1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L, 55L, 89L, 144L, 200L));

  private PathPlot() {}

  /** Its lines; none where there is no such path. */
  static List<String> lines(Laboratory laboratory, Component optimizer, boolean unicode) {
    boolean drawn = optimizer instanceof PopulationOptimizer;
    List<double[]> points = new ArrayList<>();
    if (!drawn) {
      points.add(START);
    }
    List<Trace.Point> looks;
    try {
      looks =
          Trace.points(
              laboratory,
              laboratory.plan(trace(optimizer).study(laboratory, STEPS.last(), Path.of("")).spec()),
              STEPS);
    } catch (StudyPlanException | StudyFormatException impossible) {
      return List.of();
    }
    Trace.Point last = looks.get(looks.size() - 1);
    for (Trace.Point look : looks) {
      if (look.at() != null && look.outcome() != Outcome.DIVERGED) {
        points.add(look.at());
      }
    }
    if (points.isEmpty()) {
      return List.of();
    }
    double[] end = points.get(points.size() - 1);
    String title =
        "  "
            + (optimizer instanceof OptimizerWrapper ? "around " + INSIDE + ", " : "")
            + "on "
            + ON
            + (drawn ? ", the best so far: " : " from (-1.2, 1): ")
            + last.step()
            + (drawn ? " generations" : " steps")
            + ", cost "
            + Figures.number(last.cost())
            + ", loss "
            + Figures.number(last.loss())
            + "; o first, x last, + minimum";
    return new Plot(-2, 2, unicode)
        .path(
            title,
            -1,
            3,
            points,
            List.of(
                new Plot.Mark('+', 1, 1),
                new Plot.Mark('o', points.get(0)[0], points.get(0)[1]),
                new Plot.Mark('x', end[0], end[1])));
  }

  /** How a study writes a wrapper, around an optimizer that everybody knows. */
  static String around(OptimizerWrapper wrapper) {
    return "{id: " + wrapper.id() + ", around: " + INSIDE + "}";
  }

  private static Trace trace(Component optimizer) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Hyperparameter each : optimizer.hyperparameters()) {
      values.put(each.name(), Double.toString(each.value()));
    }
    String word =
        optimizer instanceof OptimizerWrapper
            ? around((OptimizerWrapper) optimizer)
            : TextComponent.ofStudy(optimizer).map(TextComponent::text).orElse(optimizer.id());
    return new Trace(word, values, ON, Optional.of(START[0] + "," + START[1]), List.of());
  }
}
