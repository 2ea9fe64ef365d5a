package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.RandomStream;
import org.junit.jupiter.api.Test;

/** Intervals of single numbers cover the truth as often as they promise. */
class CoverageTest {

  /** Exact: each number of successes with its probability, over all true shares. */
  @Test
  void intervalsOfSharesCoverOnAverage() {
    for (int trials : new int[] {5, 10, 30, 100}) {
      double covered = 0;
      double least = 1;
      int truths = 0;
      for (double truth = 0.02; truth < 0.99; truth += 0.01) {
        double own = 0;
        double probability = Math.pow(1 - truth, trials);
        for (int hits = 0; hits <= trials; hits++) {
          Estimate share = new Share(hits, trials).estimate();
          own += share.lower() <= truth && truth <= share.upper() ? probability : 0;
          probability *= (trials - hits) / (hits + 1.0) * truth / (1 - truth);
        }
        covered += own;
        least = Math.min(least, own);
        truths++;
      }
      assertThat(covered / truths).as("on average, of %d", trials).isBetween(0.93, 0.97);
      assertThat(least).as("at worst, of %d", trials).isGreaterThan(0.83);
    }
  }

  /** Between order statistics no coverage is exactly 95 %, so it is the next that is larger. */
  @Test
  void intervalsOfMediansCoverAtLeastWhateverTheDistribution() {
    for (int trials : new int[] {6, 10, 20, 50, 200}) {
      int covered = 0;
      for (int study = 0; study < 2000; study++) {
        RandomStream random = new RandomStream(RandomStream.key(study, trials));
        double[] values = new double[trials];
        for (int i = 0; i < trials; i++) {
          double z = random.nextGaussian();
          values[i] = z > 0.6 ? Double.POSITIVE_INFINITY : z * z * z;
        }
        Estimate median = Median.of(values);
        covered += median.lower() <= 0 && 0 <= median.upper() ? 1 : 0;
      }
      assertThat(covered).as("of 2000 with %d trials", trials).isBetween(1880, 1995);
    }
  }
}
