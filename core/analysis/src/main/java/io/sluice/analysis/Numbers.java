package io.sluice.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of one response.
 *
 * @param sample the trials they are of
 * @param values {@code values[cell][repeat]}; where each is the mean of several trials, one for
 *     each group of repeats
 * @param spread by how much the variance of single trials within a cell exceeds that of the values
 * @param missed how many trials have no number of their own
 */
record Numbers(Sample sample, double[][] values, double spread, Share missed) {

  /** Hits are averaged over so many groups of consecutive repeats. */
  static final int GROUPS = 10;

  static Numbers of(StudyRows rows, Sample sample, Response response) {
    int target = rows.header().targets().indexOf(response.target());
    switch (response.kind()) {
      case LOG_COST:
        return new Numbers(
            sample,
            sample.values((cell, repeat) -> rows.logCost(cell, target, repeat)),
            1,
            missed(sample, target));
      case SUCCESS:
        return new Numbers(
            sample,
            sample.values((cell, repeat) -> cell.hit(target, repeat) ? 1 : 0),
            1,
            missed(sample, target));
      case COST_OF_HITS:
        return ofHits(sample, target);
      case AREA:
        return area(rows, sample);
      case FINAL_LOSS:
        return ranks(sample, rows.badness(Merit.LOSS));
      default:
        return ranks(sample, rows.badness(response.metric()));
    }
  }

  private static Share missed(Sample sample, int target) {
    long reached = 0;
    for (CellSamples cell : sample.cells()) {
      for (int repeat : sample.repeats()) {
        reached += cell.hit(target, repeat) ? 1 : 0;
      }
    }
    return new Share(sample.trials() - reached, sample.trials());
  }

  /**
   * The mean over the targets. Over log cost the share of targets that a trial has reached is a
   * step function from 0 to 1; the area to the left of it, up to the budget, is this mean.
   */
  private static Numbers area(StudyRows rows, Sample sample) {
    int targets = rows.header().targets().size();
    double[][] values =
        sample.values(
            (cell, repeat) -> {
              double sum = 0;
              for (int target = 0; target < targets; target++) {
                sum += rows.logCost(cell, target, repeat);
              }
              return sum / targets;
            });
    return new Numbers(sample, values, 1, missed(sample, rows.smallestTarget()));
  }

  /**
   * Of each cell the mean log cost of the hits in each of {@value #GROUPS} groups of consecutive
   * repeats, so that groups are as independent as repeats are. Cells without a hit in some group
   * are left out: nothing is said of what hardly ever reaches the target. This selects cells by
   * success, not hits by cost.
   */
  private static Numbers ofHits(Sample sample, int target) {
    int[] repeats = sample.repeats();
    int groups = Math.min(GROUPS, repeats.length);
    List<CellSamples> kept = new ArrayList<>();
    List<double[]> means = new ArrayList<>();
    double single = 0;
    long degrees = 0;
    double grouped = 0;
    for (CellSamples cell : sample.cells()) {
      double[] mean = new double[groups];
      int[] hits = new int[groups];
      double sum = 0;
      double squares = 0;
      for (int r = 0; r < repeats.length; r++) {
        if (cell.hit(target, repeats[r])) {
          int group = (int) ((long) r * groups / repeats.length);
          double cost = Math.log10(Math.max(1, cell.hitCost(target, repeats[r])));
          mean[group] += cost;
          hits[group]++;
          sum += cost;
          squares += cost * cost;
        }
      }
      int count = Arrays.stream(hits).sum();
      if (Arrays.stream(hits).allMatch(hit -> hit > 0)) {
        for (int group = 0; group < groups; group++) {
          mean[group] /= hits[group];
        }
        single += squares - sum * sum / count;
        degrees += count - 1;
        double middle = Arrays.stream(mean).average().orElse(0);
        grouped += Arrays.stream(mean).map(m -> (m - middle) * (m - middle)).sum();
        kept.add(cell);
        means.add(mean);
      }
    }
    double ofMeans = grouped / Math.max(1, kept.size() * (groups - 1L));
    double spread = ofMeans > 0 && degrees > 0 ? single / degrees / ofMeans : 1;
    return new Numbers(
        sample.only(kept), means.toArray(double[][]::new), spread, missed(sample, target));
  }

  /**
   * The places of the numbers among those of all trials of the same problem, ties in the middle,
   * from 0 to 1. Of different problems losses mean different things, and losses near 0 have no
   * logarithm; places compare without a bound that somebody had to choose. A trial that diverged
   * has the last place, together with all like it.
   */
  private static Numbers ranks(Sample sample, TrialNumber badness) {
    double[][] values = sample.values(badness);
    long missed = 0;
    for (List<Integer> cells : sample.byFactor("problem")) {
      double[] sorted = new double[cells.size() * sample.repeats().length];
      int at = 0;
      for (int cell : cells) {
        for (double value : values[cell]) {
          missed += value == Double.POSITIVE_INFINITY ? 1 : 0;
          sorted[at++] = value;
        }
      }
      Arrays.sort(sorted);
      for (int cell : cells) {
        Places.of(values[cell], sorted);
      }
    }
    return new Numbers(sample, values, 1, new Share(missed, sample.trials()));
  }
}
