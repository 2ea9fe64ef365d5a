package io.sluice.engine.problem;

import static io.sluice.engine.problem.BbobStage.share;

import io.sluice.math.Exponential;
import io.sluice.math.Power;

/** Gallagher's peaks: the value of the highest of many bumps, turned over and bent by T_osz. */
final class BbobPeaks implements BbobCore {

  /** How much smaller the first peak's place is, so that it lies within the box. */
  private static final double INWARDS = 0.8;

  private final double[][] places;
  private final double[][] widths;
  private final double[] heights;
  private final double[] minimum;

  /**
   * Peaks at random places in [−reach / 2, reach / 2]^n.
   *
   * @param first the condition of the first peak, which is the highest
   */
  BbobPeaks(BbobInstance drawn, int peaks, double reach, double first) {
    int n = drawn.dimensions();
    places = new double[peaks][n];
    widths = new double[peaks][n];
    heights = new double[peaks];
    minimum = new double[n];
    int[] ranks = BbobInstance.order(BbobInstance.uniform(peaks - 1, drawn.seed()));
    double[] uniform = BbobInstance.uniform(peaks * n, drawn.seed());
    BbobStage turn = BbobStage.linear(drawn.inner());
    double[] place = new double[n];
    for (int i = 0; i < peaks; i++) {
      double condition = i == 0 ? first : Power.pow(1000, (double) ranks[i - 1] / (peaks - 2));
      heights[i] = i == 0 ? 10 : 1.1 + 8 * ((i - 1) / (peaks - 2.0));
      int[] axes = BbobInstance.order(BbobInstance.uniform(n, drawn.seed() + 1000L * i));
      for (int j = 0; j < n; j++) {
        widths[i][j] = Power.pow(condition, share(axes[j], n) - 0.5);
        place[j] = reach * uniform[i * n + j] - reach / 2;
      }
      turn.forward(place, places[i]);
      for (int j = 0; j < n && i == 0; j++) {
        minimum[j] = INWARDS * place[j];
        places[0][j] *= INWARDS;
      }
    }
  }

  double[] minimum() {
    return minimum;
  }

  @Override
  public double at(double[] z, double[] g) {
    double best = Double.NEGATIVE_INFINITY;
    int highest = 0;
    for (int i = 0; i < places.length; i++) {
      double sum = 0;
      for (int j = 0; j < z.length; j++) {
        double off = z[j] - places[i][j];
        sum += widths[i][j] * off * off;
      }
      double height = heights[i] * Exponential.exp(-sum / (2.0 * z.length));
      if (height > best) {
        best = height;
        highest = i;
      }
    }
    double below = 10 - best;
    double bent = BbobStage.oscillation(below);
    for (int j = 0; g != null && j < z.length; j++) {
      double slope = best * widths[highest][j] * (z[j] - places[highest][j]) / z.length;
      g[j] = 2 * bent * BbobStage.oscillationSlope(below) * slope;
    }
    return bent * bent;
  }
}
