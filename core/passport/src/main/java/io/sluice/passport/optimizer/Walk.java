package io.sluice.passport.optimizer;

import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.PopulationOptimizer;

/** One trial of an optimizer of any kind on a {@link Landscape}. */
interface Walk {

  /** A step, a generation or an accepted point more; false if the optimizer has stopped. */
  boolean step();

  /** The weights; of a population every candidate of the last generation, one after the other. */
  double[] trail();

  /** The weights; of a population the best so far. */
  double[] at();

  /** The loss there. */
  double loss();

  /** What was paid so far, in forward-equivalents. */
  double cost();

  /** The state, to see what it keeps. */
  Object state();

  /**
   * A walk that has not begun.
   *
   * @param start where it begins, if it is no population, which has the box for that
   */
  static Walk of(Optimizer optimizer, Landscape landscape, Box box, double[] start, long seed) {
    if (optimizer instanceof PopulationOptimizer) {
      return new PopulationWalk((PopulationOptimizer) optimizer, landscape, box, seed, x -> x);
    }
    if (optimizer instanceof OracleOptimizer) {
      return new OracleWalk((OracleOptimizer) optimizer, landscape, box, start, seed);
    }
    return new GradientWalk((GradientOptimizer) optimizer, landscape, box, start);
  }
}
