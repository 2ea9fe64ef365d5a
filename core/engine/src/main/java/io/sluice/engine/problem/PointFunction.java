package io.sluice.engine.problem;

import io.sluice.spi.BlockLayout;
import java.util.Arrays;

/** A function on the box [−limit, limit]^n that is written for one point at a time. */
abstract class PointFunction implements ObjectiveFunction {

  private final int dimensions;
  private final double limit;

  PointFunction(int dimensions, double limit) {
    this.dimensions = dimensions;
    this.limit = limit;
  }

  /** The loss at a point. */
  abstract double value(double[] x);

  /** Sets the slopes at a point. */
  abstract void gradient(double[] x, double[] g);

  @Override
  public final int dimensions() {
    return dimensions;
  }

  @Override
  public final double lower(int dimension) {
    return -limit;
  }

  @Override
  public final double upper(int dimension) {
    return limit;
  }

  @Override
  public boolean hasGradient() {
    return true;
  }

  @Override
  public final void losses(BlockLayout layout, double[] points, int lanes, double[] losses) {
    double[] x = new double[dimensions];
    for (int lane = 0; lane < lanes; lane++) {
      load(layout, points, lane, x);
      losses[lane] = value(x);
    }
  }

  @Override
  public final void gradients(
      BlockLayout layout, double[] points, int lanes, double[] losses, double[] gradients) {
    double[] x = new double[dimensions];
    double[] g = new double[dimensions];
    for (int lane = 0; lane < lanes; lane++) {
      load(layout, points, lane, x);
      losses[lane] = value(x);
      gradient(x, g);
      for (int d = 0; d < dimensions; d++) {
        gradients[layout.row(d) + lane] = g[d];
      }
    }
  }

  @Override
  public final void residual(
      int index, BlockLayout layout, double[] points, int lanes, double[] values, double[] slopes) {
    double[] x = new double[dimensions];
    double[] g = new double[dimensions];
    for (int lane = 0; lane < lanes; lane++) {
      load(layout, points, lane, x);
      Arrays.fill(g, 0);
      values[lane] = residual(index, x, g);
      for (int d = 0; d < dimensions; d++) {
        slopes[layout.row(d) + lane] = g[d];
      }
    }
  }

  /**
   * One residual of a sum of squares.
   *
   * @param g all 0; receives its slopes
   */
  double residual(int index, double[] x, double[] g) {
    throw new UnsupportedOperationException("this function is no sum of squares");
  }

  static void load(BlockLayout layout, double[] points, int lane, double[] x) {
    for (int d = 0; d < x.length; d++) {
      x[d] = points[layout.row(d) + lane];
    }
  }
}
