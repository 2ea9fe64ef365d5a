package io.sluice.cli;

import io.sluice.analysis.Figures;
import io.sluice.engine.Laboratory;
import io.sluice.spi.Component;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.studies.ValleyPath;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The path of an optimizer through Rosenbrock's valley, in characters. */
final class PathPlot {

  private static final SortedSet<Long> STEPS =
      new TreeSet<>(List.of(1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L, 55L, 89L, 144L, 200L));

  private PathPlot() {}

  /** Its lines; none where there is no such path. */
  static List<String> lines(Laboratory laboratory, Component optimizer, boolean unicode) {
    return ValleyPath.of(laboratory, optimizer, STEPS)
        .map(path -> lines(path, optimizer, unicode))
        .orElse(List.of());
  }

  private static List<String> lines(ValleyPath path, Component optimizer, boolean unicode) {
    boolean drawn = optimizer instanceof PopulationOptimizer;
    double[] first = path.points().get(0);
    double[] end = path.points().get(path.points().size() - 1);
    String title =
        "  "
            + (optimizer instanceof OptimizerWrapper ? "around " + ValleyPath.INSIDE + ", " : "")
            + "on "
            + ValleyPath.FUNCTION
            + (drawn ? ", the best so far: " : " from (-1.2, 1): ")
            + path.last().step()
            + (drawn ? " generations" : " steps")
            + ", cost "
            + Figures.number(path.last().cost())
            + ", loss "
            + Figures.number(path.last().loss())
            + "; o first, x last, + minimum";
    return new Plot(-2, 2, unicode)
        .path(
            title,
            -1,
            3,
            path.points(),
            List.of(
                new Plot.Mark('+', 1, 1),
                new Plot.Mark('o', first[0], first[1]),
                new Plot.Mark('x', end[0], end[1])));
  }
}
