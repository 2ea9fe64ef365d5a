package io.sluice.optimizers.oracle;

/**
 * Straight downhill. The first length is twice the last, so that a search can grow as well as
 * shrink.
 *
 * @param start the length before there is a last one
 */
record SteepestDescent(double start) implements Direction {

  @Override
  public void write(double[] gradient, double[] direction) {
    Direction.steepest(gradient, direction);
  }

  @Override
  public double first(double[] gradient, double slope, double lastLength, double lastSlope) {
    return lastLength > 0 ? 2 * lastLength : start;
  }
}
