package io.sluice.passport.optimizer;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.passport.Finding;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Invariance;
import io.sluice.spi.Optimizer;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * Which changes of what is minimised change nothing: the changed trial is run beside the other, its
 * way is brought back, and the largest distance of the two is set beside the length of the way.
 */
final class Invariances {

  private static final String TOPIC = "invariance";

  /** What rounding, and an epsilon that is meant to be negligible, may make of a way. */
  private static final double NOTHING = 1e-4;

  private static final double[] START = {1, -1, 0.5, 2};
  private static final int STEPS = 12;
  private static final int DIMENSIONS = 5;
  private static final int EVALUATIONS = 400;
  private static final int SEED = 11;
  private static final double ROOT = 4;

  /** How much less far a population may come where it is turned. */
  private static final double ABOUT = 0.25;

  /** What is less than this share of the other contradicts. */
  private static final double HALF = 0.5;

  private final Optimizer optimizer;
  private final List<Entry> entries;
  private final List<Finding> findings;

  Invariances(Optimizer optimizer, List<Entry> entries, List<Finding> findings) {
    this.optimizer = optimizer;
    this.entries = entries;
    this.findings = findings;
  }

  /** Tests those that a way can show. */
  void ways() {
    if (optimizer instanceof PopulationOptimizer) {
      PopulationOptimizer population = (PopulationOptimizer) optimizer;
      tell(
          Invariance.LOSS_ORDER,
          Math.max(
              apart(population, Affine.identity(DIMENSIONS), loss -> 1024 * loss),
              apart(population, Affine.identity(DIMENSIONS), loss -> -1 / (1e-3 + loss))));
      tell(
          Invariance.LOSS_SCALE,
          apart(population, Affine.identity(DIMENSIONS), loss -> 1024 * loss));
      tell(Invariance.SHIFT, apart(population, Affine.shift(DIMENSIONS), loss -> loss));
      tell(Invariance.COORDINATE_SCALE, apart(population, Affine.units(DIMENSIONS), loss -> loss));
      return;
    }
    int n = START.length;
    tell(
        Invariance.LOSS_SCALE,
        Math.max(apart(Affine.identity(n), ROOT), apart(Affine.identity(n), 1 / ROOT)));
    tell(Invariance.SHIFT, apart(Affine.shift(n), 1));
    tell(Invariance.ROTATION, apart(Affine.rotation(n), 1));
    tell(Invariance.PERMUTATION, apart(Affine.permutation(n), 1));
    tell(Invariance.COORDINATE_SCALE, apart(Affine.units(n), 1));
    if (optimizer instanceof GradientOptimizer) {
      tell(Invariance.SLOPE_SCALE, apartBySlopes((GradientOptimizer) optimizer));
      MatrixOrder.add((GradientOptimizer) optimizer, entries);
    }
  }

  /**
   * Tests rotation and another order of parameters of a population, of which only how well it does
   * can show them, for its numbers are drawn along the axes and in their order.
   */
  void axesOfPopulation() {
    Landscape bowl = Landscape.Quadratic.of(DIMENSIONS, 1, 1e6).aside();
    double plain = decades(bowl);
    about(Invariance.ROTATION, bowl, Affine.rotation(DIMENSIONS), plain, "on a turned ellipsoid");
    about(
        Invariance.PERMUTATION,
        bowl,
        Affine.permutation(DIMENSIONS),
        plain,
        "on an ellipsoid with its axes in another order");
  }

  private void about(
      Invariance invariance, Landscape bowl, Affine map, double plain, String changed) {
    double other = decades(new Landscape.Changed(bowl, map, 1));
    boolean holds = Math.abs(other - plain) <= ABOUT * Math.max(other, plain);
    String found =
        "down by "
            + Entry.figure(other)
            + " decades "
            + changed
            + ", by "
            + Entry.figure(plain)
            + " as it is";
    entries.add(
        Entry.measured(
            TOPIC, invariance.id(), other / plain, (holds ? "holds about: " : "no: ") + found));
    boolean hardly = Math.min(other, plain) < HALF * Math.max(other, plain);
    contradict(invariance, !hardly, "it comes " + found);
  }

  /** By how many decades the loss falls in all after the first generation, in the median. */
  private double decades(Landscape landscape) {
    double[] decades = new double[21];
    Box box = Box.cube(DIMENSIONS, -5, 5, WeightPolicy.CLIP).within(2500);
    for (int seed = 0; seed < decades.length; seed++) {
      PopulationWalk walk =
          new PopulationWalk((PopulationOptimizer) optimizer, landscape, box, seed, x -> x);
      walk.step();
      double first = walk.loss();
      while (walk.fits(2500)) {
        walk.step();
      }
      decades[seed] = StrictMath.log10(first / Math.max(1e-300, walk.loss()));
    }
    Arrays.sort(decades);
    return decades[decades.length / 2];
  }

  private void tell(Invariance invariance, double deviation) {
    entries.add(entry(invariance.id(), deviation));
    if (!Double.isNaN(deviation)) {
      boolean holds = deviation <= NOTHING;
      contradict(invariance, holds, "the ways are " + Entry.figure(deviation) + " apart");
    }
  }

  /** What is said of two ways that are so far apart. */
  static Entry entry(String property, double deviation) {
    String text =
        Double.isNaN(deviation)
            ? "cannot be told: it does not move, or leaves all numbers"
            : deviation <= NOTHING
                ? (deviation == 0 ? "holds" : "holds to " + Entry.figure(deviation))
                : "no: it goes " + Entry.figure(deviation) + " of its way apart";
    return Entry.measured(TOPIC, property, deviation, text);
  }

  private void contradict(Invariance invariance, boolean holds, String found) {
    if (!holds && optimizer.invariances().contains(invariance)) {
      findings.add(
          Finding.contradiction(
              TOPIC,
              invariance.id()
                  + " is declared: "
                  + invariance.meaning()
                  + " should change nothing, but "
                  + found));
    }
  }

  private double apart(Affine map, double root) {
    Landscape bent = new Landscape.Bent(START.length);
    Box open = Box.open(START.length);
    Walk plain = Walk.of(optimizer, bent, open, START, SEED);
    Walk changed =
        Walk.of(
            optimizer, new Landscape.Changed(bent, map, root), open, map.to(START.clone()), SEED);
    return apart(START, plain, changed, map);
  }

  /** The largest distance of two walks, of which the second goes in other coordinates. */
  static double apart(double[] start, Walk plain, Walk changed, Affine map) {
    int[] left = {STEPS};
    return apart(
        start,
        () ->
            left[0]-- > 0 && plain.step() && changed.step()
                ? Optional.of(new double[][] {plain.trail(), map.back(changed.trail())})
                : Optional.empty());
  }

  private static double apart(PopulationOptimizer optimizer, Affine map, DoubleUnaryOperator told) {
    Landscape bent = new Landscape.Bent(DIMENSIONS);
    Box box = Box.cube(DIMENSIONS, -4, 5, WeightPolicy.CLIP).within(EVALUATIONS);
    PopulationWalk plain = new PopulationWalk(optimizer, bent, box, SEED, loss -> loss);
    PopulationWalk changed =
        new PopulationWalk(
            optimizer, new Landscape.Changed(bent, map, 1), box.through(map), SEED, told);
    List<double[]> first = new ArrayList<>();
    return apart(
        new double[DIMENSIONS],
        () -> {
          if (!plain.fits(EVALUATIONS) || !changed.fits(EVALUATIONS)) {
            return first.isEmpty() ? firstOf(plain, changed, map, first) : Optional.empty();
          }
          return firstOf(plain, changed, map, first);
        });
  }

  private static Optional<double[][]> firstOf(
      Walk plain, Walk changed, Affine map, List<double[]> first) {
    plain.step();
    changed.step();
    first.add(plain.trail());
    double[] other = changed.trail();
    double[] back = new double[other.length];
    for (int from = 0; from < other.length; from += DIMENSIONS) {
      double[] point = map.back(Arrays.copyOfRange(other, from, from + DIMENSIONS));
      System.arraycopy(point, 0, back, from, DIMENSIONS);
    }
    return Optional.of(new double[][] {plain.trail(), back});
  }

  /** Slopes that come as they come, those of each parameter times a factor of its own. */
  private static double apartBySlopes(GradientOptimizer optimizer) {
    int n = START.length;
    GradientState plain = optimizer.start(new LaneOfOne(optimizer, n));
    GradientState changed = optimizer.start(new LaneOfOne(optimizer, n));
    RandomStream random = new RandomStream(SEED);
    double[] weights = START.clone();
    double[] others = START.clone();
    int[] step = {0};
    return apart(
        START,
        () -> {
          if (++step[0] > STEPS) {
            return Optional.empty();
          }
          double[] gradient = new double[n];
          double[] scaled = new double[n];
          for (int p = 0; p < n; p++) {
            gradient[p] = p - 1.5 + random.nextGaussian();
            scaled[p] = (p % 2 == 0 ? ROOT : 1 / ROOT) * gradient[p];
          }
          plain.update(step[0], 1, weights, gradient);
          changed.update(step[0], 1, others, scaled);
          for (int p = 0; p < n; p++) {
            weights[p] += gradient[p];
            others[p] += scaled[p];
          }
          return Optional.of(new double[][] {weights.clone(), others.clone()});
        });
  }

  /** The largest distance of two ways as a share of how far the first goes; NaN if nowhere. */
  private static double apart(double[] start, Supplier<Optional<double[][]>> ways) {
    double reach = 0;
    double distance = 0;
    for (Optional<double[][]> both = ways.get(); both.isPresent(); both = ways.get()) {
      double[] one = both.get()[0];
      double[] other = both.get()[1];
      for (int i = 0; i < Math.max(one.length, other.length); i++) {
        double difference =
            i < one.length && i < other.length
                ? Math.abs(one[i] - other[i])
                : Double.POSITIVE_INFINITY;
        if (Double.isNaN(difference)) {
          return distance > 0 && reach > 0 ? distance / reach : Double.NaN;
        }
        distance = Math.max(distance, difference);
        reach =
            i < one.length ? Math.max(reach, Math.abs(one[i] - start[i % start.length])) : reach;
      }
    }
    return reach == 0 ? Double.NaN : distance / reach;
  }
}
