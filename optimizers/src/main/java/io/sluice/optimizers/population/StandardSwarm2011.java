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
 * The standard particle swarm of 2011, which does not know the axes: the next place is drawn from a
 * ball whose centre G lies between the place, the own best and the best informed one, and whose
 * border goes through the place.
 *
 * @param populationSize how many members
 * @param inertia ω, how much of the velocity stays
 * @param pull c, the pull of both best places
 * @param links K, how many each particle informs beside itself
 */
@Extension
public record StandardSwarm2011(int populationSize, double inertia, double pull, int links)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public StandardSwarm2011() {
    this(40, 0.7213475204444817, 1.1931471805599454, 3);
  }

  @Override
  public String id() {
    return "pso-2011";
  }

  @Override
  public Description description() {
    return Description.of(
            "The standard particle swarm of 2011, free of the axes",
            "G = x + c (own + informed − 2 x) / 3; y ~ ball(G, |G − x|); v ← ω v + "
                + "y − x; x ← x + v",
            "Zambrano-Bigiarini, Clerc & Rojas, CEC 2013")
        .note("A particle that is its own best informant has G = x + c (own − x) / 2.")
        .note("The radius of y is uniform, as in the standard, so that y is denser " + "near G.")
        .note(
            "The standard turns half of the velocity round at the border; here the "
                + "weight policy decides.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 2),
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
  public StandardSwarm2011 with(Map<String, Double> values) {
    return new StandardSwarm2011(
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

    private final StandardSwarm2011 rule;
    private final Informants informants;
    private final double[] centre;
    private final double[] direction;

    State(StandardSwarm2011 rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize, space, random);
      this.rule = rule;
      informants = new Informants(members, rule.links);
      centre = new double[coordinates];
      direction = new double[coordinates];
    }

    @Override
    double start(int particle, int coordinate) {
      return anywhere(coordinate) - x[particle][coordinate];
    }

    @Override
    void prepare() {
      informants.update(bestLoss, random);
    }

    @Override
    void steer(int particle) {
      int informed = informants.best(particle, ownLoss);
      double[] speed = velocity[particle];
      double radius = 0;
      double length = 0;
      for (int c = 0; c < coordinates; c++) {
        double place = x[particle][c];
        double pull = own[particle][c] - place;
        centre[c] =
            informed == particle
                ? rule.pull * pull / 2
                : rule.pull * (pull + own[informed][c] - place) / 3;
        direction[c] = random.nextGaussian();
        radius += centre[c] * centre[c];
        length += direction[c] * direction[c];
      }
      double scale = random.nextDouble() * Math.sqrt(radius / length);
      for (int c = 0; c < coordinates; c++) {
        speed[c] = rule.inertia * speed[c] + centre[c] + scale * direction[c];
      }
    }
  }
}
