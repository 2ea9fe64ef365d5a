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

  /** So many arrangements are drawn at least. */
  static final int FEWEST = 999;

  /** So many for each term, so that a p-value can be small enough for Holm's correction. */
  static final int FOR_EACH_TERM = 40;

  /** So many arrangements that look as large settle it (Besag and Clifford 1991). */
  private static final int ENOUGH = 200;

  static final int MOST_GROUPS = 30;

  static final int GROUPS_OF_MANY = 12;

  private final Design design;
  private final Effects effects;
  private final double[][][] parts;
  private final boolean complete;
  private final int permutations;

  /** A test of the parts {@code byRepeat[repeat][place]}, those of a term from its start on. */
  PermutationTest(Design design, Effects effects, double[][] byRepeat, int[] starts) {
    this.design = design;
    this.effects = effects;
    this.complete = effects instanceof CompleteEffects;
    int repeats = byRepeat.length;
    int groups = repeats <= MOST_GROUPS ? repeats : complete ? GROUPS_OF_MANY : MOST_GROUPS;
    int terms = design.terms().size();
    parts = new double[terms][groups][];
    for (int t = 0; t < terms; t++) {
      for (int group = 0; group < groups; group++) {
        int from = (int) ((long) group * repeats / groups);
        int to = (int) ((long) (group + 1) * repeats / groups);
        parts[t][group] = mean(byRepeat, from, to, starts[t], starts[t + 1]);
      }
    }
    permutations = Math.max(FEWEST, FOR_EACH_TERM * terms - 1);
  }

  /** Parts are linear in the numbers: the mean of parts is the part of the means. */
  private static double[] mean(double[][] byRepeat, int from, int to, int start, int end) {
    double[] mean = new double[end - start];
    for (int repeat = from; repeat < to; repeat++) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += byRepeat[repeat][start + k] / (to - from);
      }
    }
    return mean;
  }

  /**
   * For each term the share of arrangements, the one that was seen included, that look as large.
   */
  double[] p() {
    double[] p = new double[parts.length];
    for (int t = 0; t < p.length; t++) {
      p[t] = p(t);
    }
    return p;
  }

  /** That of one term; NaN where it cannot be told. */
  double p(int t) {
    double[][] own = parts[t];
    if (own.length < 2 || effects.degrees(t) == 0) {
      return Double.NaN;
    }
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
    for (int i = 1; i <= permutations; i++) {
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
    return asLarge / (permutations + 1.0);
  }

  private static double length(double[] sum) {
    double length = 0;
    for (double value : sum) {
      length += value * value;
    }
    return length;
  }
}
