package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/** A standard particle swarm: particles follow the best of those that inform them. */
abstract class InformedSwarm extends Swarm {

  /** ω, how much of the velocity stays. */
  final double inertia;

  /** c, the pull of both best places. */
  final double pull;

  private final Informants informants;

  InformedSwarm(int members, Settings set, SearchSpace space, RandomStream random) {
    super(members, space, random);
    inertia = set.real("inertia");
    pull = set.real("pull");
    informants = new Informants(members, set.integer("links"));
  }

  /** The hyper-parameters of both standards: ω = 1 / (2 ln 2), c = ½ + ln 2. */
  static Settings settings(Hyperparameter size) {
    return Settings.of(
        size,
        Hyperparameter.real(
            "inertia",
            0.7213475204444817,
            Interval.closed(0, 1),
            "ω, how much of the velocity stays"),
        Hyperparameter.real(
            "pull", 1.1931471805599454, Interval.closed(0, 10), "c, the pull of both best places"),
        Hyperparameter.integer(
            "links",
            3,
            Interval.closed(1, 100),
            "K, how many each particle informs beside itself"));
  }

  /** Sets the next velocity of a particle whose best informant is known. */
  abstract void steer(int particle, int informed);

  @Override
  final void prepare() {
    informants.update(bestLoss, random);
  }

  @Override
  final void steer(int particle) {
    steer(particle, informants.best(particle, ownLoss));
  }
}
