package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often each contender is first when the repeats are drawn anew, the same for all contenders
 * since they are paired by seed (bootstrap, Efron 1979); and how often the first is another with
 * ten more seeds. Those are drawn from an urn of the seeds at hand to which each drawn one is added
 * (Pólya; Lo 1988), so that what is not known of the other seeds is in it.
 *
 * <p>Supposed is that repeats are independent. A winner that was chosen by the same data has luck
 * in its chance: of two that are equal the winner has 75 % on average, not 50.
 *
 * @param first the share of the resamples in which each is first; several that are equal share it
 * @param change the share in which none of the first is first with ten more seeds
 */
record FirstChances(double[] first, double change) {

  static final int MORE_SEEDS = 10;

  private static final int MOST_RESAMPLES = 1000;
  private static final int FEWEST_RESAMPLES = 200;
  private static final double MOST_STEPS = 5e7;

  /**
   * The chances of contenders, given in the order of their ranking.
   *
   * @param target the place of the target
   * @param metric what is compared before the target; empty for none
   * @param tied how many of them are equally first
   */
  static FirstChances of(
      StudyRows rows, List<List<CellSamples>> contenders, int target, String metric, int tied) {
    int repeats =
        contenders.stream().flatMap(List::stream).mapToInt(CellSamples::repeats).max().orElse(0);
    List<Resampled> all = new ArrayList<>();
    double trials = 0;
    for (List<CellSamples> cells : contenders) {
      all.add(new Resampled(rows, cells, repeats, target, metric));
      trials += cells.stream().mapToInt(CellSamples::trials).sum();
    }
    int resamples = (int) Math.max(FEWEST_RESAMPLES, Math.min(MOST_RESAMPLES, MOST_STEPS / trials));
    RandomStream random = new RandomStream(RandomStream.key(repeats, contenders.size()));
    double[] first = new double[all.size()];
    int changed = 0;
    int[] drawn = new int[repeats];
    int[] urn = new int[repeats + MORE_SEEDS];
    for (int resample = 0; resample < resamples; resample++) {
      Arrays.fill(drawn, 0);
      for (int i = 0; i < repeats; i++) {
        drawn[random.nextInt(repeats)]++;
      }
      int[] winners = winners(all, drawn);
      for (int winner : winners) {
        first[winner] += 1.0 / winners.length;
      }
      drawMore(urn, drawn, random);
      int[] later = winners(all, drawn);
      changed += Arrays.stream(later).allMatch(winner -> winner >= tied) ? 1 : 0;
    }
    for (int i = 0; i < first.length; i++) {
      first[i] /= resamples;
    }
    return new FirstChances(first, (double) changed / resamples);
  }

  /** Weights with more repeats, drawn from an urn. */
  private static void drawMore(int[] urn, int[] weights, RandomStream random) {
    Arrays.fill(weights, 0);
    for (int i = 0; i < urn.length; i++) {
      urn[i] = i < weights.length ? i : urn[random.nextInt(i)];
      weights[urn[i]]++;
    }
  }

  /** Those that are first with these weights of the repeats. */
  private static int[] winners(List<Resampled> all, int[] weights) {
    int[] there = new int[all.size()];
    int count = 0;
    for (int i = 0; i < there.length; i++) {
      if (all.get(i).trials(weights) > 0) {
        there[count++] = i;
      }
    }
    there = Arrays.copyOf(there, count);
    there = best(there, (i, limit) -> all.get(i).metric(weights, limit));
    there = best(there, (i, limit) -> all.get(i).missed(weights));
    there = best(there, (i, limit) -> all.get(i).cost(weights, limit));
    return best(there, (i, limit) -> all.get(i).loss(weights, limit));
  }

  /** A number of a contender, the smaller the better; any above the limit may come as ∞. */
  private interface Score {
    double of(int contender, double limit);
  }

  private static int[] best(int[] among, Score score) {
    int[] best = among.clone();
    int count = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < among.length && among.length > 1; i++) {
      double own = score.of(among[i], lowest);
      count = own < lowest ? 0 : count;
      lowest = Math.min(lowest, own);
      if (own == lowest) {
        best[count++] = among[i];
      }
    }
    return count == 0 ? best : Arrays.copyOf(best, count);
  }
}
