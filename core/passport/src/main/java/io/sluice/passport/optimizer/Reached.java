package io.sluice.passport.optimizer;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.PopulationOptimizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How many evaluations a population needs to a loss of 1e-8. */
final class Reached {

  private static final String TOPIC = "evaluations to 1e-8";
  private static final double LOSS = 1e-8;
  private static final int SEEDS = 5;
  private static final int EACH = 2500;

  /** The functions, by dimensions. */
  private enum Ground {
    SPHERE,
    ELLIPSOID,
    ROSENBROCK;

    Landscape of(int n) {
      switch (this) {
        case SPHERE:
          return Landscape.Quadratic.of(n, 2, 2).aside();
        case ELLIPSOID:
          return Landscape.Quadratic.of(n, 2, 2e6).aside();
        default:
          return new Landscape.Rosenbrock(n);
      }
    }

    String text(int n) {
      return name().toLowerCase(Locale.ROOT) + ", n = " + n;
    }
  }

  static final int[] DIMENSIONS = {2, 10, 40};

  private Reached() {}

  /** The parts of the work, each of which adds an entry. */
  static void plan(PopulationOptimizer optimizer, List<Entry> entries, List<Runnable> parts) {
    for (Ground ground : Ground.values()) {
      boolean[] hopeless = new boolean[1];
      for (int n : DIMENSIONS) {
        parts.add(
            () -> {
              Entry entry = hopeless[0] ? skipped(ground, n) : entry(optimizer, ground, n);
              hopeless[0] = n > DIMENSIONS[0] && entry.value() == null;
              entries.add(entry);
            });
      }
    }
  }

  private static Entry skipped(Ground ground, int n) {
    return Entry.measured(
        TOPIC, ground.text(n), null, "not examined, as fewer dimensions are too many");
  }

  private static Entry entry(PopulationOptimizer optimizer, Ground ground, int n) {
    long budget = (long) EACH * n;
    double[] needed = new double[SEEDS];
    Arrays.fill(needed, Double.POSITIVE_INFINITY);
    double[] losses = new double[SEEDS];
    int missed = 0;
    int run = 0;
    while (run < SEEDS && missed <= SEEDS / 2) {
      PopulationWalk walk =
          new PopulationWalk(
              optimizer,
              ground.of(n),
              Box.cube(n, -5, 5, WeightPolicy.CLIP).within(budget),
              run + 1,
              loss -> loss);
      while (walk.loss() > LOSS && walk.fits(budget)) {
        walk.step();
      }
      losses[run] = walk.loss();
      if (walk.loss() <= LOSS) {
        needed[run] = walk.cost();
      } else {
        missed++;
      }
      run++;
    }
    double[] sorted = needed.clone();
    Arrays.sort(sorted);
    double median = sorted[SEEDS / 2];
    boolean found = median < Double.POSITIVE_INFINITY;
    double[] ends = Arrays.copyOf(losses, run);
    Arrays.sort(ends);
    return Entry.measured(
        TOPIC,
        ground.text(n),
        found ? (Object) median : null,
        found
            ? (long) median
                + " ("
                + (long) sorted[0]
                + " to "
                + (sorted[SEEDS - 1] < Double.POSITIVE_INFINITY
                    ? String.valueOf((long) sorted[SEEDS - 1])
                    : "more than " + budget)
                + ", "
                + SEEDS
                + " seeds)"
            : "not within " + budget + ", where the loss is " + Entry.figure(ends[run / 2]));
  }
}
