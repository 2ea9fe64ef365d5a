package io.sluice.passport.optimizer;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.Optimizer;
import io.sluice.spi.PopulationOptimizer;
import java.util.Arrays;
import java.util.List;

/** What an optimizer does where the way down leads out of the box. */
final class AtBounds {

  private static final int PARAMETERS = 2;
  private static final double BOUND = 1;
  private static final double AIM = 2;
  private static final int STEPS = 4000;
  private static final int LAST = 200;
  private static final int EVALUATIONS = 3000;

  /** Nearer than this it stays about the bound. */
  private static final double NEAR = 0.1;

  private AtBounds() {}

  static void add(Optimizer optimizer, List<Entry> entries) {
    for (WeightPolicy policy :
        List.of(WeightPolicy.CLIP, WeightPolicy.REFLECT, WeightPolicy.REFLECT_FLIP)) {
      entries.add(
          optimizer instanceof PopulationOptimizer
              ? search((PopulationOptimizer) optimizer, policy)
              : walk(optimizer, policy));
    }
  }

  private static Landscape outside() {
    double[] eigenvalues = new double[PARAMETERS];
    Arrays.fill(eigenvalues, 1);
    double[] centre = new double[PARAMETERS];
    Arrays.fill(centre, AIM);
    return new Landscape.Quadratic(eigenvalues, centre);
  }

  private static Box box(WeightPolicy policy) {
    return Box.cube(PARAMETERS, -BOUND, BOUND, policy);
  }

  private static Entry walk(Optimizer optimizer, WeightPolicy policy) {
    double[] start = new double[PARAMETERS];
    Arrays.fill(start, BOUND / 2);
    Walk walk = Walk.of(optimizer, outside(), box(policy), start, 1);
    double[] distances = new double[STEPS];
    int steps = 0;
    double nearest = BOUND / 2;
    while (steps < STEPS && walk.step()) {
      distances[steps] = distance(walk.at());
      nearest = Math.min(nearest, distances[steps++]);
    }
    int from = Math.max(0, steps - LAST);
    double[] last = Arrays.copyOfRange(distances, from, steps);
    double farthest = Arrays.stream(last).max().orElse(BOUND / 2);
    double least = Arrays.stream(last).min().orElse(BOUND / 2);
    boolean stopped = steps < STEPS;
    String text =
        Double.isNaN(farthest)
            ? "weights are no numbers any more"
            : nearest > NEAR
                ? "does not come near it in " + steps + " steps" + (stopped ? ", and stops" : "")
                : farthest == 0
                    ? "rests at it"
                    : stopped && distance(walk.at()) <= NEAR
                        ? "stops " + Entry.figure(distance(walk.at())) + " from it"
                        : farthest <= NEAR
                            ? farthest - least < 1e-9
                                ? "rests " + Entry.figure(farthest) + " from it"
                                : "stays within " + Entry.figure(farthest) + " of it"
                            : "leaves it, by up to " + Entry.figure(farthest);
    return Entry.measured("bounds", policy.id(), farthest, text);
  }

  private static Entry search(PopulationOptimizer optimizer, WeightPolicy policy) {
    PopulationWalk walk =
        new PopulationWalk(optimizer, outside(), box(policy).within(EVALUATIONS), 1, loss -> loss);
    while (walk.fits(EVALUATIONS)) {
      walk.step();
    }
    double distance = distance(walk.at());
    return Entry.measured(
        "bounds",
        policy.id(),
        distance,
        distance == 0
            ? "finds the best point, at the corner"
            : "comes to " + Entry.figure(distance) + " of the corner, where the best point is");
  }

  private static double distance(double[] weights) {
    double distance = 0;
    for (double weight : weights) {
      double own = Math.abs(BOUND - weight);
      distance = Double.isNaN(own) ? own : Math.max(distance, own);
    }
    return distance;
  }
}
