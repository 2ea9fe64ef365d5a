package io.sluice.engine.problem;

import io.sluice.spi.BlockLayout;

/**
 * A function of pairs: the mean over {@code copies} of a core on the plane, parameter 2i being the
 * first coordinate of copy i and 2i+1 the second. The loss is one minus that mean, the core's
 * maximum being 1. A point that is not in the box has the worst loss, 1.
 */
final class PlanarFunction implements ObjectiveFunction {

  private final PlanarCore core;
  private final int copies;

  PlanarFunction(PlanarCore core, int copies) {
    this.core = core;
    this.copies = copies;
  }

  @Override
  public int dimensions() {
    return 2 * copies;
  }

  @Override
  public double lower(int dimension) {
    return dimension % 2 == 0 ? core.lowerX() : core.lowerY();
  }

  @Override
  public double upper(int dimension) {
    return dimension % 2 == 0 ? core.upperX() : core.upperY();
  }

  @Override
  public boolean hasGradient() {
    return core.hasGradient();
  }

  @Override
  public void losses(BlockLayout layout, double[] points, int lanes, double[] losses) {
    for (int lane = 0; lane < lanes; lane++) {
      double sum = 0;
      for (int copy = 0; copy < copies; copy++) {
        double x = points[layout.row(2 * copy) + lane];
        double y = points[layout.row(2 * copy + 1) + lane];
        sum += core.value(x, y);
      }
      losses[lane] = isOutside(layout, points, lane) ? 1 : 1 - sum / copies;
    }
  }

  /** Outside the box the loss is flat, so the gradient there is 0. */
  @Override
  public void gradients(
      BlockLayout layout, double[] points, int lanes, double[] losses, double[] gradients) {
    losses(layout, points, lanes, losses);
    double[] slope = new double[2];
    for (int lane = 0; lane < lanes; lane++) {
      double scale = isOutside(layout, points, lane) ? 0 : -1.0 / copies;
      for (int copy = 0; copy < copies; copy++) {
        int x = layout.row(2 * copy) + lane;
        int y = layout.row(2 * copy + 1) + lane;
        core.gradient(points[x], points[y], slope);
        gradients[x] = scale * slope[0];
        gradients[y] = scale * slope[1];
      }
    }
  }

  private boolean isOutside(BlockLayout layout, double[] points, int lane) {
    for (int copy = 0; copy < copies; copy++) {
      if (core.isOutside(
          points[layout.row(2 * copy) + lane], points[layout.row(2 * copy + 1) + lane])) {
        return true;
      }
    }
    return false;
  }
}
