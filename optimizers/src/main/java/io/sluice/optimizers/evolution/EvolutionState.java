package io.sluice.optimizers.evolution;

import io.sluice.math.Exponential;
import io.sluice.optimizers.SlotOrder;
import io.sluice.spi.Candidates;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/**
 * A distribution of candidates x = m + σ s ∘ y in one trial, where s are the widths of the box and
 * y is what an algorithm draws. A generation that is larger than a slice of the engine is asked in
 * parts. Equal losses keep the order of their members.
 */
abstract class EvolutionState implements PopulationState {

  /** A step size that grew beyond it would soon be no number. */
  static final double LARGEST_STEP = 1e100;

  /** Nor does the mean go further, where no policy stops it. */
  private static final double FARTHEST = 1e305;

  private static final double SMALLEST_STEP = 1e-200;

  final SearchSpace space;
  final RandomStream random;
  final Gaussians gaussians;

  /** How many parameters there are. */
  final int dimension;

  /** How many candidates a generation has. */
  final int size;

  /** The middle of the distribution, m. */
  final double[] mean;

  /** The widths of the box, s. */
  final double[] width;

  /** What was drawn for each member before it was shaped; algorithms may use it or not. */
  final double[][] draws;

  /** The steps of the members, y. */
  final double[][] steps;

  /** The losses of the members. */
  final double[] losses;

  /** The step size, σ. */
  double step;

  private final SlotOrder order;
  private int told;
  private int asked;

  EvolutionState(SearchSpace space, RandomStream random, int size, double step) {
    this.space = space;
    this.random = random;
    this.size = size;
    this.step = step;
    gaussians = new Gaussians(random);
    dimension = space.parameters();
    mean = new double[dimension];
    width = new double[dimension];
    draws = new double[size][dimension];
    steps = new double[size][dimension];
    losses = new double[size];
    order = new SlotOrder(size);
    for (int p = 0; p < dimension; p++) {
      width[p] = Math.min(space.upper(p) - space.lower(p), LARGEST_STEP);
      mean[p] = space.start(p, random);
    }
  }

  /** Draws a member: sets its {@code steps}. */
  abstract void draw(int member);

  /**
   * Learns from the losses of a generation.
   *
   * @param best the members, the best first; valid until the next call
   */
  abstract void learn(int[] best);

  @Override
  public final int next(int size) {
    return Math.min(size, this.size - told);
  }

  @Override
  public final int ask(Candidates candidates) {
    asked = next(candidates.size());
    for (int i = 0; i < asked; i++) {
      draw(told + i);
      double[] y = steps[told + i];
      for (int p = 0; p < dimension; p++) {
        y[p] = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, y[p]));
        candidates.set(p, i, mean[p] + step * width[p] * y[p]);
      }
    }
    return asked;
  }

  @Override
  public final void tell(double[] losses, int from) {
    System.arraycopy(losses, from, this.losses, told, asked);
    told += asked;
    if (told == size) {
      told = 0;
      learn(order.ascending(this.losses));
    }
  }

  /** The mean goes to a uniform place in the box. */
  final void scatter() {
    for (int p = 0; p < dimension; p++) {
      mean[p] = random.nextDouble(space.lower(p), space.upper(p));
    }
  }

  /** Whether all members of a generation have been told their losses. */
  final boolean isBetweenGenerations() {
    return told == 0;
  }

  /** The mean moves by {@code length} widths in this direction, and where the policy puts it. */
  final void moveMean(double length, double[] direction) {
    moveMean(length, direction, FirstMoment.NONE);
  }

  /** The same of a mean that something drives on. */
  final void moveMean(double length, double[] direction, FirstMoment moment) {
    for (int p = 0; p < dimension; p++) {
      double moved = mean[p] + length * width[p] * direction[p];
      mean[p] = space.keep(p, 0, near(moved), moment);
    }
  }

  /** A place no further away than a mean may go. */
  static double near(double place) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, place));
  }

  /** Multiplies the step size by e to this power, within what numbers can hold. */
  final void scaleStep(double exponent) {
    step = limited(step * Exponential.exp(exponent));
  }

  /** A step size within what numbers can hold. */
  static double limited(double step) {
    return Math.max(SMALLEST_STEP, Math.min(LARGEST_STEP, step));
  }

  /** The sum of the vectors of the best members, weighted by rank. */
  final void blend(int[] best, double[] weights, double[][] vectors, double[] sum) {
    Arrays.fill(sum, 0);
    for (int rank = 0; rank < weights.length; rank++) {
      double[] vector = vectors[best[rank]];
      double weight = weights[rank];
      for (int p = 0; p < dimension; p++) {
        sum[p] += weight * vector[p];
      }
    }
  }

  /** An evolution path forgets a share of itself and takes up a step. */
  static void advance(double[] path, double rate, double effective, double[] taken) {
    double share = Math.sqrt(rate * (2 - rate) * effective);
    for (int p = 0; p < path.length; p++) {
      path[p] = (1 - rate) * path[p] + share * taken[p];
    }
  }

  /** The sum of squares. */
  static double square(double[] vector) {
    double sum = 0;
    for (double each : vector) {
      sum += each * each;
    }
    return sum;
  }

  /** The length that a standard normal vector has on the average, by Hansen's approximation. */
  static double normalLength(double dimension) {
    return Math.sqrt(dimension) * (1 - 1 / (4 * dimension) + 1 / (21 * dimension * dimension));
  }
}
