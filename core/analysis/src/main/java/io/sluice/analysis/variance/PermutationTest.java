package io.sluice.analysis.variance;

import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether chance alone makes a source look as large as it does: the length of the mean of its parts
 * over the repeats, against that after exchanging the levels of its factors at random, within each
 * repeat on its own (Fisher 1935). It supposes that without an effect the levels are exchangeable
 * within a repeat, and that repeats are independent. Where the design is not complete the signs of
 * whole parts are turned instead, which supposes that a part is as likely as its opposite, and lets
 * few repeats tell less.
 *
 * <p>More than {@value #MOST_GROUPS} repeats are taken in as many groups of consecutive ones; where
 * levels are exchanged, which gives far more arrangements than signs do, in {@value
 * #GROUPS_OF_MANY}.
 */
final class PermutationTest {

  static final int PERMUTATIONS = 1999;

  /** So many arrangements that look as large settle it (Besag and Clifford 1991). */
  private static final int ENOUGH = 200;

  static final int MOST_GROUPS = 30;

  static final int GROUPS_OF_MANY = 12;

  private final Design design;
  private final Effects effects;
  private final double[][][] parts;
  private final boolean complete;

  /** A test of the values {@code values[cell][repeat]}. */
  PermutationTest(Design design, Effects effects, double[][] values) {
    this.design = design;
    this.effects = effects;
    this.complete = effects instanceof CompleteEffects;
    int repeats = values[0].length;
    int groups = repeats <= MOST_GROUPS ? repeats : complete ? GROUPS_OF_MANY : MOST_GROUPS;
    int terms = design.terms().size();
    parts = new double[terms][groups][];
    double[] means = new double[design.cells()];
    for (int group = 0; group < groups; group++) {
      int from = (int) ((long) group * repeats / groups);
      int to = (int) ((long) (group + 1) * repeats / groups);
      double mean = 0;
      for (int cell = 0; cell < means.length; cell++) {
        means[cell] = 0;
        for (int repeat = from; repeat < to; repeat++) {
          means[cell] += values[cell][repeat];
        }
        means[cell] /= to - from;
        mean += means[cell] / means.length;
      }
      for (int cell = 0; cell < means.length; cell++) {
        means[cell] -= mean;
      }
      double[][] split = new double[terms][];
      for (int t = 0; t < terms; t++) {
        split[t] = new double[effects.coordinates(t)];
        parts[t][group] = split[t];
      }
      effects.split(means, split);
    }
  }

  /**
   * For each term the share of arrangements, the one that was seen included, that look as large.
   */
  double[] p() {
    double[] p = new double[parts.length];
    for (int t = 0; t < p.length; t++) {
      p[t] = parts[t].length < 2 || effects.degrees(t) == 0 ? Double.NaN : p(t);
    }
    return p;
  }

  private double p(int t) {
    double[][] own = parts[t];
    Optional<Exchange> exchange =
        complete ? Exchange.of(design, design.terms().get(t)) : Optional.empty();
    RandomStream random = new RandomStream(RandomStream.key(design.cells(), own.length, t, 17));
    double[] sum = new double[own[0].length];
    for (double[] part : own) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += part[k];
      }
    }
    double seen = length(sum) * (1 - 1e-12);
    int asLarge = 1;
    for (int i = 1; i <= PERMUTATIONS; i++) {
      Arrays.fill(sum, 0);
      for (double[] part : own) {
        if (exchange.isPresent()) {
          int[] places = exchange.get().draw(random);
          for (int k = 0; k < sum.length; k++) {
            sum[k] += part[places[k]];
          }
        } else {
          double sign = random.nextInt(2) == 0 ? -1 : 1;
          for (int k = 0; k < sum.length; k++) {
            sum[k] += sign * part[k];
          }
        }
      }
      asLarge += length(sum) >= seen ? 1 : 0;
      if (asLarge > ENOUGH) {
        return asLarge / (i + 1.0);
      }
    }
    return asLarge / (PERMUTATIONS + 1.0);
  }

  private static double length(double[] sum) {
    double length = 0;
    for (double value : sum) {
      length += value * value;
    }
    return length;
  }
}
