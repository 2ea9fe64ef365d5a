package io.sluice.optimizers.direct;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/** The simplex of {@link NelderMead} in one trial, its points sorted by loss. */
final class SimplexSearch extends PointSearch {

  private static final double RELATIVE_EDGE = 1.05;
  private static final double EDGE_AT_ZERO = 0.00025;

  private enum Phase {
    FIRST,
    REFLECT,
    EXPAND,
    CONTRACT_OUTSIDE,
    CONTRACT_INSIDE,
    SHRINK
  }

  private final double edge;
  private final double expansion;
  private final double contraction;
  private final double shrinkage;
  private final double[][] points;
  private final double[] losses;
  private final double[] centre;
  private final double[] reflected;
  private double reflectedLoss;
  private Phase phase = Phase.FIRST;
  private int vertex;

  SimplexSearch(SearchSpace space, RandomStream random, double edge, boolean adaptive) {
    super(space, random);
    this.edge = edge;
    double n = dimension;
    expansion = adaptive ? 1 + 2 / n : 2;
    contraction = adaptive ? 0.75 - 1 / (2 * n) : 0.5;
    shrinkage = adaptive ? 1 - 1 / n : 0.5;
    points = new double[dimension + 1][dimension];
    losses = new double[dimension + 1];
    centre = new double[dimension];
    reflected = new double[dimension];
  }

  /** A coordinate moved by a share of its width, away from the nearer bound. */
  static double moved(SearchSpace space, int parameter, double value, double share) {
    double middle = space.lower(parameter) / 2 + space.upper(parameter) / 2;
    double length =
        share * Math.min(space.upper(parameter) - space.lower(parameter), Double.MAX_VALUE / 4);
    return value <= middle ? value + length : value - length;
  }

  @Override
  void next(double loss) {
    switch (phase) {
      case FIRST:
      case SHRINK:
        keepIn(points[vertex]);
        losses[vertex] = loss;
        vertex++;
        break;
      case REFLECT:
        reflectedLoss = loss;
        keepIn(reflected);
        afterReflection();
        return;
      case EXPAND:
        replaceWorst(loss < reflectedLoss, loss);
        break;
      case CONTRACT_OUTSIDE:
        contracted(loss <= reflectedLoss, loss);
        break;
      default:
        contracted(loss < losses[dimension], loss);
    }
    proceed();
  }

  private void proceed() {
    if (phase == Phase.FIRST && vertex <= dimension) {
      moveTo(points[0]);
      int p = vertex - 1;
      double value = points[0][p];
      trial[p] =
          edge > 0
              ? moved(space, p, value, edge)
              : value != 0 ? RELATIVE_EDGE * value : EDGE_AT_ZERO;
    } else if (phase == Phase.SHRINK && vertex <= dimension) {
      for (int p = 0; p < dimension; p++) {
        trial[p] = points[0][p] + shrinkage * (points[vertex][p] - points[0][p]);
      }
    } else {
      sort();
      setCentre();
      phase = Phase.REFLECT;
      look(1);
    }
  }

  private void afterReflection() {
    if (reflectedLoss < losses[0]) {
      phase = Phase.EXPAND;
      look(expansion);
    } else if (reflectedLoss < losses[Math.max(0, dimension - 1)]) {
      replaceWorst(false, reflectedLoss);
      proceed();
    } else if (reflectedLoss < losses[dimension]) {
      phase = Phase.CONTRACT_OUTSIDE;
      look(contraction);
    } else {
      phase = Phase.CONTRACT_INSIDE;
      for (int p = 0; p < dimension; p++) {
        trial[p] = (1 - contraction) * centre[p] + contraction * points[dimension][p];
      }
    }
  }

  private void contracted(boolean accepted, double loss) {
    if (accepted) {
      replaceWorst(true, loss);
    } else {
      phase = Phase.SHRINK;
      vertex = 1;
    }
  }

  /** The worst point gives way to the trial point or else the reflected one. */
  private void replaceWorst(boolean byTrial, double loss) {
    System.arraycopy(byTrial ? trial : reflected, 0, points[dimension], 0, dimension);
    losses[dimension] = byTrial ? loss : reflectedLoss;
    phase = Phase.REFLECT;
  }

  /** The trial is the worst point beyond the centre, so many times as far. */
  private void look(double factor) {
    for (int p = 0; p < dimension; p++) {
      trial[p] = (1 + factor) * centre[p] - factor * points[dimension][p];
    }
  }

  private void setCentre() {
    for (int p = 0; p < dimension; p++) {
      double sum = points[0][p];
      for (int i = 1; i < dimension; i++) {
        sum += points[i][p];
      }
      centre[p] = sum / dimension;
    }
  }

  /** Equal losses keep their order. */
  private void sort() {
    for (int i = 1; i <= dimension; i++) {
      double loss = losses[i];
      double[] point = points[i];
      int j = i - 1;
      for (; j >= 0 && losses[j] > loss; j--) {
        losses[j + 1] = losses[j];
        points[j + 1] = points[j];
      }
      losses[j + 1] = loss;
      points[j + 1] = point;
    }
  }
}
