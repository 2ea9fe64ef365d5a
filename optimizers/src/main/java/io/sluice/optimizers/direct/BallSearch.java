package io.sluice.optimizers.direct;

import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/**
 * Looks around the best point, and moves to the best candidate if it is not worse; an infinite loss
 * is always worse, so before the first finite one candidates are uniform in the box.
 */
abstract class BallSearch implements PopulationState {

  private final SearchSpace space;
  private final RandomStream random;
  private final int size;
  private final double[] point;
  private final double[][] members;
  private final double[] step;
  private double best = Double.POSITIVE_INFINITY;

  BallSearch(SearchSpace space, RandomStream random, int size) {
    this.space = space;
    this.random = random;
    this.size = size;
    point = new double[space.parameters()];
    members = new double[size][space.parameters()];
    step = new double[space.parameters()];
  }

  /** Sets the step of a member, in widths of the box. */
  abstract void propose(int member, double[] step);

  @Override
  public final int ask(Candidates candidates) {
    for (int member = 0; member < size; member++) {
      boolean nowhere = best == Double.POSITIVE_INFINITY;
      if (!nowhere) {
        propose(member, step);
      }
      for (int p = 0; p < step.length; p++) {
        double lower = space.lower(p);
        double upper = space.upper(p);
        double value =
            nowhere
                ? random.nextDouble(lower, upper)
                : space.keep(p, PointSearch.near(point[p] + (upper - lower) * step[p]));
        members[member][p] = value;
        candidates.set(p, member, value);
      }
    }
    return size;
  }

  @Override
  public final void tell(double[] losses, int from) {
    int choice = -1;
    double least = best;
    for (int member = 0; member < size; member++) {
      double loss = losses[from + member];
      boolean tied = choice < 0 && loss == least && loss < Double.POSITIVE_INFINITY;
      if (loss < least || tied) {
        least = loss;
        choice = member;
      }
    }
    if (choice >= 0) {
      best = least;
      System.arraycopy(members[choice], 0, point, 0, point.length);
    }
  }
}
