package io.sluice.optimizers.evolution;

import io.sluice.optimizers.SlotOrder;
import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationState;
import io.sluice.spi.TrialLanes;

/**
 * Distributions of candidates x = m + s ∘ y, one for each of trials side by side, as {@link
 * EvolutionState} has one alone: s are the widths of the box, y is what an algorithm makes of
 * standard normal draws. Equal losses keep the order of their members.
 */
abstract class LaneEvolution implements PopulationState {

  final TrialLanes lanes;

  /** How many parameters there are. */
  final int dimension;

  /** How many candidates a generation of a trial has. */
  final int size;

  /** What was drawn: {@code [parameter][member * lanes + lane]}. */
  final double[][] draws;

  /** What was made of it, y. */
  final double[][] steps;

  private final Gaussians gaussians;
  private final double[] mean;
  private final double[] width;

  /** Where the members of each trial stand, the best first: a row for each rank. */
  private final int[] best;

  private final SlotOrder order;
  private final double[] losses;
  private final double[] means;
  private final double[] widths;
  private final double[] places;

  LaneEvolution(TrialLanes lanes) {
    this.lanes = lanes;
    dimension = lanes.parameters();
    size = lanes.members();
    gaussians = new Gaussians(lanes);
    mean = lanes.rows(dimension);
    width = lanes.rows(dimension);
    draws = new double[dimension][size * lanes.lanes()];
    steps = new double[dimension][size * lanes.lanes()];
    places = new double[size * lanes.lanes()];
    best = new int[size * lanes.lanes()];
    order = new SlotOrder(size);
    losses = new double[size];
    means = new double[size * lanes.lanes()];
    widths = new double[size * lanes.lanes()];
    for (int p = 0; p < dimension; p++) {
      for (int lane = 0; lane < lanes.lanes(); lane++) {
        int i = p * lanes.lanes() + lane;
        width[i] = Math.min(lanes.upper()[i] - lanes.lower()[i], EvolutionState.LARGEST_STEP);
        mean[i] = lanes.space(lane).start(p, lanes.random().of(lane));
      }
    }
  }

  /** Makes the steps of so many members of all trials from their draws. */
  abstract void shape(int parameter, int length);

  /** Learns from the losses of a generation. */
  abstract void learn();

  /** Where the member of this rank stands. */
  final int best(int rank, int lane) {
    return best[rank * lanes.lanes() + lane];
  }

  @Override
  public final int ask(Candidates candidates) {
    int count = lanes.lanes();
    int all = size * count;
    for (int member = 0; member < size; member++) {
      for (int p = 0; p < dimension; p++) {
        gaussians.fill(draws[p], member * count, 1);
      }
    }
    for (int p = 0; p < dimension; p++) {
      shape(p, all);
      lanes.spread(mean, p * count, means, size);
      lanes.spread(width, p * count, widths, size);
      place(steps[p], all);
      System.arraycopy(places, 0, candidates.block(), candidates.row(p), all);
    }
    return all;
  }

  private void place(double[] step, int length) {
    for (int i = 0; i < length; i++) {
      double limit = EvolutionState.LARGEST_STEP;
      double y = Math.max(-limit, Math.min(limit, step[i]));
      step[i] = y;
      places[i] = means[i] + widths[i] * y;
    }
  }

  @Override
  public final void tell(double[] told, int from) {
    int count = lanes.lanes();
    for (int lane = 0; lane < count; lane++) {
      for (int member = 0; member < size; member++) {
        losses[member] = told[from + member * count + lane];
      }
      int[] slots = order.ascending(losses);
      for (int rank = 0; rank < size; rank++) {
        best[rank * count + lane] = slots[rank] * count + lane;
      }
    }
    learn();
  }

  /** The mean moves by so many widths, and where the policy puts it. */
  final void moveMean(int parameter, int lane, double way) {
    int i = parameter * lanes.lanes() + lane;
    double moved = EvolutionState.near(mean[i] + width[i] * way);
    boolean inside = moved >= lanes.lower()[i] && moved <= lanes.upper()[i];
    mean[i] = inside ? moved : lanes.space(lane).keep(parameter, moved);
  }
}
