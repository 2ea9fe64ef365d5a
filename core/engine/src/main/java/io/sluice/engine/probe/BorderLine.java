package io.sluice.engine.probe;

import io.sluice.engine.study.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * The line on which a network of two inputs leaves two classes undecided. It is looked for in the
 * box of the rows to train with, on the edges of a grid of {@value #SIDE} × {@value #SIDE} points;
 * where it crosses one is found by halving.
 */
final class BorderLine {

  private static final int SIDE = 41;
  private static final int HALVINGS = 50;

  private final Probed network;
  private final double[] least = new double[2];
  private final double[] width = new double[2];

  private BorderLine(Probed network) {
    this.network = network;
    Dataset data = network.ground().data();
    for (int i = 0; i < 2; i++) {
      double from = data.input(0, i);
      double to = from;
      for (int row = 1; row < data.rows(); row++) {
        from = Math.min(from, data.input(row, i));
        to = Math.max(to, data.input(row, i));
      }
      least[i] = from;
      width[i] = to - from;
    }
  }

  /**
   * How far it is from straight: the root of the mean square of its points' distances from the
   * straight line that fits them best, by that of their distances along the line. From 0 to 1; NaN
   * if it has fewer than three points.
   */
  static double flatness(Probed network) {
    BorderLine border = new BorderLine(network);
    return border.width[0] > 0 && border.width[1] > 0 ? flatness(border.crossings()) : Double.NaN;
  }

  /** The points, as shares of the sides of the box. */
  private double[][] crossings() {
    double[][] grid = new double[SIDE * SIDE][];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = new double[] {i % SIDE / (SIDE - 1.0), i / SIDE / (SIDE - 1.0)};
    }
    double[] sides = sides(grid);
    List<double[]> below = new ArrayList<>();
    List<double[]> above = new ArrayList<>();
    for (int i = 0; i < grid.length; i++) {
      if (Double.isNaN(sides[i])) {
        return new double[0][];
      }
      for (int step = 1; step <= SIDE; step += SIDE - 1) {
        int other = i + step;
        boolean isEdge = step == 1 ? other % SIDE != 0 : other < grid.length;
        if (isEdge && sides[i] > 0 != sides[other] > 0) {
          below.add(grid[sides[i] > 0 ? other : i]);
          above.add(grid[sides[i] > 0 ? i : other]);
        }
      }
    }
    return halved(below.toArray(new double[0][]), above.toArray(new double[0][]));
  }

  private double[][] halved(double[][] below, double[][] above) {
    double[][] middle = new double[below.length][];
    for (int halving = 0; halving < HALVINGS && below.length > 0; halving++) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] =
            new double[] {
              below[i][0] / 2 + above[i][0] / 2, below[i][1] / 2 + above[i][1] / 2,
            };
      }
      double[] sides = sides(middle);
      for (int i = 0; i < middle.length; i++) {
        (sides[i] > 0 ? above : below)[i] = middle[i];
      }
    }
    return middle;
  }

  private double[] sides(double[][] points) {
    double[][] outputs =
        network.outputs(
            AffineFit.rows(
                points.length,
                2,
                (row, input) -> least[input] + width[input] * points[row][input]));
    double[] sides = new double[points.length];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = network.ground().accuracy().side(outputs[i]);
    }
    return sides;
  }

  /** Of points in a plane: how far from straight they lie. */
  static double flatness(double[][] points) {
    if (points.length < 3) {
      return Double.NaN;
    }
    double[] mean = new double[2];
    for (double[] point : points) {
      mean[0] += point[0] / points.length;
      mean[1] += point[1] / points.length;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (double[] point : points) {
      double x = point[0] - mean[0];
      double y = point[1] - mean[1];
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    // The direction of the larger eigenvalue, by the row that does not cancel.
    double half = (xx - yy) / 2;
    double root = Math.sqrt(half * half + xy * xy);
    double x = xx >= yy ? half + root : xy;
    double y = xx >= yy ? xy : root - half;
    double across = 0;
    double along = 0;
    for (double[] point : points) {
      double a = (point[0] - mean[0]) * x + (point[1] - mean[1]) * y;
      double c = (point[1] - mean[1]) * x - (point[0] - mean[0]) * y;
      along += a * a;
      across += c * c;
    }
    return x == 0 && y == 0 ? 1 : Math.sqrt(across / along);
  }
}
