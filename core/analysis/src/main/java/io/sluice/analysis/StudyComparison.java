package io.sluice.analysis;

import io.sluice.analysis.statistics.Family;
import io.sluice.analysis.statistics.SignFlip;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The trials of one study beside those of another, such as the same study with another version.
 * Cells are the same if their factors and hyper-parameters are, trials if their repeat is too.
 * Cancelled trials count as absent.
 *
 * @param first the study that is compared with
 * @param second the study that is compared
 * @param cells how many cells both have
 * @param onlyFirst how many cells only the first has
 * @param onlySecond how many cells only the second has
 * @param pairs how many trials both have
 * @param equal in how many of these every number has the same bits, costs to targets that only one
 *     of the studies has left aside
 * @param unpaired how many trials of their common cells only one of them has
 * @param targets one for each target that both have, in the order of the first
 * @param provenance what is not the same of how they came about, with both values; empty where one
 *     does not have it
 */
public record StudyComparison(
    StudyHeader first,
    StudyHeader second,
    long cells,
    long onlyFirst,
    long onlySecond,
    long pairs,
    long equal,
    long unpaired,
    List<AtTarget> targets,
    Map<String, List<String>> provenance) {

  /**
   * What differs at one target. The p-values are of sign-flip tests over repeats, corrected by Holm
   * for all of the comparison.
   *
   * @param target the loss to be reached
   * @param reachedFirst how many of the pairs reached it in the first study
   * @param reachedSecond how many did in the second
   * @param better how many reached it in the second and not in the first
   * @param worse how many reached it in the first and not in the second
   * @param successP how likely chance alone makes success differ as much
   * @param costRatio the geometric mean of the costs in the second over those in the first, a miss
   *     counting with the budget of its study, or with what it cost if that is more
   * @param costP how likely chance alone makes the logarithm of the cost differ as much
   */
  public record AtTarget(
      double target,
      long reachedFirst,
      long reachedSecond,
      long better,
      long worse,
      double successP,
      double costRatio,
      double costP) {}

  /** The whole numbers that sums of logarithms are counted in. */
  private static final double UNITS = 1e6;

  public StudyComparison {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    targets = List.copyOf(targets);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** Compares two studies. The streams are read to their ends; the caller closes them. */
  public static StudyComparison of(
      StudyHeader first,
      Stream<TrialEvent.Finished> ofFirst,
      StudyHeader second,
      Stream<TrialEvent.Finished> ofSecond) {
    Map<List<Object>, Map<Integer, TrialResult>> known = new HashMap<>();
    ofFirst
        .filter(trial -> trial.result().outcome() != Outcome.CANCELLED)
        .forEachOrdered(
            trial ->
                known
                    .computeIfAbsent(identity(trial.trial()), cell -> new HashMap<>())
                    .put(trial.trial().repeat(), trial.result()));
    Sums sums = new Sums(first, second);
    Map<List<Object>, Integer> common = new HashMap<>();
    Set<List<Object>> onlySecond = new LinkedHashSet<>();
    long[] counts = new long[3];
    ofSecond
        .filter(trial -> trial.result().outcome() != Outcome.CANCELLED)
        .forEachOrdered(
            trial -> {
              List<Object> cell = identity(trial.trial());
              Map<Integer, TrialResult> trials = known.get(cell);
              if (trials == null) {
                onlySecond.add(cell);
                return;
              }
              common.putIfAbsent(cell, 0);
              TrialResult before = trials.get(trial.trial().repeat());
              if (before == null) {
                counts[2]++;
                return;
              }
              common.merge(cell, 1, Integer::sum);
              counts[0]++;
              counts[1] += sums.add(trial.trial().repeat(), before, trial.result()) ? 1 : 0;
            });
    long missing =
        common.entrySet().stream()
            .mapToLong(entry -> known.get(entry.getKey()).size() - entry.getValue())
            .sum();
    return new StudyComparison(
        first,
        second,
        common.size(),
        known.size() - common.size(),
        onlySecond.size(),
        counts[0],
        counts[1],
        counts[2] + missing,
        sums.targets(),
        provenance(first.provenance(), second.provenance()));
  }

  private static List<Object> identity(Trial trial) {
    Cell cell = trial.cell();
    return List.of(cell.factors(), cell.hyperparameters());
  }

  private static Map<String, List<String>> provenance(
      Map<String, String> first, Map<String, String> second) {
    Set<String> names = new LinkedHashSet<>(first.keySet());
    names.addAll(second.keySet());
    names.removeAll(Set.of(StudyHeader.IDENTITY, StudyHeader.SETTINGS)); // Hashes of the others.
    Map<String, List<String>> different = new LinkedHashMap<>();
    for (String name : names) {
      String one = first.getOrDefault(name, "");
      String other = second.getOrDefault(name, "");
      if (!one.equals(other)) {
        different.put(name, List.of(one, other));
      }
    }
    return different;
  }

  /** Adds up pairs, target by target and repeat by repeat. */
  private static final class Sums {

    private final StudyHeader first;
    private final StudyHeader second;
    private final List<int[]> places = new ArrayList<>();
    private final long[][] counts;
    private final double[] logarithms;
    private final Map<Integer, long[]> successes = new HashMap<>();
    private final Map<Integer, double[]> costs = new HashMap<>();
    private long pairs;

    Sums(StudyHeader first, StudyHeader second) {
      this.first = first;
      this.second = second;
      for (int i = 0; i < first.targets().size(); i++) {
        int other = second.targets().indexOf(first.targets().get(i));
        if (other >= 0) {
          places.add(new int[] {i, other});
        }
      }
      counts = new long[places.size()][4];
      logarithms = new double[places.size()];
    }

    /** Adds a pair, and says whether it is equal. */
    boolean add(int repeat, TrialResult before, TrialResult after) {
      long[] success = successes.computeIfAbsent(repeat, key -> new long[places.size()]);
      double[] cost = costs.computeIfAbsent(repeat, key -> new double[places.size()]);
      List<Double> hitsBefore = new ArrayList<>();
      List<Double> hitsAfter = new ArrayList<>();
      pairs++;
      for (int i = 0; i < places.size(); i++) {
        double one = before.hitCosts().get(places.get(i)[0]);
        double other = after.hitCosts().get(places.get(i)[1]);
        hitsBefore.add(one);
        hitsAfter.add(other);
        boolean reached = !Double.isNaN(one);
        boolean reaches = !Double.isNaN(other);
        counts[i][0] += reached ? 1 : 0;
        counts[i][1] += reaches ? 1 : 0;
        counts[i][2] += reaches && !reached ? 1 : 0;
        counts[i][3] += reached && !reaches ? 1 : 0;
        success[i] += (reaches ? 1 : 0) - (reached ? 1 : 0);
        double difference = logarithm(other, after, second) - logarithm(one, before, first);
        cost[i] += difference;
        logarithms[i] += difference;
      }
      return with(before, hitsBefore).equals(with(after, hitsAfter));
    }

    private static double logarithm(double cost, TrialResult result, StudyHeader header) {
      double spent = Double.isFinite(header.budget()) ? header.budget() : 0;
      return Math.log10(Math.max(1, Double.isNaN(cost) ? Math.max(result.cost(), spent) : cost));
    }

    private static TrialResult with(TrialResult result, List<Double> hits) {
      return new TrialResult(
          result.outcome(),
          result.steps(),
          result.cost(),
          result.initialLoss(),
          result.finalLoss(),
          result.bestLoss(),
          result.bestCost(),
          hits,
          result.message());
    }

    List<AtTarget> targets() {
      int size = places.size();
      double[] p = new double[2 * size];
      for (int i = 0; i < size; i++) {
        int at = i;
        p[i] = SignFlip.p(successes.values().stream().mapToLong(sums -> sums[at]).toArray());
        p[size + i] = SignFlip.p(whole(costs.values().stream().mapToDouble(sums -> sums[at])));
      }
      double[] corrected = Family.holm(p);
      List<AtTarget> targets = new ArrayList<>();
      for (int i = 0; i < size && pairs > 0; i++) {
        targets.add(
            new AtTarget(
                first.targets().get(places.get(i)[0]),
                counts[i][0],
                counts[i][1],
                counts[i][2],
                counts[i][3],
                corrected[i],
                Math.pow(10, logarithms[i] / pairs),
                corrected[size + i]));
      }
      return targets;
    }

    /** Whole numbers in the proportions of these, which a sign-flip test can count with. */
    private static long[] whole(DoubleStream numbers) {
      double[] sums = numbers.toArray();
      double all = Arrays.stream(sums).map(Math::abs).sum();
      return Arrays.stream(sums)
          .mapToLong(sum -> all == 0 ? 0 : Math.round(UNITS * sum / all))
          .toArray();
    }
  }
}
