package io.sluice.passport.optimizer;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.PopulationOptimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many evaluations a population needs to a loss of 1e-8. Where it fails at something easier,
 * nothing more difficult is tried: after a sphere no other function of as many dimensions, and
 * after 10 dimensions of a function not 40.
 */
final class Reached {

  static final int[] DIMENSIONS = {2, 10, 40};

  private static final String TOPIC = "evaluations to 1e-8";
  private static final double LOSS = 1e-8;
  private static final int SEEDS = 5;
  private static final int FEW_SEEDS = 3;
  private static final int MANY_DIMENSIONS = 40;
  private static final int EVALUATIONS = 2500;

  private final PopulationOptimizer optimizer;
  private final List<Entry> entries;
  private final List<Task> missed = new ArrayList<>();

  Reached(PopulationOptimizer optimizer, List<Entry> entries) {
    this.optimizer = optimizer;
    this.entries = entries;
  }

  /** The functions, the easiest first. */
  private enum Ground {
    SPHERE,
    ELLIPSOID,
    ROSENBROCK
  }

  /** A function of so many dimensions. */
  private record Task(Ground ground, int n) {

    Landscape landscape() {
      switch (ground) {
        case SPHERE:
          return Landscape.Quadratic.of(n, 2, 2).aside();
        case ELLIPSOID:
          return Landscape.Quadratic.of(n, 2, 2e6).aside();
        default:
          return new Landscape.Rosenbrock(n);
      }
    }

    int seeds() {
      return n < MANY_DIMENSIONS ? SEEDS : FEW_SEEDS;
    }

    long budget() {
      return (long) EVALUATIONS * n;
    }

    boolean isHarderThan(Task other) {
      return (n == other.n && other.ground == Ground.SPHERE && ground != Ground.SPHERE)
          || (ground == other.ground && n == MANY_DIMENSIONS && other.n > DIMENSIONS[0]);
    }

    @Override
    public String toString() {
      return ground.name().toLowerCase(Locale.ROOT) + ", n = " + n;
    }
  }

  /** The parts of the work, each of which adds an entry. */
  List<Runnable> parts() {
    List<Runnable> parts = new ArrayList<>();
    for (Ground ground : Ground.values()) {
      for (int n : DIMENSIONS) {
        Task task = new Task(ground, n);
        parts.add(() -> examine(task));
      }
    }
    return parts;
  }

  private void examine(Task task) {
    for (Task easier : missed) {
      if (task.isHarderThan(easier)) {
        missed.add(task);
        entries.add(
            Entry.measured(TOPIC, task.toString(), null, "not examined, as it fails at " + easier));
        return;
      }
    }
    double[] needed = new double[task.seeds()];
    double[] ends = new double[task.seeds()];
    Arrays.fill(needed, Double.POSITIVE_INFINITY);
    int misses = 0;
    int runs = 0;
    while (runs < needed.length && misses <= needed.length / 2) {
      PopulationWalk walk = walk(task, runs + 1);
      ends[runs] = walk.loss();
      if (walk.loss() <= LOSS) {
        needed[runs] = walk.cost();
      } else {
        misses++;
      }
      runs++;
    }
    if (misses > needed.length / 2) {
      missed.add(task);
      Arrays.sort(ends, 0, runs);
      String end = Entry.figure(ends[runs / 2]);
      entries.add(
          Entry.measured(
              TOPIC,
              task.toString(),
              null,
              "not within " + task.budget() + ", where the loss is " + end));
    } else {
      Arrays.sort(needed);
      entries.add(
          Entry.measured(
              TOPIC, task.toString(), needed[needed.length / 2], text(needed, task.budget())));
    }
  }

  private PopulationWalk walk(Task task, int seed) {
    Box box = Box.cube(task.n(), -5, 5, WeightPolicy.CLIP).within(task.budget());
    PopulationWalk walk = new PopulationWalk(optimizer, task.landscape(), box, seed, loss -> loss);
    while (walk.loss() > LOSS && walk.fits(task.budget())) {
      walk.step();
    }
    return walk;
  }

  /** The median of the seeds with the least and the most. */
  private static String text(double[] needed, long budget) {
    double most = needed[needed.length - 1];
    return (long) needed[needed.length / 2]
        + " ("
        + (long) needed[0]
        + " to "
        + (most < Double.POSITIVE_INFINITY ? (long) most : "more than " + budget)
        + ", "
        + needed.length
        + " seeds)";
  }
}
