package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SlotOrder;
import io.sluice.spi.TrialLanes;

/**
 * Differential evolution with a fixed F and CR whose children are all made before any is evaluated:
 * what {@link Differential} does member by member, pass by pass over all members. The first pass
 * draws, in the order of the members; the others are short loops over one coordinate. Bit by bit it
 * is the same.
 */
final class AllAtOnceDifferential extends LanePopulation {

  /** How many numbers a child is drawn from beside one for each coordinate, if none is refused. */
  private static final int DRAWS = 5;

  private final Mutation mutation;
  private final double weight;
  private final int best;
  private final long crossing;
  private final BitsAhead ahead;
  private final SlotOrder order;

  /** The places each child is made of. */
  private final int[] base;

  private final int[] plus;
  private final int[] minus;

  /** Whether the child's coordinate is the mutant's: {@code [coordinate][member]}. */
  private final boolean[] crossed;

  private final int[] accepted;

  /**
   * @param set with the {@link PlainDifferential#settings}
   * @param lanes one lane
   * @param share of how many of the best x_p is one
   */
  AllAtOnceDifferential(Settings set, Mutation mutation, double share, TrialLanes lanes) {
    super(lanes);
    this.mutation = mutation;
    weight = set.real("weight");
    best = Math.max(1, Math.min(members, (int) Math.rint(share * members)));
    crossing = (long) Math.ceil(set.real("crossover") * 0x1p53);
    ahead = new BitsAhead(lanes.random().of(0), DRAWS + coordinates);
    order = new SlotOrder(members);
    base = new int[members];
    plus = new int[members];
    minus = new int[members];
    crossed = new boolean[coordinates * members];
    accepted = new int[members];
  }

  @Override
  void propose() {
    draw();
    for (int c = 0; c < coordinates; c++) {
      if (mutation == Mutation.CURRENT_TO_BEST) {
        pull(place[c], proposal[c], c * members);
      } else {
        mutate(place[c], proposal[c], c * members);
      }
    }
  }

  private void draw() {
    int[] ranks = mutation == Mutation.CURRENT_TO_BEST ? order.ascending(loss) : null;
    int leader = mutation == Mutation.BEST ? Population.least(loss, members) : 0;
    for (int member = 0; member < members; member++) {
      ahead.have(DRAWS + coordinates);
      int first = ahead.below(members - 1);
      first += (member - 1 - first) >>> 31;
      int second = otherThan(member, first);
      plus[member] = first;
      if (ranks != null) {
        base[member] = ranks[ahead.below(best)];
      } else {
        // The first one is drawn for nothing, as it always was.
        second = otherThan(member, first);
        int third = ahead.below(members);
        while (third == member || third == first || third == second) {
          third = ahead.below(members);
        }
        base[member] = mutation == Mutation.BEST ? leader : third;
      }
      minus[member] = second;
      cross(member);
    }
  }

  private int otherThan(int member, int first) {
    int drawn = ahead.below(members);
    while (drawn == member || drawn == first) {
      drawn = ahead.below(members);
    }
    return drawn;
  }

  /** A coordinate is the mutant's if its number is below CR, or if it is the certain one. */
  private void cross(int member) {
    ahead.have(1 + coordinates);
    int certain = ahead.below(coordinates);
    long[] bits = ahead.bits();
    int at = ahead.take(coordinates);
    for (int c = 0; c < coordinates; c++) {
      crossed[c * members + member] = (bits[at + c] >>> 11) < crossing | c == certain;
    }
  }

  private void mutate(double[] place, double[] child, int at) {
    for (int i = 0; i < members; i++) {
      double mutant = place[base[i]] + weight * (place[plus[i]] - place[minus[i]]);
      child[i] = crossed[at + i] ? mutant : place[i];
    }
  }

  private void pull(double[] place, double[] child, int at) {
    for (int i = 0; i < members; i++) {
      double start = place[i] + weight * (place[base[i]] - place[i]);
      double mutant = start + weight * (place[plus[i]] - place[minus[i]]);
      child[i] = crossed[at + i] ? mutant : place[i];
    }
  }

  @Override
  void judge() {
    int count = 0;
    for (int i = 0; i < members; i++) {
      if (told[i] <= loss[i]) {
        accepted[count++] = i;
      }
    }
    copy(accepted, count, told, loss);
    for (int c = 0; c < coordinates; c++) {
      copy(accepted, count, proposal[c], place[c]);
    }
  }

  private static void copy(int[] which, int count, double[] from, double[] to) {
    for (int k = 0; k < count; k++) {
      to[which[k]] = from[which[k]];
    }
  }
}
