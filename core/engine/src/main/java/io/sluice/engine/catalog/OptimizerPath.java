package io.sluice.engine.catalog;

import io.sluice.spi.Component;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.PopulationOptimizer;
import java.util.List;

/**
 * The way of an optimizer through Rosenbrock's valley, from (-1.2, 1); of a population, which has
 * its own start, the best points so far.
 *
 * @param points each x and y, from the start on, as far as they are numbers; at least one
 * @param step how many steps or generations it took
 * @param cost what it paid, in forward-equivalents
 * @param loss where it came
 */
public record OptimizerPath(List<double[]> points, long step, double cost, double loss) {

  /** The function. */
  public static final String FUNCTION = "rosenbrock";

  /** What a wrapper is put around. */
  public static final String INSIDE = "adam";

  public OptimizerPath {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a path has a point");
    }
  }

  /** How a study writes a wrapper, around an optimizer that everybody knows. */
  public static String around(OptimizerWrapper wrapper) {
    return "{id: " + wrapper.id() + ", around: " + INSIDE + "}";
  }

  /** Where an optimizer goes and how it begins, in words. */
  public static String setting(Component optimizer) {
    return (optimizer instanceof OptimizerWrapper ? "around " + INSIDE + ", " : "")
        + "on "
        + FUNCTION
        + (optimizer instanceof PopulationOptimizer ? ", the best so far" : " from (-1.2, 1)");
  }
}
