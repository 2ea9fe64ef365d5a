package io.sluice.passport.optimizer;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A search of a population, as the engine drives it. */
final class PopulationWalk implements Walk {

  private final Landscape landscape;
  private final Box box;
  private final PopulationState state;
  private final DoubleUnaryOperator told;
  private final BlockLayout layout;
  private final Candidates candidates;
  private final double[] losses;
  private final int size;
  private double[] trail = {};
  private double[] best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private long evaluations;

  /**
   * A search that has not begun.
   *
   * @param told what the optimizer is told in place of a loss
   */
  PopulationWalk(
      PopulationOptimizer optimizer,
      Landscape landscape,
      Box box,
      long seed,
      DoubleUnaryOperator told) {
    this.landscape = landscape;
    this.box = box;
    this.told = told;
    int parameters = landscape.dimensions();
    size = optimizer.populationSize(parameters);
    layout = new BlockLayout(parameters, size, 0);
    candidates = new Candidates(layout, layout.newBlock(), 0, size);
    losses = new double[size];
    best = new double[parameters];
    state = optimizer.start(box, new RandomStream(seed));
  }

  /** The largest size of a generation. */
  int size() {
    return size;
  }

  /** Whether a budget of so many evaluations allows one more generation. */
  boolean fits(long budget) {
    return evaluations + next() <= budget;
  }

  private int next() {
    int next = state.next(size);
    check("announces", next, size);
    return next;
  }

  private static void check(String does, int members, int most) {
    if (members < 1 || members > most) {
      throw new Breach(
          "it " + does + " " + members + " candidates, but a generation has 1 to " + most);
    }
  }

  @Override
  public boolean step() {
    int allowed = next();
    int members = state.ask(candidates);
    check("proposes", members, allowed);
    int parameters = layout.parameters();
    trail = new double[members * parameters];
    for (int member = 0; member < members; member++) {
      double[] point = new double[parameters];
      for (int p = 0; p < parameters; p++) {
        double value = candidates.block()[layout.row(p) + member];
        point[p] = box.policy() == WeightPolicy.NONE ? value : box.keep(p, value);
      }
      System.arraycopy(point, 0, trail, member * parameters, parameters);
      double loss = landscape.loss(point);
      double shown = told.applyAsDouble(loss);
      losses[member] = Double.isNaN(shown) ? Double.POSITIVE_INFINITY : shown;
      if (loss < bestLoss) {
        bestLoss = loss;
        best = point;
      }
    }
    evaluations += members;
    state.tell(Arrays.copyOf(losses, size), 0);
    return true;
  }

  @Override
  public double[] trail() {
    return trail;
  }

  @Override
  public double[] at() {
    return best.clone();
  }

  @Override
  public double loss() {
    return bestLoss;
  }

  @Override
  public double cost() {
    return evaluations;
  }

  @Override
  public Object state() {
    return state;
  }
}
