package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/** What SHADE and L-SHADE share: pairs of F and CR that were better, replaced in turn. */
abstract class SuccessHistory extends AdaptedDifferential {

  private final double[] weights;
  private final double[] rates;
  private int oldest;

  SuccessHistory(int members, Settings set, SearchSpace space, RandomStream random) {
    super(members, (int) (members * set.real("archive")), space, random);
    int history = set.integer("history");
    weights = new double[history];
    rates = new double[history];
    Arrays.fill(weights, 0.5);
    Arrays.fill(rates, 0.5);
  }

  /** The hyper-parameters of both. */
  static Settings settings(Hyperparameter size, int history, Hyperparameter share, double archive) {
    return Settings.of(
        size,
        Hyperparameter.integer(
            "history", history, Interval.closed(1, 10_000), "H, how many pairs are remembered"),
        share,
        Hyperparameter.real(
            "archive",
            archive,
            Interval.closed(0, 10),
            "places of beaten parents, as a multiple of the members"));
  }

  /** The share of the best that may pull the next child. */
  abstract double share();

  /**
   * What takes the place of a remembered CR.
   *
   * @param before the CR that is replaced
   */
  double rememberedRate(double before) {
    return meanRate();
  }

  @Override
  final void choose(int member, int number) {
    int pair = random.nextInt(weights.length);
    drawn(member, weights[pair], rates[pair], share());
  }

  @Override
  final void learn() {
    tally(true);
    if (isBetter()) {
      weights[oldest] = weight();
      rates[oldest] = rememberedRate(rates[oldest]);
      oldest = (oldest + 1) % weights.length;
    }
  }
}
