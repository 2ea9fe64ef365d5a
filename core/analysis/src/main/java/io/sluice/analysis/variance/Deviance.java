package io.sluice.analysis.variance;

import io.sluice.analysis.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sources of success, as shares of the deviance of a logistic model. In a model of shares,
 * factors that multiply odds seem to act together where success is rare or nearly sure; in a model
 * of log odds they do not.
 *
 * <p>The deviance of a term is by how much it lowers that of the model of all terms that do not
 * contain it (type II). Its share is the part of the deviance of the overall share alone, less one
 * for each degree of freedom, which is what chance explains (McFadden 1974, adjusted). That takes
 * trials for independent; where those of a repeat hang together, chance explains less of what cells
 * differ by, and shares come out rather too small. Probabilities are those of the permutation test
 * of the shares of variance, which holds whatever is decomposed.
 *
 * <p>Intervals: a deviance is a sum over repeats, of which each is left out in turn while the
 * models stay as they are (infinitesimal jackknife; Vuong 1989).
 */
public final class Deviance {

  private final Design design;
  private final double[][] values;
  private final int repeats;
  private final Effects effects;

  private Deviance(Design design, double[][] values) {
    this.design = design;
    this.values = values;
    this.repeats = values[0].length;
    this.effects = design.effects();
  }

  /**
   * The decomposition of a table of successes.
   *
   * @param values {@code values[cell][repeat]}, 1 for success, else 0
   * @param variance that of the same table
   * @return nothing if all or none succeeded
   */
  public static Optional<Decomposition> of(
      Design design, double[][] values, Decomposition variance) {
    return new Deviance(design, values).decomposition(variance);
  }

  private Optional<Decomposition> decomposition(Decomposition variance) {
    double[] successes = new double[values.length];
    double all = 0;
    for (int cell = 0; cell < values.length; cell++) {
      for (double value : values[cell]) {
        successes[cell] += value;
      }
      all += successes[cell];
    }
    if (all == 0 || all == (double) values.length * repeats) {
      return Optional.empty();
    }
    List<Term> terms = new ArrayList<>();
    for (int t = 0; t < design.terms().size(); t++) {
      if (effects.degrees(t) > 0) {
        terms.add(design.terms().get(t));
      }
    }
    LogisticModel none = new LogisticModel(successes, repeats);
    LogisticModel full = none.fit(terms);
    double[] total = new double[repeats];
    none.addTo(total, 1, values);
    List<double[]> parts = new ArrayList<>();
    for (Term term : terms) {
      List<Term> others =
          terms.stream().filter(other -> other != term && !design.isBelow(term, other)).toList();
      List<Term> with = new ArrayList<>(others);
      with.add(term);
      LogisticModel larger = with.size() == terms.size() ? full : full.fit(with);
      double[] part = new double[repeats];
      larger.fit(others).addTo(part, 1, values);
      larger.addTo(part, -1, values);
      parts.add(part);
    }
    parts.add(cells(successes, total));
    return Optional.of(assemble(terms, parts, total, variance));
  }

  /** The deviance that the shares of the cells explain, all factors together. */
  private double[] cells(double[] successes, double[] total) {
    double[] part = total.clone();
    for (int cell = 0; cell < values.length; cell++) {
      double share = successes[cell] / repeats;
      if (share > 0 && share < 1) {
        for (int repeat = 0; repeat < repeats; repeat++) {
          part[repeat] += 2 * Math.log(values[cell][repeat] > 0 ? share : 1 - share);
        }
      }
    }
    return part;
  }

  private Decomposition assemble(
      List<Term> terms, List<double[]> parts, double[] total, Decomposition variance) {
    int count = terms.size();
    int[] degrees = new int[count + 1];
    for (int t = 0; t < count; t++) {
      degrees[t] = effects.degrees(design.terms().indexOf(terms.get(t)));
    }
    degrees[count] = values.length - 1;
    double whole = sum(total);
    double[] sums = parts.stream().mapToDouble(Deviance::sum).toArray();
    double[] shares = shares(sums, degrees, whole, 1);
    double[][] covariances = covariances(parts, sums, degrees, total, whole);
    List<Integer> order = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      order.add(t);
    }
    order.sort(Comparator.comparingDouble(t -> -shares[t]));
    List<Source> sources = new ArrayList<>();
    List<List<Double>> sorted = new ArrayList<>();
    for (int t : order) {
      List<String> names = design.names(terms.get(t));
      sources.add(
          new Source(
              names,
              Decomposition.interval(shares[t], covariances[t][t], repeats),
              sums[t] / whole,
              degrees[t],
              variance.source(names.toArray(String[]::new)).map(Source::p).orElse(Double.NaN)));
      sorted.add(order.stream().map(other -> covariances[t][other]).toList());
    }
    Estimate[] others = new Estimate[3];
    for (int i = 0; i < others.length; i++) {
      others[i] =
          Decomposition.interval(shares[count + i], covariances[count + i][count + i], repeats);
    }
    return new Decomposition(
        values.length, repeats, sources, others[0], others[1], others[2], sorted);
  }

  /** The shares of the terms, of all cells, of the rest and of the seeds. */
  private static double[] shares(double[] parts, int[] degrees, double whole, double kept) {
    int terms = degrees.length - 1;
    double[] shares = new double[terms + 3];
    double rest = 0;
    for (int t = 0; t <= terms; t++) {
      shares[t] = (parts[t] - degrees[t] * kept) / whole;
      rest += t < terms ? -shares[t] : shares[t];
    }
    shares[terms + 1] = rest;
    shares[terms + 2] = 1 - shares[terms];
    return shares;
  }

  /** The same without one repeat; {@code sums} and {@code whole} are those of all. */
  private double[] without(
      int repeat,
      List<double[]> parts,
      double[] sums,
      int[] degrees,
      double[] total,
      double whole) {
    double[] left = new double[sums.length];
    Arrays.setAll(left, t -> sums[t] - parts.get(t)[repeat]);
    return shares(left, degrees, whole - total[repeat], (repeats - 1.0) / repeats);
  }

  private double[][] covariances(
      List<double[]> parts, double[] sums, int[] degrees, double[] total, double whole) {
    int size = degrees.length + 2;
    double[] mean = new double[size];
    for (int repeat = 0; repeat < repeats; repeat++) {
      double[] replicate = without(repeat, parts, sums, degrees, total, whole);
      for (int i = 0; i < size; i++) {
        mean[i] += replicate[i] / repeats;
      }
    }
    double[][] covariances = new double[size][size];
    for (int repeat = 0; repeat < repeats; repeat++) {
      double[] replicate = without(repeat, parts, sums, degrees, total, whole);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          covariances[i][j] +=
              (replicate[i] - mean[i]) * (replicate[j] - mean[j]) * (repeats - 1.0) / repeats;
        }
      }
    }
    return covariances;
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }
}
