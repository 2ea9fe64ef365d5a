package io.sluice.optimizers.population;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/**
 * Differential evolution: every member is mated with a mutant, coordinate by coordinate, and gives
 * way to the child if that is no worse. All children of a generation are made before any is
 * evaluated. Kinds choose F and CR of each child and learn from those that were better.
 */
abstract class Differential extends Population {

  private final Mutation mutation;
  private final double[][] archive;

  /** How many places of beaten parents the archive has now, and may have. */
  private int archived;

  private int capacity;
  private int[] ranks;
  private int leader;

  /**
   * @param capacity how many beaten parents are remembered, for x_r2 of {@link
   *     Mutation#CURRENT_TO_BEST}
   */
  Differential(
      Mutation mutation, int members, int capacity, SearchSpace space, RandomStream random) {
    super(members, space, random);
    this.mutation = mutation;
    this.capacity = capacity;
    archive = new double[capacity][coordinates];
  }

  /** Chooses F and CR and has a {@link #child} of the member made. */
  abstract void choose(int member, int number);

  /** The children that were better are known: {@link #told} against {@link #loss}. */
  void learn() {}

  /** Called when a generation is over. */
  void turn() {}

  @Override
  int propose() {
    look();
    for (int i = 0; i < members; i++) {
      choose(i, i);
    }
    return members;
  }

  /** Makes the child of one member alone, as the first proposal. */
  final int proposeFor(int member) {
    look();
    choose(member, 0);
    return 1;
  }

  /** Finds out who is best, as far as that matters. */
  private void look() {
    if (mutation == Mutation.CURRENT_TO_BEST) {
      ranks = ranked();
    } else if (mutation == Mutation.BEST) {
      leader = leader();
    }
  }

  @Override
  void judge(int proposals) {
    learn();
    for (int i = 0; i < proposals; i++) {
      if (told[i] > loss[i]) {
        continue;
      }
      if (told[i] < loss[i] && capacity > 0) {
        remember(x[i]);
      }
      take(i, i);
    }
    turn();
  }

  private void remember(double[] place) {
    int slot = archived < capacity ? archived++ : random.nextInt(capacity);
    System.arraycopy(place, 0, archive[slot], 0, coordinates);
  }

  /** Leaves only the best members, and an archive of so many. */
  final void shrink(int fewer, int smaller) {
    int[] kept = ranked().clone();
    double[][] places = new double[members][];
    double[] losses = new double[members];
    for (int i = 0; i < members; i++) {
      places[i] = x[kept[i]];
      losses[i] = loss[kept[i]];
    }
    System.arraycopy(places, 0, x, 0, members);
    System.arraycopy(losses, 0, loss, 0, members);
    members = fewer;
    capacity = smaller;
    while (archived > capacity) {
      int gone = random.nextInt(archived);
      double[] place = archive[gone];
      archive[gone] = archive[--archived];
      archive[archived] = place;
    }
  }

  /**
   * Makes the child of a member.
   *
   * @param number which proposal it is
   * @param weight F
   * @param rate CR
   * @param share of how many of the best x_p is one
   */
  final void child(int member, int number, double weight, double rate, double share) {
    int first = other(member);
    int second = otherThan(member, first, archived);
    double[] base;
    double[] plus;
    double[] minus;
    boolean pulled = mutation == Mutation.CURRENT_TO_BEST;
    if (pulled) {
      int top = Math.max(1, Math.min(members, (int) Math.rint(share * members)));
      base = x[ranks[random.nextInt(top)]];
      plus = x[first];
      minus = second < members ? x[second] : archive[second - members];
    } else {
      second = otherThan(member, first, 0);
      int third = random.nextInt(members);
      while (members > 3 && (third == member || third == first || third == second)) {
        third = random.nextInt(members);
      }
      base = mutation == Mutation.BEST ? x[leader] : x[third];
      plus = x[first];
      minus = x[second];
    }
    double[] parent = x[member];
    double[] child = proposal[number];
    int certain = random.nextInt(coordinates);
    for (int c = 0; c < coordinates; c++) {
      if (random.nextDouble() < rate || c == certain) {
        double start = pulled ? parent[c] + weight * (base[c] - parent[c]) : base[c];
        child[c] = start + weight * (plus[c] - minus[c]);
      } else {
        child[c] = parent[c];
      }
    }
  }

  /** A third number among members and further places. */
  private int otherThan(int member, int first, int further) {
    int drawn = random.nextInt(members + further);
    while (members > 2 && (drawn == member || drawn == first)) {
      drawn = random.nextInt(members + further);
    }
    return drawn;
  }
}
