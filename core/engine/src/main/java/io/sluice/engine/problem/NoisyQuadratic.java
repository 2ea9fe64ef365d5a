package io.sluice.engine.problem;

import io.sluice.engine.network.Batch;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.RandomStream;
import java.util.Arrays;

/**
 * The mean over rows x of ½ (θ − x)ᵀ Q (θ − x), above its minimum: a bowl of a given spectrum whose
 * gradients over a batch lead to the batch's own mean. It is ½ (θ − x̄)ᵀ Q (θ − x̄) with the mean
 * x̄ of all rows. The form is that of DeepOBS's quadratic_deep, whose own numbers are another draw.
 */
final class NoisyQuadratic extends PointFunction {

  private static final double LIMIT = 1;

  private final double[] eigenvalues;
  private final BbobStage turn;
  private final double[][] rows;
  private final double[] mean;

  /**
   * Draws a spectrum, a rotation and rows.
   *
   * @param steep how many eigenvalues come from 30 to 60; the others come from 0 to 1
   * @param noise the standard deviation of the rows
   */
  NoisyQuadratic(int dimensions, int rows, int steep, double noise, long seed) {
    super(dimensions, LIMIT);
    RandomStream random = new RandomStream(seed);
    eigenvalues = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      boolean flat = i < dimensions - steep;
      eigenvalues[i] = flat ? random.nextDouble(0, 1) : random.nextDouble(30, 60);
    }
    double[][] normal = new double[dimensions][dimensions];
    for (double[] row : normal) {
      fill(row, 1, random);
    }
    turn = BbobStage.linear(BbobInstance.orthogonal(normal));
    this.rows = new double[rows][dimensions];
    mean = new double[dimensions];
    for (double[] row : this.rows) {
      fill(row, noise, random);
      for (int i = 0; i < dimensions; i++) {
        mean[i] += row[i] / rows;
      }
    }
  }

  private static void fill(double[] row, double deviation, RandomStream random) {
    for (int i = 0; i < row.length; i++) {
      row[i] = deviation * random.nextGaussian();
    }
  }

  @Override
  public int rows() {
    return rows.length;
  }

  @Override
  double value(double[] x) {
    return around(mean, x, null);
  }

  @Override
  void gradient(double[] x, double[] g) {
    around(mean, x, g);
  }

  /** ½ (x − centre)ᵀ Q (x − centre), and its slopes. */
  private double around(double[] centre, double[] x, double[] g) {
    double[] off = new double[x.length];
    double[] along = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      off[i] = x[i] - centre[i];
    }
    turn.forward(off, along);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double slope = eigenvalues[i] * along[i];
      sum += slope * along[i];
      along[i] = slope;
    }
    if (g != null) {
      turn.backward(off, along, g);
    }
    return 0.5 * sum;
  }

  @Override
  public void gradients(
      BlockLayout layout,
      double[] points,
      int lanes,
      Batch batch,
      double[] losses,
      double[] gradients) {
    if (batch.isAll()) {
      gradients(layout, points, lanes, losses, gradients);
      return;
    }
    int n = dimensions();
    double[] x = new double[n];
    double[] g = new double[n];
    double[] centre = new double[n];
    for (int lane = 0; lane < lanes; lane++) {
      load(layout, points, lane, x);
      Arrays.fill(centre, 0);
      for (int position = 0; position < batch.size(); position++) {
        double[] row = rows[batch.example(lane, position)];
        for (int i = 0; i < n; i++) {
          centre[i] += row[i];
        }
      }
      for (int i = 0; i < n; i++) {
        centre[i] /= batch.size();
      }
      losses[lane] = around(centre, x, g);
      for (int i = 0; i < n; i++) {
        gradients[layout.row(i) + lane] = g[i];
      }
    }
  }
}
