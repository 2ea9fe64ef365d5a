package io.sluice.optimizers;

import io.sluice.math.AdaptiveMoments;
import io.sluice.math.LaneRows;
import io.sluice.spi.Candidates;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/**
 * The agents of population ADAM and ADAMm in one trial. The algorithms maximise a fitness; here the
 * fitness is the loss with its sign changed, so a fitness difference is the loss before minus the
 * loss now. Where that difference is not finite the step is as if it were 0.
 *
 * <p>Places are {@code [coordinate][agent]}. What only the elites have, those that climb, is {@code
 * [coordinate][elite]}, so that passes over all coordinates are long.
 */
final class PopulationAdamState implements PopulationState, FirstMoment {

  private final PopulationAdamRule rule;
  private final int agents;
  private final int elites;
  private final double resistance;
  private final SearchSpace space;
  private final RandomStream random;
  private final int coordinates;
  private final SlotOrder order;
  private final double[] loss;
  private final double[] told;
  private final double[] mean;
  private final double[] square;

  /** How the losses of the elites fell in the last generation, and how their places changed. */
  private final double[] rise;

  private final double[] change;
  private final double[] steps;
  private final double[] lower;
  private final double[] upper;
  private final double[] chances;
  private final double[] moves;
  private final double[] shares;
  private final double[] powers;
  private final double[] ends = new double[2];
  private double power1 = 1;
  private double power2 = 1;
  private boolean sorting;
  private boolean resting;
  private boolean fromSnapshot;
  private boolean momentsFollow;
  private double[] x;
  private double[] xBefore;
  private double[] spare;
  private int generation;

  /**
   * Agents before their first generation.
   *
   * @param hybrids how many agents, the worst, are bred anew
   */
  PopulationAdamState(
      PopulationAdamRule rule,
      int hybrids,
      double resistance,
      SearchSpace space,
      RandomStream random) {
    this.rule = rule;
    this.agents = rule.populationSize();
    this.elites = agents - hybrids;
    this.resistance = resistance;
    this.space = space;
    this.random = random;
    this.coordinates = space.parameters();
    order = new SlotOrder(agents);
    int size = coordinates * agents;
    x = new double[size];
    xBefore = new double[size];
    spare = new double[size];
    loss = new double[agents];
    told = new double[agents];
    int climbing = coordinates * elites;
    mean = new double[climbing];
    square = new double[climbing];
    rise = new double[elites];
    change = new double[climbing];
    steps = new double[climbing];
    int bred = coordinates * hybrids;
    chances = new double[bred];
    moves = new double[bred];
    shares = new double[bred];
    powers = new double[bred];
    lower = new double[coordinates];
    upper = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      lower[c] = space.lower(c);
      upper[c] = space.upper(c);
    }
  }

  /** Sorts the agents by fitness after every generation. */
  PopulationAdamState sorting() {
    sorting = true;
    return this;
  }

  /**
   * Leaves out parts of ADAMm, or has them otherwise.
   *
   * @param resting whether the elites stay where they are
   * @param fromSnapshot whether hybrids are bred of the agents as they were before this generation
   * @param momentsFollow whether moments go with the agents when they are sorted
   */
  PopulationAdamState with(boolean resting, boolean fromSnapshot, boolean momentsFollow) {
    this.resting = resting;
    this.fromSnapshot = fromSnapshot;
    this.momentsFollow = momentsFollow;
    return this;
  }

  @Override
  public int ask(Candidates candidates) {
    double[] next = xBefore;
    xBefore = x;
    x = next;
    if (generation < 2) {
      scatter();
    } else {
      if (resting) {
        stay();
      } else {
        climb();
      }
      breed();
    }
    generation++;
    for (int c = 0; c < coordinates; c++) {
      System.arraycopy(x, c * agents, candidates.block(), candidates.row(c), agents);
    }
    return agents;
  }

  /**
   * An agent's place, loss and former ones take its new slot with it; the moments stay with the
   * slot, unless they are to follow.
   */
  @Override
  public void tell(double[] losses, int from) {
    System.arraycopy(losses, from, told, 0, agents);
    int[] slots = sorting ? order.ascending(told) : order.unchanged();
    for (int i = 0; i < elites; i++) {
      double fall = loss[slots[i]] - told[slots[i]];
      rise[i] = Math.abs(fall) <= Double.MAX_VALUE ? fall : 0;
    }
    for (int i = 0; i < agents; i++) {
      loss[i] = told[slots[i]];
    }
    sortPlaces(slots);
    if (momentsFollow) {
      sort(mean, slots);
      sort(square, slots);
    }
  }

  /** An agent that was bred brings no moments. */
  private void sort(double[] moments, int[] slots) {
    for (int row = 0; row < moments.length; row += elites) {
      System.arraycopy(moments, row, steps, 0, elites);
      for (int i = 0; i < elites; i++) {
        moments[row + i] = slots[i] < elites ? steps[slots[i]] : 0;
      }
    }
  }

  private void stay() {
    for (int c = 0; c < coordinates; c++) {
      System.arraycopy(xBefore, c * agents, x, c * agents, elites);
    }
  }

  private void sortPlaces(int[] slots) {
    double[] sorted = spare;
    for (int c = 0; c < coordinates; c++) {
      int row = c * agents;
      int climbing = c * elites;
      for (int i = 0; i < elites; i++) {
        int from = row + slots[i];
        double place = x[from];
        sorted[row + i] = place;
        change[climbing + i] = place - xBefore[from];
      }
      for (int i = elites; i < agents; i++) {
        sorted[row + i] = x[row + slots[i]];
      }
    }
    spare = x;
    x = sorted;
  }

  private void scatter() {
    for (int c = 0; c < coordinates; c++) {
      random.fill(x, c * agents, (c + 1) * agents, lower[c], upper[c]);
    }
  }

  /** Moves the elites by Adam's rule. */
  private void climb() {
    power1 *= rule.beta1();
    power2 *= rule.beta2();
    setSlopes();
    AdaptiveMoments.steps(
        mean,
        1 - rule.beta1(),
        square,
        rule.beta2(),
        1 - rule.beta2(),
        rule.learningRate() / (1 - power1),
        1 / Math.sqrt(1 - power2),
        rule.epsilon(),
        steps,
        steps,
        false,
        0,
        steps.length);
    for (int c = 0; c < coordinates; c++) {
      int row = c * agents;
      LaneRows.add(xBefore, row, steps, c * elites, x, row, elites);
      if (!LaneRows.areWithin(x, row, row + elites, lower[c], upper[c])) {
        keep(c, row);
      }
    }
  }

  /** Divides the rises by the changes of the coordinates. */
  private void setSlopes() {
    for (int c = 0; c < coordinates; c++) {
      System.arraycopy(rise, 0, steps, c * elites, elites);
    }
    for (int i = 0; i < steps.length; i++) {
      steps[i] /= change[i];
    }
    if (LaneRows.areWithin(steps, 0, steps.length, -Double.MAX_VALUE, Double.MAX_VALUE)) {
      return;
    }
    for (int i = 0; i < steps.length; i++) {
      if (change[i] == 0) {
        steps[i] = rise[i % elites] / rule.epsilon();
      }
    }
  }

  @Override
  public void flip(int coordinate, int elite) {
    mean[coordinate * elites + elite] = -mean[coordinate * elites + elite];
  }

  private void keep(int coordinate, int row) {
    for (int i = 0; i < elites; i++) {
      double moved = x[row + i];
      if (moved < lower[coordinate] || moved > upper[coordinate]) {
        x[row + i] = space.keep(coordinate, i, moved, this);
      }
    }
  }

  /**
   * In place and in order: a parent may be an elite that has moved or a hybrid just bred, unless
   * all are taken from the snapshot.
   */
  private void breed() {
    random.fill(chances, 0, chances.length, 0, 1);
    random.fill(moves, 0, moves.length, -1, 1);
    for (int i = 0; i < moves.length; i++) {
      powers[i] = Math.abs(moves[i]);
    }
    Powers.raise(powers, shares, moves.length, resistance);
    int last = agents - 1;
    int draw = 0;
    double[] parents = fromSnapshot ? xBefore : x;
    for (int c = 0; c < coordinates; c++) {
      int row = c * agents;
      System.arraycopy(xBefore, row + elites, x, row + elites, agents - elites);
      double low = lower[c];
      double high = upper[c];
      ends[0] = high;
      ends[1] = low;
      for (int i = row + elites; i < row + agents; i++, draw++) {
        double value = parents[row + (int) (chances[draw] * chances[draw] * last)];
        // By the sign, for a branch would be guessed wrong every other time.
        double end = ends[(int) (Double.doubleToRawLongBits(moves[draw]) >>> 63)];
        double bred = value + shares[draw] * (end - value);
        x[i] = bred < low || bred > high ? space.keep(c, bred) : bred;
      }
    }
  }
}
