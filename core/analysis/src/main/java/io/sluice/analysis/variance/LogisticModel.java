package io.sluice.analysis.variance;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A logistic model of how many trials of each cell succeed: the log odds are a constant and a
 * number for the group of each term. It is fitted by maximum likelihood, term by term: given all
 * others, the numbers of one term are found by a Newton step each, so no equations need be solved.
 *
 * <p>Where all or none of a group succeed the likelihood has no maximum: the numbers grow until
 * that gains no more than {@value #SETTLED} of deviance, where one degree of freedom is worth 1.
 */
final class LogisticModel {

  private static final double LONGEST_STEP = 2;
  private static final int MOST_SWEEPS = 200;
  static final double SETTLED = 1e-3;

  private final double[] successes;
  private final double trials;
  private final double constant;
  private final double[] odds;
  private final Map<Term, double[]> numbers = new IdentityHashMap<>();

  /**
   * A model that knows the overall share only.
   *
   * @param successes how many trials of each cell succeed; not all and not none
   * @param trials how many each cell has
   */
  LogisticModel(double[] successes, double trials) {
    this.successes = successes;
    this.trials = trials;
    double share = Arrays.stream(successes).sum() / successes.length / trials;
    constant = Math.log(share / (1 - share));
    odds = new double[successes.length];
    Arrays.fill(odds, constant);
  }

  private LogisticModel(LogisticModel other) {
    successes = other.successes;
    trials = other.trials;
    constant = other.constant;
    odds = new double[successes.length];
    Arrays.fill(odds, constant);
  }

  /** The model of these terms, beginning with what this one knows of them. */
  LogisticModel fit(List<Term> terms) {
    LogisticModel fitted = new LogisticModel(this);
    for (Term term : terms) {
      double[] known = numbers.getOrDefault(term, new double[term.groups()]).clone();
      fitted.numbers.put(term, known);
      for (int cell = 0; cell < odds.length; cell++) {
        fitted.odds[cell] += known[term.group()[cell]];
      }
    }
    double before = fitted.deviance();
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      for (Term term : terms) {
        fitted.step(term);
      }
      double after = fitted.deviance();
      if (Math.abs(before - after) < SETTLED) {
        break;
      }
      before = after;
    }
    return fitted;
  }

  /** One Newton step of the numbers of a term. */
  private void step(Term term) {
    int[] group = term.group();
    double[] slope = new double[term.groups()];
    double[] curvature = new double[term.groups()];
    for (int cell = 0; cell < odds.length; cell++) {
      double share = 1 / (1 + Math.exp(-odds[cell]));
      slope[group[cell]] += successes[cell] - trials * share;
      curvature[group[cell]] += trials * share * (1 - share);
    }
    double[] own = numbers.get(term);
    for (int g = 0; g < slope.length; g++) {
      double step = slope[g] / Math.max(curvature[g], 1e-12);
      slope[g] = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
      own[g] += slope[g];
    }
    for (int cell = 0; cell < odds.length; cell++) {
      odds[cell] += slope[group[cell]];
    }
  }

  /** −2 log likelihood of all trials. */
  double deviance() {
    double sum = 0;
    for (int cell = 0; cell < odds.length; cell++) {
      sum += trials * cost(odds[cell]) - successes[cell] * odds[cell];
    }
    return 2 * sum;
  }

  /** Adds to each repeat the deviance of its trials, times a factor. */
  void addTo(double[] byRepeat, double factor, double[][] values) {
    double constant = 0;
    for (double odd : odds) {
      constant += cost(odd);
    }
    for (int repeat = 0; repeat < byRepeat.length; repeat++) {
      double sum = constant;
      for (int cell = 0; cell < odds.length; cell++) {
        sum -= values[cell][repeat] * odds[cell];
      }
      byRepeat[repeat] += 2 * factor * sum;
    }
  }

  /** log(1 + e^x). */
  private static double cost(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }
}
