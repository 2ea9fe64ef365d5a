package io.sluice.optimizers.evolution;

import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/** Runs of CMA-ES, one after the other, as IPOP and BIPOP choose them. */
final class RestartingCma implements PopulationState {

  /** Memory is bounded: a population grows to at most so many times the first one. */
  private static final int LARGEST_GROWTH = 512;

  private final SearchSpace space;
  private final RandomStream random;
  private final int firstSize;
  private final double firstStep;
  private final boolean active;
  private final boolean twoRegimes;
  private CovarianceAdaptation run;
  private CmaRest rest;
  private int largeSize;
  private boolean small;
  private long spentLarge;
  private long spentSmall;
  private long spentOfLastLarge;
  private long spentOfRun;
  private long mostOfRun = Long.MAX_VALUE;
  private int asked;
  private int restarts;
  private int smallRuns;

  RestartingCma(
      SearchSpace space,
      RandomStream random,
      int firstSize,
      double firstStep,
      boolean active,
      boolean twoRegimes) {
    this.space = space;
    this.random = random;
    this.firstSize = firstSize;
    this.firstStep = firstStep;
    this.active = active;
    this.twoRegimes = twoRegimes;
    largeSize = firstSize;
    start(firstSize, firstStep);
  }

  private void start(int size, double step) {
    run =
        new CovarianceAdaptation(
            space,
            random,
            size,
            EvolutionState.limited(step),
            new FullCovariance(space.parameters()),
            active);
    rest = new CmaRest(run);
    spentOfRun = 0;
  }

  @Override
  public int next(int size) {
    return run.next(size);
  }

  @Override
  public int ask(Candidates candidates) {
    asked = run.ask(candidates);
    return asked;
  }

  @Override
  public void tell(double[] losses, int from) {
    run.tell(losses, from);
    spentOfRun += asked;
    if (run.isBetweenGenerations() && (rest.isReached() || spentOfRun >= mostOfRun)) {
      restart();
    }
  }

  private void restart() {
    restarts++;
    // The first run counts for neither regime.
    if (small) {
      spentSmall += spentOfRun;
    } else if (restarts > 1) {
      spentLarge += spentOfRun;
      spentOfLastLarge = spentOfRun;
    }
    small = twoRegimes && spentSmall < spentLarge;
    if (small) {
      smallRuns++;
      mostOfRun = Math.max(1, spentOfLastLarge / 2);
      double share = random.nextDouble();
      double ratio = Math.max(1, 0.5 * largeSize / firstSize);
      int size = (int) (firstSize * StrictMath.pow(ratio, share * share));
      start(size, firstStep * StrictMath.pow(10, -2 * random.nextDouble()));
    } else {
      mostOfRun = Long.MAX_VALUE;
      largeSize = (int) Math.min(2L * largeSize, (long) LARGEST_GROWTH * firstSize);
      start(largeSize, firstStep);
    }
  }

  /** How often it started anew. */
  int restarts() {
    return restarts;
  }

  /** How many of these were with small populations. */
  int smallRuns() {
    return smallRuns;
  }

  /** The size of the largest population so far. */
  int largestSize() {
    return largeSize;
  }
}
