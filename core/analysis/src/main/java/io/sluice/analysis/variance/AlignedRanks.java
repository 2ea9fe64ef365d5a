package io.sluice.analysis.variance;

import io.sluice.analysis.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A check of a decomposition that heavy tails do not sway, after the aligned rank transform
 * (Higgins and Tashtoush 1994; Wobbrock et al. 2011). For each source the numbers are freed of all
 * others: the number less the median of its cell, and the source's part of these medians. With
 * means, which the usual transform takes, heavy tails leave enough of other sources to find what is
 * not there; in the simulated studies of the tests medians do not. The ranks of these numbers, of
 * seven digits, are decomposed, and of that only the source itself counts; so shares of different
 * sources do not belong together.
 *
 * <p>Where spreads differ, aligned ranks still find what is not there (Tsandilas and Casiez 2024).
 * Therefore they may only fail to confirm a source, never claim one. Where many numbers are equal,
 * as those of trials that missed their target, the median of each cell moves them apart, and
 * everything is found; so there are none if one number has more than a twentieth of the trials. Of
 * many repeats the first {@value #MOST_REPEATS} are taken.
 */
public final class AlignedRanks {

  static final int MOST_REPEATS = 50;

  private static final double MOST_TIED = 0.05;

  private AlignedRanks() {}

  /**
   * The decomposition of aligned ranks.
   *
   * @return nothing unless the design is complete, there are three repeats, and hardly any numbers
   *     are equal
   */
  public static Optional<Decomposition> of(Design design, double[][] values) {
    int repeats = Math.min(values[0].length, MOST_REPEATS);
    if (!design.isComplete() || repeats < 3 || tied(values, repeats) > MOST_TIED) {
      return Optional.empty();
    }
    double[][] residuals = new double[values.length][];
    double[] medians = new double[values.length];
    double middle = 0;
    for (int cell = 0; cell < values.length; cell++) {
      residuals[cell] = Arrays.copyOf(values[cell], repeats);
      medians[cell] = median(residuals[cell]);
      middle += medians[cell] / values.length;
      for (int repeat = 0; repeat < repeats; repeat++) {
        residuals[cell][repeat] -= medians[cell];
      }
    }
    for (int cell = 0; cell < medians.length; cell++) {
      medians[cell] -= middle;
    }
    Effects effects = design.effects();
    double[][] parts = new double[design.terms().size()][];
    for (int t = 0; t < parts.length; t++) {
      parts[t] = new double[effects.coordinates(t)];
    }
    effects.split(medians, parts);
    List<Source> sources = new ArrayList<>();
    for (int t = 0; t < parts.length; t++) {
      double[][] ranks = ranks(residuals, effects(design.terms().get(t), parts[t]));
      Decomposition.source(design, ranks, t).ifPresent(sources::add);
    }
    sources.sort(Comparator.comparingDouble(source -> -source.share().value()));
    Estimate unknown = Estimate.withoutInterval(Double.NaN);
    List<List<Double>> covariances = new ArrayList<>();
    sources.forEach(source -> covariances.add(sources.stream().map(other -> Double.NaN).toList()));
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Decomposition(
                values.length, repeats, sources, unknown, unknown, unknown, covariances));
  }

  /** The share of the trials that have the most frequent number. */
  private static double tied(double[][] values, int repeats) {
    double[] sorted =
        Arrays.stream(values).flatMapToDouble(row -> Arrays.stream(row, 0, repeats)).toArray();
    Arrays.sort(sorted);
    int most = 1;
    int from = 0;
    for (int i = 1; i < sorted.length; i++) {
      from = sorted[i] == sorted[from] ? from : i;
      most = Math.max(most, i - from + 1);
    }
    return (double) most / sorted.length;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return (sorted[half] + sorted[sorted.length - 1 - half]) / 2;
  }

  /** The part of a term in each cell, from its coordinates in a complete design. */
  private static double[] effects(Term term, double[] part) {
    int[] group = term.group();
    double[] sizes = new double[term.groups()];
    for (int g : group) {
      sizes[g]++;
    }
    double[] effects = new double[group.length];
    for (int cell = 0; cell < effects.length; cell++) {
      effects[cell] = part[group[cell]] / Math.sqrt(sizes[group[cell]] / group.length);
    }
    return effects;
  }

  /** Mid-ranks of residual + effect over all trials, from 0 to 1. */
  private static double[][] ranks(double[][] residuals, double[] effects) {
    int repeats = residuals[0].length;
    long[] keys = new long[residuals.length * repeats];
    for (int cell = 0; cell < residuals.length; cell++) {
      for (int repeat = 0; repeat < repeats; repeat++) {
        int bits = Float.floatToIntBits((float) (residuals[cell][repeat] + effects[cell]) + 0f);
        int ordered = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
        int place = cell * repeats + repeat;
        keys[place] = (long) ordered << 32 | place;
      }
    }
    Arrays.sort(keys);
    double[][] ranks = new double[residuals.length][repeats];
    int from = 0;
    while (from < keys.length) {
      int to = from;
      while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
        to++;
      }
      for (int i = from; i < to; i++) {
        int place = (int) keys[i];
        ranks[place / repeats][place % repeats] = (from + to) / 2.0 / keys.length;
      }
      from = to;
    }
    return ranks;
  }
}
