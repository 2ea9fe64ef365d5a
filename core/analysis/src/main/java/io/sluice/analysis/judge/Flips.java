package io.sluice.analysis.judge;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.statistics.Aggregate;
import io.sluice.analysis.statistics.LargestDifference;
import io.sluice.analysis.statistics.Ranks;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the {@link RankFlips} of scores. */
final class Flips {

  private static final double LEVEL = 0.05;
  private static final int MOST_RESAMPLES = 200;
  private static final int FEWEST_RESAMPLES = 40;
  private static final double MOST_STEPS = 1e8;

  private final Scores scores;
  private final int levels;
  private final int repeats;
  private final double critical;

  private Flips(Scores scores, double critical) {
    this.scores = scores;
    this.levels = scores.early().length;
    this.repeats = scores.repeats();
    this.critical = critical;
  }

  static RankFlips of(StudyRows rows, Subjects subjects, Scores scores, int target) {
    double[][] late = scores.at()[scores.at().length - 1];
    LargestDifference test = LargestDifference.of(new double[][][] {scores.early(), late});
    Flips flips = new Flips(scores, test.critical(LEVEL));
    int levels = subjects.labels().size();
    int[] once = new int[flips.repeats];
    Arrays.fill(once, 1);
    Count count = flips.count(once);
    double[][] resamples = new double[scores.budgets().length * levels][];
    double work = (double) levels * flips.repeats * (scores.budgets().length + levels);
    int draws = (int) Math.max(FEWEST_RESAMPLES, Math.min(MOST_RESAMPLES, MOST_STEPS / work));
    for (int i = 0; i < resamples.length; i++) {
      resamples[i] = new double[draws];
    }
    List<Double> shares = new ArrayList<>();
    RandomStream random = new RandomStream(RandomStream.key(levels, flips.repeats));
    for (int draw = 0; draw < draws; draw++) {
      int[] weights = new int[flips.repeats];
      for (int i = 0; i < weights.length; i++) {
        weights[random.nextInt(weights.length)]++;
      }
      for (int budget = 0; budget < scores.budgets().length; budget++) {
        double[] ranks = flips.ranks(budget, weights);
        for (int level = 0; level < levels; level++) {
          resamples[budget * levels + level][draw] = ranks[level];
        }
      }
      Count drawn = flips.count(weights);
      if (drawn.clear > 0) {
        shares.add((double) drawn.flipped.size() / drawn.clear);
      }
    }
    List<RankFlips.Line> lines = new ArrayList<>();
    List<double[]> ranks =
        IntStream.range(0, scores.budgets().length)
            .mapToObj(budget -> flips.ranks(budget, once))
            .toList();
    for (int level = 0; level < levels; level++) {
      List<Estimate> line = new ArrayList<>();
      for (int budget = 0; budget < ranks.size(); budget++) {
        line.add(interval(ranks.get(budget)[level], resamples[budget * levels + level]));
      }
      lines.add(new RankFlips.Line(subjects.labels().get(level), line));
    }
    double share = count.clear == 0 ? Double.NaN : (double) count.flipped.size() / count.clear;
    return new RankFlips(
        subjects.name(),
        rows.header().targets().get(target),
        scores.budgets()[scores.budgets().length - 1] / 10,
        scores.budgets()[scores.budgets().length - 1],
        Arrays.stream(scores.budgets()).boxed().toList(),
        lines,
        levels * (levels - 1) / 2,
        count.early,
        count.late,
        count.clear,
        count.clear == 0 || shares.isEmpty()
            ? Estimate.withoutInterval(share)
            : interval(share, shares.stream().mapToDouble(Double::doubleValue).toArray()),
        count.flipped.stream()
            .sorted(Comparator.comparingDouble(pair -> -pair.size))
            .map(
                pair ->
                    new RankFlips.Flip(
                        subjects.labels().get(pair.early), subjects.labels().get(pair.late)))
            .toList());
  }

  private static Estimate interval(double value, double[] replicates) {
    double lower = Aggregate.quantile(0.025, replicates);
    double upper = Aggregate.quantile(0.975, replicates);
    return new Estimate(value, Math.min(value, lower), Math.max(value, upper));
  }

  /** Two levels that changed places, and how clear it is where it is less so. */
  private record Pair(int early, int late, double size) {}

  /** What is clear in a sample of the repeats. */
  private static final class Count {
    private int early;
    private int late;
    private int clear;
    private final List<Pair> flipped = new ArrayList<>();
  }

  private Count count(int[] weights) {
    Count count = new Count();
    double[][] late = scores.at()[scores.at().length - 1];
    for (int i = 0; i < levels; i++) {
      for (int j = 0; j < i; j++) {
        double first = t(scores.early()[i], scores.early()[j], weights);
        double last = t(late[i], late[j], weights);
        boolean clearFirst = Math.abs(first) >= critical;
        boolean clearLast = Math.abs(last) >= critical;
        count.early += clearFirst ? 1 : 0;
        count.late += clearLast ? 1 : 0;
        count.clear += clearFirst || clearLast ? 1 : 0;
        if (clearFirst && clearLast && first * last < 0) {
          double size = Math.min(Math.abs(first), Math.abs(last));
          count.flipped.add(first > 0 ? new Pair(i, j, size) : new Pair(j, i, size));
        }
      }
    }
    return count;
  }

  private double t(double[] first, double[] second, int[] weights) {
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < repeats; r++) {
      double d = first[r] - second[r];
      sum += weights[r] * d;
      squares += weights[r] * d * d;
    }
    return squares > 0 ? sum / Math.sqrt(squares) : 0;
  }

  private double[] ranks(int budget, int[] weights) {
    double[] missed = new double[levels];
    for (int level = 0; level < levels; level++) {
      double[] own = scores.at()[budget][level];
      double sum = 0;
      for (int r = 0; r < repeats; r++) {
        sum += weights[r] * own[r];
      }
      missed[level] = -sum;
    }
    return Ranks.of(missed).ranks();
  }
}
