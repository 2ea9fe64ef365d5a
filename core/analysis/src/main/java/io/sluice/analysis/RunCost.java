package io.sluice.analysis;

import io.sluice.analysis.statistics.RunTimes;
import io.sluice.analysis.statistics.Survival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * What it costs a contender to reach the headline target on a problem, in forward-equivalents.
 *
 * <p>A trial that missed the target is censored at the budget, or at its own cost if that is
 * higher: it tells that its cost is more, and not how much. Intervals are the jackknife's over the
 * repeats with Student's t, since trials of one repeat may hang together; of the expected cost on
 * its logarithm.
 *
 * @param problem the label of the problem
 * @param contender the labels of the contender's factors
 * @param expected the expected cost with restarts (Price 1997): all that was spent, by the number
 *     of successes; ∞ without any
 * @param restrictedMean the mean cost of a trial that is stopped at the budget
 * @param quartiles the costs by which a quarter, half and three quarters of the trials had reached
 *     the target, by the product-limit estimate; ∞ where fewer ever did
 */
public record RunCost(
    String problem,
    List<String> contender,
    Estimate expected,
    Estimate restrictedMean,
    List<Double> quartiles) {

  public RunCost {
    contender = List.copyOf(contender);
    quartiles = List.copyOf(quartiles);
  }

  /** Those of every contender, in the order of the rankings; none without targets. */
  public static List<RunCost> of(StudyRows rows, List<Ranking> rankings) {
    int target = rows.headlineTarget();
    List<RunCost> costs = new ArrayList<>();
    if (target >= 0) {
      for (Ranking ranking : rankings) {
        Map<List<String>, List<CellSamples>> cells = ranking.cells(rows);
        ranking
            .rows()
            .forEach(
                row ->
                    costs.add(
                        of(
                            rows,
                            target,
                            ranking.problem(),
                            row.contender(),
                            cells.get(row.contender()))));
      }
    }
    return List.copyOf(costs);
  }

  private static RunCost of(
      StudyRows rows, int target, String problem, List<String> contender, List<CellSamples> cells) {
    int repeats = cells.stream().mapToInt(CellSamples::repeats).max().orElse(0);
    double[] trials = new double[repeats];
    double[] hits = new double[repeats];
    double[] spent = new double[repeats];
    double[] restricted = new double[repeats];
    int count = cells.stream().mapToInt(CellSamples::trials).sum();
    double[] costs = new double[count];
    boolean[] reached = new boolean[count];
    int at = 0;
    double budget = rows.header().budget();
    for (CellSamples cell : cells) {
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        if (cell.has(repeat)) {
          boolean hit = cell.hit(target, repeat);
          double cost = rows.spent(cell, target, repeat);
          trials[repeat]++;
          hits[repeat] += hit ? 1 : 0;
          spent[repeat] += hit ? cost : cell.cost(repeat);
          restricted[repeat] += Math.min(cost, budget);
          costs[at] = cost;
          reached[at++] = hit;
        }
      }
    }
    Survival survival = Survival.of(costs, reached);
    return new RunCost(
        problem,
        contender,
        exponential(jackknife(spent, hits, (sum, by) -> Math.log(sum / by))),
        jackknife(restricted, trials, (sum, by) -> sum / by),
        List.of(survival.quantile(0.25), survival.quantile(0.5), survival.quantile(0.75)));
  }

  /** A function of two sums over the repeats, with the interval that leaving each out gives. */
  private static Estimate jackknife(
      double[] sums, double[] counts, ToDoubleBiFunction<Double, Double> of) {
    double sum = Arrays.stream(sums).sum();
    double count = Arrays.stream(counts).sum();
    double value = of.applyAsDouble(sum, count);
    double[] without = new double[sums.length];
    Arrays.setAll(without, r -> of.applyAsDouble(sum - sums[r], count - counts[r]));
    double mean = Arrays.stream(without).average().orElse(Double.NaN);
    double variance =
        Arrays.stream(without).map(one -> (one - mean) * (one - mean)).sum()
            * (sums.length - 1)
            / sums.length;
    if (sums.length < 3 || !Double.isFinite(value) || !Double.isFinite(variance)) {
      return Estimate.withoutInterval(value);
    }
    double half = Distributions.studentQuantile(0.975, sums.length - 1.0) * Math.sqrt(variance);
    return new Estimate(value, value - half, value + half);
  }

  private static Estimate exponential(Estimate log) {
    return new Estimate(Math.exp(log.value()), Math.exp(log.lower()), Math.exp(log.upper()));
  }

  /**
   * How a contender's expected costs compare with the best ones, over all pairs of a problem and a
   * target.
   *
   * @param contender its labels
   * @param ratios for each pair its expected cost by the least of any contender; ∞ where it never
   *     reached the target
   */
  public record Profile(List<String> contender, double[] ratios) {
    public Profile {
      contender = List.copyOf(contender);
      ratios = ratios.clone();
    }

    @Override
    public double[] ratios() {
      return ratios.clone();
    }

    /** The share of pairs on which it costs at most so many times the least (Dolan, Moré 2002). */
    public double at(double factor) {
      return RunTimes.profile(factor, ratios);
    }

    /** AlgoPerf's score: the mean of {@link #at} over factors from 1 to 4. */
    public double score() {
      return RunTimes.profileScore(4, ratios);
    }
  }

  /** The profiles of all contenders, the highest score first. */
  public static List<Profile> profiles(StudyRows rows, List<Ranking> rankings) {
    Map<List<String>, List<Double>> times = new LinkedHashMap<>();
    int targets = rows.header().targets().size();
    int pairs = 0;
    for (Ranking ranking : rankings) {
      Map<List<String>, List<CellSamples>> cells = ranking.cells(rows);
      for (int target = 0; target < targets; target++) {
        for (Map.Entry<List<String>, List<CellSamples>> one : cells.entrySet()) {
          List<Double> own = times.computeIfAbsent(one.getKey(), key -> new ArrayList<>());
          while (own.size() < pairs) {
            own.add(Double.POSITIVE_INFINITY);
          }
          own.add(expected(one.getValue(), target));
        }
        pairs++;
      }
    }
    int all = pairs;
    if (all == 0) {
      return List.of();
    }
    double[][] table =
        times.values().stream()
            .map(own -> Arrays.copyOf(own.stream().mapToDouble(one -> one).toArray(), all))
            .toArray(double[][]::new);
    double[][] ratios = RunTimes.ratios(table);
    List<Profile> profiles = new ArrayList<>();
    int place = 0;
    for (List<String> contender : times.keySet()) {
      profiles.add(new Profile(contender, ratios[place++]));
    }
    profiles.sort((a, b) -> Double.compare(b.score(), a.score()));
    return List.copyOf(profiles);
  }

  private static double expected(List<CellSamples> cells, int target) {
    double spent = 0;
    double hits = 0;
    for (CellSamples cell : cells) {
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        if (cell.has(repeat)) {
          boolean hit = cell.hit(target, repeat);
          spent += hit ? cell.hitCost(target, repeat) : cell.cost(repeat);
          hits += hit ? 1 : 0;
        }
      }
    }
    return hits == 0 ? Double.POSITIVE_INFINITY : Math.max(1, spent) / hits;
  }
}
