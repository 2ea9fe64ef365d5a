package io.sluice.optimizers.population;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.List;
import java.util.Map;

/** A standard particle swarm: particles follow the best of those that inform them. */
abstract class InformedSwarm extends Swarm {

  /**
   * The hyper-parameters of the standards.
   *
   * @param size how many members; 0 for a rule, where there is one
   * @param inertia ω
   * @param pull c
   * @param links K
   */
  record Rule(int size, double inertia, double pull, int links) {

    /** The presets of both standards: ω = 1 / (2 ln 2), c = ½ + ln 2. */
    static Rule preset(int size) {
      return new Rule(size, 0.7213475204444817, 1.1931471805599454, 3);
    }

    static Rule of(Map<String, Double> values) {
      return new Rule(
          values.get("population-size").intValue(),
          values.get("inertia"),
          values.get("pull"),
          values.get("links").intValue());
    }

    /** All of them, after that of the size. */
    List<Hyperparameter> hyperparameters(Hyperparameter ofSize) {
      return List.of(
          ofSize,
          Hyperparameter.real(
              "inertia", inertia, Interval.closed(0, 1), "ω, how much of the velocity stays"),
          Hyperparameter.real(
              "pull", pull, Interval.closed(0, 10), "c, the pull of both best places"),
          Hyperparameter.integer(
              "links",
              links,
              Interval.closed(1, 100),
              "K, how many each particle informs beside itself"));
    }
  }

  final Rule rule;
  private final Informants informants;

  InformedSwarm(int members, Rule rule, SearchSpace space, RandomStream random) {
    super(members, space, random);
    this.rule = rule;
    informants = new Informants(members, rule.links);
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
