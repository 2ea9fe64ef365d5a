package io.sluice.optimizers;

import io.sluice.math.RootQuotient;
import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/**
 * The agents of population ADAM and ADAMm in one trial, {@code [coordinate][agent]}. The algorithms
 * maximise a fitness; here the fitness is the loss with its sign changed, so a fitness difference
 * is the loss before minus the loss now. Where that difference is not finite the step is as if it
 * were 0.
 */
final class PopulationAdamState implements PopulationState {

  private static final int LARGEST_PLAIN_POWER = 64;

  private final PopulationAdamRule rule;
  private final int agents;
  private final int elites;
  private final double resistance;
  private final SearchSpace space;
  private final RandomStream random;
  private final int coordinates;
  private final double[] mean;
  private final double[] square;
  private final double[] rise;
  private final SlotOrder order;
  private final double[] lower;
  private final double[] upper;
  private final double[] chances;
  private final double[] moves;
  private final double[] shares;
  private final double[] ends = new double[2];
  private boolean sorting;
  private double[] x;
  private double[] xBefore;
  private double[] loss;
  private double[] lossBefore;
  private double[] spare;
  private double[] spareLoss;
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
    int size = coordinates * agents;
    mean = new double[size];
    square = new double[size];
    x = new double[size];
    xBefore = new double[size];
    spare = new double[size];
    loss = new double[agents];
    lossBefore = new double[agents];
    spareLoss = new double[agents];
    rise = new double[agents];
    order = new SlotOrder(agents);
    lower = new double[coordinates];
    upper = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      lower[c] = space.lower(c);
      upper[c] = space.upper(c);
    }
    chances = new double[coordinates * hybrids];
    moves = new double[chances.length];
    shares = new double[chances.length];
  }

  /** Sorts the agents by fitness after every generation. */
  PopulationAdamState sorting() {
    sorting = true;
    return this;
  }

  @Override
  public int ask(Candidates candidates) {
    if (generation < 2) {
      remember();
      scatter();
    } else {
      for (int agent = 0; agent < agents; agent++) {
        double difference = lossBefore[agent] - loss[agent];
        rise[agent] = Math.abs(difference) <= Double.MAX_VALUE ? difference : 0;
      }
      climb(generation - 1);
      breed();
    }
    generation++;
    for (int c = 0; c < coordinates; c++) {
      System.arraycopy(x, c * agents, candidates.block(), candidates.row(c), agents);
    }
    return agents;
  }

  @Override
  public void tell(double[] losses, int from) {
    System.arraycopy(losses, from, loss, 0, agents);
    if (sorting) {
      sort();
    }
  }

  private void remember() {
    System.arraycopy(x, 0, xBefore, 0, x.length);
    System.arraycopy(loss, 0, lossBefore, 0, agents);
  }

  private void scatter() {
    for (int c = 0; c < coordinates; c++) {
      random.fill(x, c * agents, (c + 1) * agents, lower[c], upper[c]);
    }
  }

  /**
   * Moves the elites by Adam's rule; every agent's present place becomes its former one. Each pass
   * touches its arrays at one index only, which is what C2 needs to vectorise it.
   */
  private void climb(int step) {
    double meanCorrection = 1 - StrictMath.pow(rule.beta1(), step);
    double squareCorrection = 1 - StrictMath.pow(rule.beta2(), step);
    for (int c = 0; c < coordinates; c++) {
      int row = c * agents;
      System.arraycopy(rise, 0, spare, row, elites);
      setSlopes(row);
      updateMoments(row);
      System.arraycopy(x, row, xBefore, row, agents);
      step(row, meanCorrection, squareCorrection);
      keep(c, row);
    }
    System.arraycopy(loss, 0, lossBefore, 0, agents);
  }

  /** Divides the rises in {@code spare} by the changes of the coordinate. */
  private void setSlopes(int row) {
    boolean unchanged = false;
    for (int i = row; i < row + elites; i++) {
      unchanged |= x[i] == xBefore[i];
    }
    if (unchanged) {
      for (int i = row; i < row + elites; i++) {
        double change = x[i] - xBefore[i];
        spare[i] /= change == 0 ? rule.epsilon() : change;
      }
    } else {
      for (int i = row; i < row + elites; i++) {
        spare[i] /= x[i] - xBefore[i];
      }
    }
  }

  private void updateMoments(int row) {
    double beta1 = rule.beta1();
    double beta2 = rule.beta2();
    double toMean = 1 - beta1;
    double toSquare = 1 - beta2;
    for (int i = row; i < row + elites; i++) {
      double slope = spare[i];
      mean[i] = beta1 * mean[i] + toMean * slope;
      square[i] = beta2 * square[i] + toSquare * slope * slope;
    }
  }

  private void step(int row, double meanCorrection, double squareCorrection) {
    RootQuotient.rootQuotients(
        mean,
        rule.learningRate() / meanCorrection,
        square,
        1 / Math.sqrt(squareCorrection),
        rule.epsilon(),
        spare,
        row,
        row + elites);
    for (int i = row; i < row + elites; i++) {
      x[i] += spare[i];
    }
  }

  private void keep(int coordinate, int row) {
    for (int i = row; i < row + elites; i++) {
      double moved = x[i];
      if (moved < lower[coordinate] || moved > upper[coordinate]) {
        if (space.reversesMomentum(coordinate, moved)) {
          mean[i] = -mean[i];
        }
        x[i] = space.keep(coordinate, moved);
      }
    }
  }

  /** In place and in order: a parent may be an elite that has moved or a hybrid just bred. */
  private void breed() {
    random.fill(chances, 0, chances.length, 0, 1);
    random.fill(moves, 0, moves.length, -1, 1);
    for (int i = 0; i < moves.length; i++) {
      spare[i] = Math.abs(moves[i]);
    }
    raise(spare, shares, moves.length, resistance);
    int last = agents - 1;
    int draw = 0;
    for (int c = 0; c < coordinates; c++) {
      int row = c * agents;
      double low = lower[c];
      double high = upper[c];
      ends[0] = high;
      ends[1] = low;
      for (int i = row + elites; i < row + agents; i++, draw++) {
        double value = x[row + (int) (chances[draw] * chances[draw] * last)];
        // By the sign, for a branch would be guessed wrong every other time.
        double end = ends[(int) (Double.doubleToRawLongBits(moves[draw]) >>> 63)];
        double bred = value + shares[draw] * (end - value);
        x[i] = bred < low || bred > high ? space.keep(c, bred) : bred;
      }
    }
  }

  /**
   * Raises bases, which are overwritten, to a power: by repeated multiplication where the exponent
   * is a small whole number.
   */
  static void raise(double[] bases, double[] powers, int length, double exponent) {
    if (exponent != Math.rint(exponent) || exponent > LARGEST_PLAIN_POWER) {
      for (int i = 0; i < length; i++) {
        powers[i] = StrictMath.pow(bases[i], exponent);
      }
      return;
    }
    Arrays.fill(powers, 0, length, 1);
    for (int rest = (int) exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        multiply(powers, bases, length);
      }
      multiply(bases, bases, length);
    }
  }

  private static void multiply(double[] target, double[] factors, int length) {
    for (int i = 0; i < length; i++) {
      target[i] *= factors[i];
    }
  }

  /** An agent's place, loss and former ones move with it; the moments stay with the slot. */
  private void sort() {
    int[] slots = order.ascending(loss);
    double[] sorted = spareLoss;
    spareLoss = loss;
    loss = gather(loss, sorted, slots, 1);
    sorted = spareLoss;
    spareLoss = lossBefore;
    lossBefore = gather(lossBefore, sorted, slots, 1);
    sorted = spare;
    spare = x;
    x = gather(x, sorted, slots, coordinates);
    sorted = spare;
    spare = xBefore;
    xBefore = gather(xBefore, sorted, slots, coordinates);
  }

  private double[] gather(double[] from, double[] to, int[] slots, int rows) {
    for (int row = 0; row < rows * agents; row += agents) {
      for (int i = 0; i < agents; i++) {
        to[row + i] = from[row + slots[i]];
      }
    }
    return to;
  }
}
