package io.sluice.analysis.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The parts of a table's numbers, repeat by repeat, and the sums that everything is made of. */
final class Accumulation {
  private final Design design;
  private final double[][] values;
  private final double spread;
  private final Effects effects;
  private final int cells;
  private final int repeats;
  private final int terms;

  /** Sums over repeats: of the parts, and of their squares. The last term is that of all cells. */
  private final double[][] sums;

  private final double[] squares;
  private final double[] lengths;
  private double means;
  private double meanSquares;

  /** {@code parts[repeat][term]}; the last term is that of all cells. */
  private final double[][][] parts;

  private final double[] repeatMeans;

  Accumulation(Design design, double[][] values, double spread) {
    this.design = design;
    this.values = values;
    this.spread = spread;
    this.effects = design.effects();
    this.cells = design.cells();
    this.repeats = values[0].length;
    this.terms = design.terms().size();
    this.sums = new double[terms + 1][];
    this.parts = new double[repeats][][];
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
    double[][] own = new double[terms][];
    for (int t = 0; t < terms; t++) {
      own[t] = new double[effects.coordinates(t)];
    }
    double scale = 1 / Math.sqrt(cells);
    double[] whole = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      column[cell] -= mean;
      whole[cell] = column[cell] * scale;
    }
    effects.split(column, own);
    parts[repeat] = Arrays.copyOf(own, terms + 1);
    parts[repeat][terms] = whole;
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
    double p = new PermutationTest(design, effects, parts).p(term);
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
        double[] part = parts[r][t];
        if (sums[t] == null) {
          sums[t] = new double[part.length];
        }
        for (int k = 0; k < part.length; k++) {
          sums[t][k] += part[k];
          squares[t] += part[k] * part[k];
        }
      }
    }
    for (int t = 0; t <= terms; t++) {
      lengths[t] = dot(sums[t], sums[t]);
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
        double own = dot(parts[r][t], parts[r][t]);
        without[t] = lengths[t] - 2 * dot(parts[r][t], sums[t]) + own;
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
    double[] p = new PermutationTest(design, effects, parts).p();
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
        repeats,
        sources,
        Decomposition.interval(shares[terms], covariances[terms][terms], repeats),
        Decomposition.interval(shares[terms + 1], covariances[terms + 1][terms + 1], repeats),
        Decomposition.interval(shares[terms + 2], covariances[terms + 2][terms + 2], repeats),
        sorted);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
