package io.sluice.analysis.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The effects of a complete design, by means: the part of a term is the mean over the cells of each
 * group, less the parts of the terms below it.
 */
final class CompleteEffects implements Effects {

  private final List<Term> terms;
  private final int[] degrees;

  /** For each term the terms below it, and for each of its groups the group of each of those. */
  private final List<List<Integer>> below = new ArrayList<>();

  private final List<int[][]> groupBelow = new ArrayList<>();
  private final double[][] sizes;

  CompleteEffects(Design design) {
    terms = design.terms();
    degrees = new int[terms.size()];
    sizes = new double[terms.size()][];
    for (int t = 0; t < terms.size(); t++) {
      Term term = terms.get(t);
      sizes[t] = new double[term.groups()];
      for (int group : term.group()) {
        sizes[t][group]++;
      }
      List<Integer> lower = new ArrayList<>();
      List<int[]> places = new ArrayList<>();
      degrees[t] = term.groups() - 1;
      for (int s = 0; s < terms.size(); s++) {
        if (design.isBelow(terms.get(s), term)) {
          int[] place = new int[term.groups()];
          for (int cell = 0; cell < design.cells(); cell++) {
            place[term.group()[cell]] = terms.get(s).group()[cell];
          }
          lower.add(s);
          places.add(place);
          degrees[t] -= degrees[s];
        }
      }
      below.add(lower);
      groupBelow.add(places.toArray(int[][]::new));
    }
  }

  @Override
  public int coordinates(int term) {
    return terms.get(term).groups();
  }

  @Override
  public int degrees(int term) {
    return degrees[term];
  }

  /** Terms below come before: factors before pairs, components before their hyper-parameters. */
  @Override
  public void split(double[] y, double[][] parts) {
    double mean = 0;
    for (double value : y) {
      mean += value;
    }
    mean /= y.length;
    for (int t = 0; t < parts.length; t++) {
      double[] part = parts[t];
      Arrays.fill(part, 0);
      int[] group = terms.get(t).group();
      for (int cell = 0; cell < y.length; cell++) {
        part[group[cell]] += y[cell];
      }
      int[][] places = groupBelow.get(t);
      List<Integer> lower = below.get(t);
      for (int g = 0; g < part.length; g++) {
        double effect = part[g] / sizes[t][g] - mean;
        for (int i = 0; i < places.length; i++) {
          int s = lower.get(i);
          int place = places[i][g];
          effect -= parts[s][place] / Math.sqrt(sizes[s][place] / y.length);
        }
        part[g] = effect * Math.sqrt(sizes[t][g] / y.length);
      }
    }
  }
}
