package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;
import java.util.Arrays;

/** A step size for each weight that grows while its slope keeps its sign. */
final class ResilientState extends AtWeights {

  private final double growth;
  private final double shrink;
  private final double smallestStep;
  private final double largestStep;
  private final double[] sizes;
  private final double[] lastSlopes;
  private final double[] updates;
  private double lastLoss = Double.POSITIVE_INFINITY;

  ResilientState(OracleTask task, Settings set) {
    super(task);
    growth = set.real("growth");
    shrink = set.real("shrink");
    smallestStep = set.real("smallest-step");
    largestStep = set.real("largest-step");
    int n = task.parameters();
    sizes = new double[n];
    lastSlopes = new double[n];
    updates = new double[n];
    Arrays.fill(sizes, set.real("first-step"));
  }

  @Override
  OracleRequest go(double[] point, double[] direction) {
    boolean worse = loss > lastLoss;
    for (int p = 0; p < point.length; p++) {
      double agreement = gradient[p] * lastSlopes[p];
      double slope = gradient[p];
      if (agreement < 0) {
        sizes[p] = Math.max(smallestStep, sizes[p] * shrink);
        updates[p] = worse ? -updates[p] : 0;
        slope = 0;
      } else {
        if (agreement > 0) {
          sizes[p] = Math.min(largestStep, sizes[p] * growth);
        }
        updates[p] = slope > 0 ? -sizes[p] : slope < 0 ? sizes[p] : 0;
      }
      lastSlopes[p] = slope;
      point[p] = weights[p] + updates[p];
    }
    lastLoss = loss;
    return OracleRequest.ACCEPT;
  }

  @Override
  public void flip(int parameter) {
    updates[parameter] = -updates[parameter];
  }
}
