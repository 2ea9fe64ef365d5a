package io.sluice.optimizers.population;

import io.sluice.optimizers.SlotOrder;
import io.sluice.spi.Candidates;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/**
 * Members that propose and are judged. The first generation is uniform in the box and becomes the
 * members; every later one is {@link #propose}d, kept inside by the weight policy, and {@link
 * #judge}d. A kept value that is no finite number, which only a policy without bounds or one that
 * mirrors the infinite can give, leaves the coordinate where a member of the same number stands.
 *
 * <p>Equal losses are told apart by number: the lower one comes first.
 */
abstract class Population implements PopulationState, FirstMoment {

  final SearchSpace space;
  final RandomStream random;

  /** How many coordinates a place has. */
  final int coordinates;

  /** The bounds of each coordinate. */
  final double[] lower;

  final double[] upper;

  /** Where the members stand. */
  final double[][] x;

  /** The losses of the members. */
  final double[] loss;

  /** What the next generation tries. */
  final double[][] proposal;

  /** The losses of what was tried. */
  final double[] told;

  /** The best place so far and its loss. */
  final double[] best;

  double bestLoss = Double.POSITIVE_INFINITY;

  /** How many members there are now. */
  int members;

  private final SlotOrder order;
  private int asked;
  private double spent;
  private boolean begun;

  Population(int members, SearchSpace space, RandomStream random) {
    this.members = members;
    this.space = space;
    this.random = random;
    coordinates = space.parameters();
    lower = new double[coordinates];
    upper = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      lower[c] = space.lower(c);
      upper[c] = space.upper(c);
    }
    x = new double[members][coordinates];
    proposal = new double[members][coordinates];
    loss = new double[members];
    told = new double[members];
    best = new double[coordinates];
    order = new SlotOrder(members);
  }

  /** The hyper-parameter of how many members there are. */
  static Hyperparameter size(int members, int least) {
    return Hyperparameter.integer(
        "population-size", members, Interval.closed(least, 10_000), "members");
  }

  /** The same where a rule of the number of parameters is the preset. */
  static Hyperparameter sizeByRule(String rule) {
    return Hyperparameter.integer(
        "population-size", 0, Interval.closed(0, 10_000), "members; 0 for " + rule);
  }

  /** Writes proposals from 0 on and returns how many. */
  abstract int propose();

  /** Takes the losses of so many proposals, which stand in {@link #told}. */
  abstract void judge(int proposals);

  /** Called once, when the first members have their losses. */
  void begin() {}

  /** Nothing has a first moment, unless a kind says so. */
  @Override
  public void flip(int coordinate, int member) {}

  @Override
  public final int ask(Candidates candidates) {
    if (begun) {
      asked = propose();
    } else {
      scatter();
      asked = members;
    }
    double[] block = candidates.block();
    int stride = candidates.layout().stride();
    int first = candidates.row(0);
    for (int i = 0; i < asked; i++) {
      double[] place = proposal[i];
      for (int c = 0; c < coordinates; c++) {
        double value = place[c];
        if (!(value >= lower[c] && value <= upper[c])) {
          value = keep(c, i, value);
          place[c] = value;
        }
        block[first + c * stride + i] = value;
      }
    }
    return asked;
  }

  private double keep(int coordinate, int number, double value) {
    double kept = space.keep(coordinate, number, value, this);
    return Math.abs(kept) <= Double.MAX_VALUE ? kept : x[number][coordinate];
  }

  @Override
  public final void tell(double[] losses, int from) {
    System.arraycopy(losses, from, told, 0, asked);
    spent += asked;
    for (int i = 0; i < asked; i++) {
      if (told[i] < bestLoss || (!begun && i == 0)) {
        bestLoss = told[i];
        System.arraycopy(proposal[i], 0, best, 0, coordinates);
      }
    }
    if (begun) {
      judge(asked);
      return;
    }
    begun = true;
    for (int i = 0; i < members; i++) {
      take(i, i);
    }
    begin();
  }

  /** Whether the first members have their losses. */
  final boolean hasBegun() {
    return begun;
  }

  private void scatter() {
    double[] row = new double[members];
    for (int c = 0; c < coordinates; c++) {
      random.fill(row, 0, members, lower[c], upper[c]);
      for (int i = 0; i < members; i++) {
        proposal[i][c] = row[i];
      }
    }
  }

  /** Puts what was proposed in the place of a member. */
  final void take(int number, int member) {
    double[] place = x[member];
    x[member] = proposal[number];
    proposal[number] = place;
    loss[member] = told[number];
  }

  /** Takes every proposal in the place of the member of its number. */
  final void takeAll(int proposals) {
    for (int i = 0; i < proposals; i++) {
      take(i, i);
    }
  }

  /** Takes what is no worse than the member of its number. */
  final void takeNoWorse(int proposals) {
    for (int i = 0; i < proposals; i++) {
      if (told[i] <= loss[i]) {
        take(i, i);
      }
    }
  }

  /** Puts proposals, one after the other, in the place of the worst member if they are better. */
  final void replaceWorst(int proposals) {
    for (int i = 0; i < proposals; i++) {
      int worst = 0;
      for (int member = 1; member < members; member++) {
        if (loss[member] >= loss[worst]) {
          worst = member;
        }
      }
      if (told[i] < loss[worst]) {
        take(i, worst);
      }
    }
  }

  /** Sums up the middle of all members. */
  final void mean(double[] mean) {
    for (int i = 0; i < members; i++) {
      for (int c = 0; c < coordinates; c++) {
        mean[c] += x[i][c] / members;
      }
    }
  }

  /** The square of the distance of two places. */
  static double distance(double[] one, double[] two) {
    double sum = 0;
    for (int c = 0; c < one.length; c++) {
      double way = one[c] - two[c];
      sum += way * way;
    }
    return sum;
  }

  /** Copies a member to where its proposal is made. */
  final void copyToProposal(int member) {
    System.arraycopy(x[member], 0, proposal[member], 0, coordinates);
  }

  /** The members from the best to the worst; valid until called again. */
  final int[] ranked() {
    // Numbers beyond the members are of a population that has shrunk.
    Arrays.fill(loss, members, loss.length, Double.POSITIVE_INFINITY);
    return order.ascending(loss);
  }

  /** The number of the least loss. */
  final int leader() {
    return least(loss, members);
  }

  /** Where the least of the first numbers is, the first of equal ones. */
  static int least(double[] values, int length) {
    int least = 0;
    for (int i = 1; i < length; i++) {
      if (values[i] < values[least]) {
        least = i;
      }
    }
    return least;
  }

  /** A member other than this one; there must be another. */
  final int other(int member) {
    int drawn = random.nextInt(members - 1);
    return drawn < member ? drawn : drawn + 1;
  }

  /** The better of two members drawn at random. */
  final int tournament() {
    int one = random.nextInt(members);
    int two = random.nextInt(members);
    return loss[two] < loss[one] || (loss[two] == loss[one] && two < one) ? two : one;
  }

  /**
   * Mutates every coordinate of a place with this chance, polynomially.
   *
   * @return whether any was mutated
   */
  final boolean mutate(double[] place, double index, double chance) {
    boolean any = false;
    for (int c = 0; c < coordinates; c++) {
      if (random.nextDouble() < chance) {
        mutateAt(place, c, index);
        any = true;
      }
    }
    return any;
  }

  /** Mutates one coordinate of a place, polynomially. */
  final void mutateAt(double[] place, int coordinate, double index) {
    place[coordinate] =
        Draws.polynomial(random, place[coordinate], lower[coordinate], upper[coordinate], index);
  }

  /** How wide the box is in this direction. */
  final double width(int coordinate) {
    return upper[coordinate] - lower[coordinate];
  }

  /** Uniform between the bounds of a coordinate. */
  final double anywhere(int coordinate) {
    return random.nextDouble(lower[coordinate], upper[coordinate]);
  }

  /**
   * The share of the budget that is spent, from 0 to 1; one half where the budget is not known, so
   * that schedules stand at their middle.
   */
  final double elapsed() {
    return Double.isInfinite(space.evaluations()) ? 0.5 : Math.min(1, spent / space.evaluations());
  }
}
