package io.sluice.optimizers.population;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * The standard particle swarm of 2007: as pso, but around the best place of those that inform a
 * particle, whose links are drawn anew whenever the best of all did not get better. The best
 * informant of itself feels one pull only.
 *
 * @param size how many members; 0 for the rule of the standard
 * @param inertia ω, how much of the velocity stays
 * @param pull c, the pull of both best places
 * @param links K, how many each particle informs beside itself
 */
@Extension
public record StandardSwarm2007(int size, double inertia, double pull, int links)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public StandardSwarm2007() {
    this(0, 0.7213475204444817, 1.1931471805599454, 3);
  }

  @Override
  public String id() {
    return "pso-2007";
  }

  @Override
  public Description description() {
    return Description.of(
            "The standard particle swarm of 2007",
            "v ← ω v + c u₁ (own − x) + c u₂ (informed − x); x ← x + v",
            "Clerc, Standard Particle Swarm Optimisation, 2012")
        .note(
            "The standard stops a particle at the border; here the weight policy "
                + "decides, and reverses the velocity if it is reflect-flip.");
  }

  @Override
  public int populationSize() {
    return populationSize(1);
  }

  @Override
  public int populationSize(int parameters) {
    return size > 0 ? size : 10 + (int) (2 * Math.sqrt(parameters));
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.sizeByRule(size, "10 + ⌊2 √n⌋ of n parameters"),
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

  @Override
  public StandardSwarm2007 with(Map<String, Double> values) {
    return new StandardSwarm2007(
        values.get("population-size").intValue(),
        values.get("inertia"),
        values.get("pull"),
        values.get("links").intValue());
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends Swarm {

    private final StandardSwarm2007 rule;
    private final Informants informants;

    State(StandardSwarm2007 rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize(space.parameters()), space, random);
      this.rule = rule;
      informants = new Informants(members, rule.links);
    }

    @Override
    double start(int particle, int coordinate) {
      return (anywhere(coordinate) - x[particle][coordinate]) / 2;
    }

    @Override
    void prepare() {
      informants.update(bestLoss, random);
    }

    @Override
    void steer(int particle) {
      int informed = informants.best(particle, ownLoss);
      double[] speed = velocity[particle];
      for (int c = 0; c < coordinates; c++) {
        double place = x[particle][c];
        double next = rule.inertia * speed[c];
        next += rule.pull * random.nextDouble() * (own[particle][c] - place);
        if (informed != particle) {
          next += rule.pull * random.nextDouble() * (own[informed][c] - place);
        }
        speed[c] = next;
      }
    }
  }
}
