package io.sluice.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What an entrant took for a case.
 *
 * @param cpu nanoseconds of CPU for each unit, round by round
 * @param wall nanoseconds that passed, likewise
 */
record Timing(Case training, String entrant, int threads, double[] cpu, double[] wall) {

  static Timing of(Case training, Entrant entrant, List<Entrant.Round> rounds) {
    return new Timing(
        training,
        entrant.name(),
        entrant.threads(),
        rounds.stream().mapToDouble(Entrant.Round::cpu).toArray(),
        rounds.stream().mapToDouble(Entrant.Round::wall).toArray());
  }

  double medianCpu() {
    return median(cpu);
  }

  double leastCpu() {
    return Arrays.stream(cpu).min().orElse(Double.NaN);
  }

  double leastWall() {
    return Arrays.stream(wall).min().orElse(Double.NaN);
  }

  /** The middle number, or the mean of the two in the middle. */
  static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
