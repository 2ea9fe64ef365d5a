package io.sluice.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Trials of one population optimizer side by side, and the arrays in which their state lives. Every
 * array is laid out {@code [row][lane]} without gaps: {@code array[row * lanes() + lane]}. When a
 * trial is over, the last lane takes its place in all of them, and there is a lane less:
 *
 * <pre>{@code
 * double[] place = lanes.rows(members);       // of one coordinate
 * int all = members * lanes.lanes();          // asked anew in every generation
 * for (int i = 0; i < all; i++) {
 *   place[i] += step[i];
 * }
 * }</pre>
 */
public final class TrialLanes {

  private record Rows(double[] array, int rows) {}

  private final List<PopulationOptimizer> optimizers;
  private final List<SearchSpace> spaces;
  private final RandomLanes random;
  private final List<Rows> arrays = new ArrayList<>();
  private final double[] lower;
  private final double[] upper;

  /**
   * Trials side by side; the lists have one element a lane.
   *
   * @param optimizers of one id, which may differ in their hyper-parameters
   */
  public TrialLanes(
      List<? extends PopulationOptimizer> optimizers,
      List<? extends SearchSpace> spaces,
      List<RandomStream> random) {
    if (optimizers.isEmpty()
        || spaces.size() != optimizers.size()
        || random.size() != optimizers.size()) {
      throw new IllegalArgumentException(
          "lanes need as many optimizers, spaces and streams, at least 1 of each, not "
              + optimizers.size()
              + ", "
              + spaces.size()
              + " and "
              + random.size());
    }
    this.optimizers = new ArrayList<>(optimizers);
    this.spaces = new ArrayList<>(spaces);
    this.random = new RandomLanes(random);
    lower = rows(parameters());
    upper = rows(parameters());
    for (int p = 0; p < parameters(); p++) {
      for (int lane = 0; lane < lanes(); lane++) {
        lower[p * lanes() + lane] = space(lane).lower(p);
        upper[p * lanes() + lane] = space(lane).upper(p);
      }
    }
  }

  /** One trial alone. */
  public static TrialLanes of(
      PopulationOptimizer optimizer, SearchSpace space, RandomStream random) {
    return new TrialLanes(List.of(optimizer), List.of(space), List.of(random));
  }

  /** How many lanes there are now, at least 1. */
  public int lanes() {
    return spaces.size();
  }

  /** How many parameters a candidate has. */
  public int parameters() {
    return spaces.get(0).parameters();
  }

  /** How many members a generation of each lane has. */
  public int members() {
    return optimizers.get(0).populationSize(parameters());
  }

  /** The space of a lane. */
  public SearchSpace space(int lane) {
    return spaces.get(lane);
  }

  /** The lower bounds, a row for each parameter. */
  public double[] lower() {
    return lower;
  }

  /** The upper bounds, a row for each parameter. */
  public double[] upper() {
    return upper;
  }

  /** The random numbers of the lanes. */
  public RandomLanes random() {
    return random;
  }

  /** A new array of so many rows of lanes, filled with zeros. */
  public double[] rows(int rows) {
    double[] array = new double[Math.multiplyExact(rows, lanes())];
    arrays.add(new Rows(array, rows));
    return array;
  }

  /**
   * So many of them, for the coordinates of a place: loops in which all arrays have the same index
   * become vector instructions, others do not.
   */
  public double[][] rows(int arrays, int rows) {
    double[][] each = new double[arrays][];
    for (int i = 0; i < arrays; i++) {
      each[i] = rows(rows);
    }
    return each;
  }

  /**
   * The values of a declared hyper-parameter, each so many times one below the other.
   *
   * @throws IllegalArgumentException if the optimizer declares no such hyper-parameter
   */
  public double[] hyperparameter(String name, int rows) {
    double[] values = rows(rows);
    for (int lane = 0; lane < lanes(); lane++) {
      double value = value(optimizers.get(lane), name);
      for (int row = 0; row < rows; row++) {
        values[row * lanes() + lane] = value;
      }
    }
    return values;
  }

  private static double value(PopulationOptimizer optimizer, String name) {
    Objects.requireNonNull(name, "name");
    for (Hyperparameter each : optimizer.hyperparameters()) {
      if (each.name().equals(name)) {
        return each.value();
      }
    }
    throw new IllegalArgumentException(
        optimizer.id() + " declares no hyper-parameter \"" + name + "\"");
  }

  /**
   * Copies one row so many times, one below the other.
   *
   * @param at where the row begins
   * @param target receives the copies from index 0 on
   */
  public void spread(double[] row, int at, double[] target, int rows) {
    for (int to = 0; to < rows * lanes(); to += lanes()) {
      System.arraycopy(row, at, target, to, lanes());
    }
  }

  /** The trial of this lane is over: the last lane takes its place. For who runs the trials. */
  public void remove(int lane) {
    int before = lanes();
    int last = before - 1;
    for (Rows each : arrays) {
      close(each.array, each.rows, before, lane);
    }
    optimizers.set(lane, optimizers.get(last));
    optimizers.remove(last);
    spaces.set(lane, spaces.get(last));
    spaces.remove(last);
    random.remove(lane);
  }

  private static void close(double[] array, int rows, int lanes, int gone) {
    int fewer = lanes - 1;
    for (int row = 0; row < rows; row++) {
      double last = array[row * lanes + fewer];
      System.arraycopy(array, row * lanes, array, row * fewer, fewer);
      if (gone < fewer) {
        array[row * fewer + gone] = last;
      }
    }
    Arrays.fill(array, rows * fewer, rows * lanes, 0);
  }
}
