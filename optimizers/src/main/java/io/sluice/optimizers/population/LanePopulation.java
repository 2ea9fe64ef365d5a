package io.sluice.optimizers.population;

import io.sluice.math.LaneRows;
import io.sluice.spi.Candidates;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.PopulationState;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialLanes;

/**
 * The members of trials side by side, as {@link Population} has those of one: the first generation
 * is uniform in the box, later ones are proposed, kept inside by the weight policy, and judged.
 * Numbers stand {@code [coordinate][member * lanes + lane]}.
 */
abstract class LanePopulation implements PopulationState {

  final TrialLanes lanes;

  /** How many coordinates a place has. */
  final int coordinates;

  /** How many members a trial has. */
  final int members;

  /** Where the members stand. */
  double[][] place;

  /** Their losses. */
  double[] loss;

  /** What the next generation tries. */
  double[][] proposal;

  /** The losses of what was tried. */
  double[] told;

  private final boolean clips;
  private boolean begun;

  LanePopulation(TrialLanes lanes) {
    this.lanes = lanes;
    coordinates = lanes.parameters();
    members = lanes.members();
    place = lanes.rows(coordinates, members);
    proposal = lanes.rows(coordinates, members);
    loss = lanes.rows(members);
    told = lanes.rows(members);
    boolean all = true;
    for (int lane = 0; lane < lanes.lanes(); lane++) {
      all &= lanes.space(lane).clips();
    }
    clips = all;
  }

  /** Writes the proposals of all members. */
  abstract void propose();

  /** Takes the losses of the proposals, which stand in {@link #told}. */
  abstract void judge();

  /** Called once, when the first members have their losses. */
  void begin() {}

  /** Reverses what drives a coordinate of a member on. */
  void flip(int coordinate, int index) {}

  @Override
  public final int ask(Candidates candidates) {
    int all = members * lanes.lanes();
    if (begun) {
      propose();
    } else {
      scatter();
    }
    for (int c = 0; c < coordinates; c++) {
      keep(c, all);
      System.arraycopy(proposal[c], 0, candidates.block(), candidates.row(c), all);
    }
    return all;
  }

  @Override
  public final void tell(double[] losses, int from) {
    System.arraycopy(losses, from, told, 0, members * lanes.lanes());
    if (begun) {
      judge();
    } else {
      begun = true;
      takeAll();
      begin();
    }
  }

  /** Takes every proposal in the place of the member of its number. */
  final void takeAll() {
    double[][] places = place;
    place = proposal;
    proposal = places;
    double[] losses = loss;
    loss = told;
    told = losses;
  }

  private void scatter() {
    int count = lanes.lanes();
    for (int c = 0; c < coordinates; c++) {
      double[] unit = told;
      lanes.random().peek(unit, members, c * members, 1);
      for (int member = 0; member < members; member++) {
        for (int lane = 0; lane < count; lane++) {
          double low = lanes.lower()[c * count + lane];
          double width = lanes.upper()[c * count + lane] - low;
          int i = member * count + lane;
          proposal[c][i] = low + width * unit[i];
        }
      }
    }
    lanes.random().skip(coordinates * members);
  }

  /**
   * Has the policy put back what left the box. A kept value that is no finite number leaves the
   * coordinate where the member stands.
   */
  private void keep(int coordinate, int length) {
    int count = lanes.lanes();
    double[] values = proposal[coordinate];
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int lane = coordinate * count; lane < (coordinate + 1) * count; lane++) {
      least = Math.max(least, lanes.lower()[lane]);
      most = Math.min(most, lanes.upper()[lane]);
      lowest = Math.min(lowest, lanes.lower()[lane]);
      highest = Math.max(highest, lanes.upper()[lane]);
    }
    if (clips && lowest == least && highest == most) {
      LaneRows.clip(values, 0, length, least, most);
    }
    if (LaneRows.areWithin(values, 0, length, least, most)) {
      return;
    }
    for (int i = 0; i < length; i++) {
      double value = values[i];
      if (value >= least && value <= most) {
        continue;
      }
      int lane = i % count;
      SearchSpace space = lanes.space(lane);
      if (!(value >= space.lower(coordinate) && value <= space.upper(coordinate))) {
        int index = i;
        FirstMoment moment = (c, member) -> flip(c, index);
        double kept = space.keep(coordinate, i / count, value, moment);
        values[i] = Math.abs(kept) <= Double.MAX_VALUE ? kept : place[coordinate][i];
      }
    }
  }
}
