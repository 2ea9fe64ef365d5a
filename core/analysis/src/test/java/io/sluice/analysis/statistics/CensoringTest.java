package io.sluice.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Runs of exponential costs, up to 60 % of which stopped before they reached their target: what is
 * estimated of the costs does not depend on how many did.
 */
class CensoringTest {

  private static final int STUDIES = 1000;
  private static final int RUNS = 41;
  private static final double MEAN = 100;
  private static final double LIMIT = 60;
  private static final double[] MISSED = {0, 0.1, 0.3, 0.6};

  private record Runs(double[] spent, boolean[] reached) {}

  private static Runs runs(double missed, int study) {
    RandomStream random = new RandomStream(RandomStream.key(study, Math.round(100 * missed)));
    double[] spent = new double[RUNS];
    boolean[] reached = new boolean[RUNS];
    for (int run = 0; run < RUNS; run++) {
      double cost = -MEAN * Math.log(1 - random.nextDouble());
      double stop = -MEAN * (1 - missed) / missed * Math.log(1 - random.nextDouble());
      reached[run] = missed == 0 || cost <= stop;
      spent[run] = reached[run] ? cost : stop;
    }
    return new Runs(spent, reached);
  }

  @Test
  void restrictedMeanIsUnbiasedHoweverManyMissed() {
    double truth = MEAN * (1 - Math.exp(-LIMIT / MEAN));
    for (double missed : MISSED) {
      double sum = 0;
      double squares = 0;
      double dropped = 0;
      for (int study = 0; study < STUDIES; study++) {
        Runs runs = runs(missed, study);
        double mean = Survival.of(runs.spent(), runs.reached()).restrictedMean(LIMIT);
        sum += mean / STUDIES;
        squares += mean * mean / STUDIES;
        double restricted = 0;
        int hits = 0;
        for (int run = 0; run < RUNS; run++) {
          restricted += runs.reached()[run] ? Math.min(LIMIT, runs.spent()[run]) : 0;
          hits += runs.reached()[run] ? 1 : 0;
        }
        dropped += restricted / hits / STUDIES;
      }
      double error = Math.sqrt((squares - sum * sum) / STUDIES);
      assertThat(sum).as("%.1f missed", missed).isCloseTo(truth, within(3.3 * error));
      if (missed >= 0.3) {
        assertThat(dropped).as("without those that missed").isLessThan(truth - 20 * error);
      }
    }
  }

  @Test
  void quantilesAreAsOftenTooLowAsTooHighHoweverManyMissed() {
    for (double missed : MISSED) {
      int low = 0;
      for (int study = 0; study < STUDIES; study++) {
        Runs runs = runs(missed, study);
        double median = Survival.of(runs.spent(), runs.reached()).quantile(0.5);
        low += median < MEAN * Math.log(2) ? 1 : 0;
      }
      assertThat(low).as("%.1f missed", missed).isBetween(430, 570);
    }
  }

  @Test
  void bandCoversHoweverManyMissed() {
    double truth = Math.exp(-LIMIT / MEAN);
    for (double missed : MISSED) {
      int covered = 0;
      for (int study = 0; study < STUDIES; study++) {
        Runs runs = runs(missed, study);
        Survival survival = Survival.of(runs.spent(), runs.reached());
        int last = (int) Arrays.stream(survival.times()).filter(time -> time <= LIMIT).count() - 1;
        double[] band = survival.band()[last];
        covered += band[0] <= truth && truth <= band[1] ? 1 : 0;
      }
      assertThat(covered).as("%.1f missed", missed).isBetween(930, 975);
    }
  }
}
