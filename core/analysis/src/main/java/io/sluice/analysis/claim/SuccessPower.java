package io.sluice.analysis.claim;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.statistics.RatioInterval;
import java.util.Arrays;

/**
 * How often the difference of two shares of success is found: of n pairs of independent trials so
 * many are better, so many worse. Summed over all that may come.
 */
final class SuccessPower {

  /** One of the shares lies as far above a half as the other below. */
  private static final double MIDDLE = 0.5;

  /** Above this many repeats the sum is taken at as many, which tells less than there is. */
  private static final int MOST = 1000;

  /** What was told last: the parts of a claim often ask for the same. */
  private static volatile Told last = new Told(null, 0, 0, 0);

  private record Told(Criterion criterion, int repeats, double level, double power) {}

  private SuccessPower() {}

  static double of(Criterion criterion, int repeats, double level) {
    Told told = last;
    if (criterion.equals(told.criterion()) && repeats == told.repeats() && level == told.level()) {
      return told.power();
    }
    double power = sum(criterion, repeats, level);
    last = new Told(criterion, repeats, level, power);
    return power;
  }

  private static double sum(Criterion criterion, int repeats, double level) {
    int n = Math.min(MOST, repeats);
    double apart = criterion instanceof Criterion.AtLeast least ? Math.abs(least.effect()) / 2 : 0;
    double high = MIDDLE + apart;
    double low = MIDDLE - apart;
    double sign = criterion instanceof Criterion.AtLeast least ? Math.signum(least.effect()) : 1;
    double better = high * (1 - low);
    double worse = low * (1 - high);
    double power = 0;
    double[] differences = new double[n];
    double[] logFactorials = logFactorials(n);
    for (int more = 0; more <= n; more++) {
      for (int less = 0; less <= n - more; less++) {
        double chance = chance(logFactorials, more, less, better, worse);
        if (chance < 1e-9) {
          continue;
        }
        Arrays.fill(differences, 0, more, sign);
        Arrays.fill(differences, more, more + less, -sign);
        Arrays.fill(differences, more + less, n, 0);
        Estimate estimate = RatioInterval.bounded(differences, 0, 1, level);
        power += criterion.of(estimate) == Verdict.SUPPORTED ? chance : 0;
      }
    }
    return power;
  }

  private static double chance(
      double[] logFactorials, int more, int less, double better, double worse) {
    int n = logFactorials.length - 1;
    int same = n - more - less;
    return Math.exp(
        logFactorials[n]
            - logFactorials[more]
            - logFactorials[less]
            - logFactorials[same]
            + times(more, better)
            + times(less, worse)
            + times(same, 1 - better - worse));
  }

  private static double times(int count, double chance) {
    return count == 0 ? 0 : count * Math.log(Math.max(0, chance));
  }

  private static double[] logFactorials(int n) {
    double[] logs = new double[n + 1];
    for (int i = 2; i <= n; i++) {
      logs[i] = logs[i - 1] + Math.log(i);
    }
    return logs;
  }
}
