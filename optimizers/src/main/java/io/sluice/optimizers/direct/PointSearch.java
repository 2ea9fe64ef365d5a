package io.sluice.optimizers.direct;

import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/** A search in one trial that asks for one point at a time, the first uniform in the box. */
abstract class PointSearch implements PopulationState {

  private static final double FARTHEST = 1e300;

  final SearchSpace space;

  /** How many parameters there are. */
  final int dimension;

  /** The widths of the box. */
  final double[] width;

  /** What is evaluated next, or was last: where the policy put it. */
  final double[] trial;

  PointSearch(SearchSpace space, RandomStream random) {
    this.space = space;
    dimension = space.parameters();
    width = new double[dimension];
    trial = new double[dimension];
    for (int p = 0; p < dimension; p++) {
      width[p] = Math.min(space.upper(p) - space.lower(p), Double.MAX_VALUE / 4);
      trial[p] = random.nextDouble(space.lower(p), space.upper(p));
    }
  }

  /**
   * Learns the loss of the trial point and sets the next one.
   *
   * @param loss maybe infinite
   */
  abstract void next(double loss);

  @Override
  public final int ask(Candidates candidates) {
    for (int p = 0; p < dimension; p++) {
      trial[p] = space.keep(p, near(trial[p]));
      candidates.set(p, 0, trial[p]);
    }
    return 1;
  }

  @Override
  public final void tell(double[] losses, int from) {
    next(losses[from]);
  }

  /** Steps that no loss and no policy stops do not lead to infinity. */
  static double near(double value) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, value));
  }

  /** Sets the trial point to this one. */
  final void moveTo(double[] point) {
    System.arraycopy(point, 0, trial, 0, dimension);
  }

  /** Remembers the trial point here. */
  final void keepIn(double[] point) {
    System.arraycopy(trial, 0, point, 0, dimension);
  }
}
