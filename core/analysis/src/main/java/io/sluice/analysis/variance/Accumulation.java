package io.sluice.analysis.variance;

import io.sluice.analysis.statistics.Batches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The parts of a table's numbers, repeat by repeat, and the sums that everything is made of. */
final class Accumulation {

  /** More repeats than this are taken in batches. */
  private static final int MOST_REPEATS = 10_000;

  private final Design design;
  private final double[][] values;
  private final double spread;
  private final Effects effects;
  private final int cells;
  private final int repeats;

  /** The repeats before they were taken in batches. */
  private final int all;

  private final int terms;

  /** Sums over repeats: of the parts, and of their squares. The last term is that of all cells. */
  private final double[][] sums;

  private final double[] squares;
  private final double[] lengths;
  private double means;
  private double meanSquares;

  /** {@code parts[repeat][place]}; the places of a term are from its start to that of the next. */
  private final double[][] parts;

  private final int[] starts;

  private final double[] repeatMeans;

  /** Takes very many repeats in batches. */
  static Accumulation of(Design design, double[][] values, double spread) {
    Batches batches = Batches.of(values[0].length, MOST_REPEATS);
    if (batches.size() == 1) {
      return new Accumulation(design, values, spread, batches.repeats());
    }
    double[][] means = new double[values.length][batches.count()];
    double single = 0;
    double batched = 0;
    for (int cell = 0; cell < means.length; cell++) {
      for (int batch = 0; batch < batches.count(); batch++) {
        for (int repeat = batches.start(batch); repeat < batches.start(batch + 1); repeat++) {
          means[cell][batch] += values[cell][repeat] / batches.size(batch);
        }
      }
      single += variance(values[cell]);
      batched += variance(means[cell]);
    }
    double wider = batched > 0 ? single / batched : 1;
    return new Accumulation(design, means, spread * wider, batches.repeats());
  }

  private static double variance(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }

  private Accumulation(Design design, double[][] values, double spread, int all) {
    this.all = all;
    this.design = design;
    this.values = values;
    this.spread = spread;
    this.effects = design.effects();
    this.cells = design.cells();
    this.repeats = values[0].length;
    this.terms = design.terms().size();
    this.sums = new double[terms + 1][];
    this.starts = new int[terms + 2];
    for (int t = 0; t <= terms; t++) {
      int places = t < terms ? effects.coordinates(t) : cells;
      sums[t] = new double[places];
      starts[t + 1] = starts[t] + places;
    }
    this.parts = new double[repeats][starts[terms + 1]];
    this.repeatMeans = new double[repeats];
    this.squares = new double[terms + 1];
    this.lengths = new double[terms + 1];
    sum();
  }

  /** Fills in the parts of one repeat, and returns its mean less the center. */
  private double split(int repeat, double center) {
    double[] column = new double[cells];
    double mean = 0;
    for (int cell = 0; cell < cells; cell++) {
      column[cell] = values[cell][repeat] - center;
      mean += column[cell];
    }
    mean /= cells;
    double[] own = parts[repeat];
    double scale = 1 / Math.sqrt(cells);
    for (int cell = 0; cell < cells; cell++) {
      column[cell] -= mean;
      own[starts[terms] + cell] = column[cell] * scale;
    }
    double[][] byTerm = new double[terms][];
    for (int t = 0; t < terms; t++) {
      byTerm[t] = new double[effects.coordinates(t)];
    }
    effects.split(column, byTerm);
    for (int t = 0; t < terms; t++) {
      System.arraycopy(byTerm[t], 0, own, starts[t], byTerm[t].length);
    }
    return mean;
  }

  /** All sources; nothing if all values are equal. */
  Optional<Decomposition> decomposition() {
    double[] shares = shares(repeats, lengths, squares, means, meanSquares);
    return Double.isFinite(shares[0])
        ? Optional.of(assemble(shares, jackknife()))
        : Optional.empty();
  }

  /** One source alone. */
  Optional<Source> source(int term) {
    double[] shares = shares(repeats, lengths, squares, means, meanSquares);
    if (!Double.isFinite(shares[0]) || effects.degrees(term) == 0) {
      return Optional.empty();
    }
    double variance = jackknife()[term][term];
    double p = new PermutationTest(design, effects, parts, starts).p(term);
    return Optional.of(source(term, shares, variance, p));
  }

  private double center() {
    double center = 0;
    for (double[] row : values) {
      for (double value : row) {
        center += value / repeats / cells;
      }
    }
    return center;
  }

  private void sum() {
    double center = center();
    for (int r = 0; r < repeats; r++) {
      repeatMeans[r] = split(r, center);
      means += repeatMeans[r];
      meanSquares += repeatMeans[r] * repeatMeans[r];
      for (int t = 0; t <= terms; t++) {
        for (int k = 0; k < sums[t].length; k++) {
          double part = parts[r][starts[t] + k];
          sums[t][k] += part;
          squares[t] += part * part;
        }
      }
    }
    for (int t = 0; t <= terms; t++) {
      lengths[t] = dot(sums[t], sums[t], 0);
    }
  }

  /** The shares of the terms, of all cells, of the rest and of the seeds. */
  private double[] shares(int n, double[] lengths, double[] squares, double sum, double square) {
    double[] shares = new double[terms + 3];
    double pairs = (double) n * (n - 1);
    double rest = 0;
    for (int t = 0; t <= terms; t++) {
      shares[t] = n > 1 ? (lengths[t] - squares[t]) / pairs : squares[t];
      rest += t < terms ? -shares[t] : shares[t];
    }
    double within =
        n > 1 ? (squares[terms] + square) / n - shares[terms] - (sum * sum - square) / pairs : 0;
    shares[terms + 1] = rest;
    shares[terms + 2] = spread * within;
    double total = shares[terms] + shares[terms + 2];
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= total;
    }
    return shares;
  }

  /** The covariances of the shares, by leaving out one repeat at a time. */
  private double[][] jackknife() {
    int size = terms + 3;
    double[][] covariances = new double[size][size];
    if (repeats < 3) {
      for (double[] row : covariances) {
        Arrays.fill(row, Double.NaN);
      }
      return covariances;
    }
    double[] mean = new double[size];
    double[] without = new double[terms + 1];
    double[] squaresWithout = new double[terms + 1];
    double[] apart = new double[size];
    for (int r = 0; r < repeats; r++) {
      double ofRepeat = repeatMeans[r];
      for (int t = 0; t <= terms; t++) {
        double own = 0;
        for (int k = starts[t]; k < starts[t + 1]; k++) {
          own += parts[r][k] * parts[r][k];
        }
        without[t] = lengths[t] - 2 * dot(sums[t], parts[r], starts[t]) + own;
        squaresWithout[t] = squares[t] - own;
      }
      double[] shares =
          shares(
              repeats - 1,
              without,
              squaresWithout,
              means - ofRepeat,
              meanSquares - ofRepeat * ofRepeat);
      for (int i = 0; i < size; i++) {
        apart[i] = shares[i] - mean[i];
        mean[i] += apart[i] / (r + 1);
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          covariances[i][j] += apart[i] * (shares[j] - mean[j]);
        }
      }
    }
    for (double[] row : covariances) {
      for (int j = 0; j < size; j++) {
        row[j] *= (repeats - 1.0) / repeats;
      }
    }
    return covariances;
  }

  private Source source(int term, double[] shares, double variance, double p) {
    double total =
        (squares[terms] + meanSquares - means * means / repeats) / repeats; // mean square
    total += (spread - 1) * Math.max(0, total - lengths[terms] / repeats / repeats);
    return new Source(
        design.names(design.terms().get(term)),
        Decomposition.interval(shares[term], variance, repeats),
        lengths[term] / repeats / repeats / total,
        effects.degrees(term),
        p);
  }

  private Decomposition assemble(double[] shares, double[][] covariances) {
    double[] p = new PermutationTest(design, effects, parts, starts).p();
    List<Integer> order = new ArrayList<>();
    for (int t = 0; t < terms; t++) {
      if (effects.degrees(t) > 0) {
        order.add(t);
      }
    }
    order.sort(Comparator.comparingDouble(t -> -shares[t]));
    List<Source> sources = new ArrayList<>();
    List<List<Double>> sorted = new ArrayList<>();
    for (int t : order) {
      sources.add(source(t, shares, covariances[t][t], p[t]));
      sorted.add(order.stream().map(other -> covariances[t][other]).toList());
    }
    return new Decomposition(
        cells,
        all,
        sources,
        Decomposition.interval(shares[terms], covariances[terms][terms], repeats),
        Decomposition.interval(shares[terms + 1], covariances[terms + 1][terms + 1], repeats),
        Decomposition.interval(shares[terms + 2], covariances[terms + 2][terms + 2], repeats),
        sorted);
  }

  private static double dot(double[] a, double[] b, int start) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[start + i];
    }
    return sum;
  }
}
