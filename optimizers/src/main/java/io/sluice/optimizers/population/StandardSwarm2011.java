package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * The standard particle swarm of 2011, which does not know the axes: the next place is drawn from a
 * ball whose centre G lies between the place, the own best and the best informed one, and whose
 * border goes through the place.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record StandardSwarm2011(Settings settings) implements FixedPopulation {

  /** The presets. */
  public StandardSwarm2011() {
    this(InformedSwarm.settings(Population.size(40, 2)));
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
        .note("The radius of y is uniform, as in the standard, so that y is denser near G.")
        .note(
            "The standard turns half of the velocity round at the border; here the "
                + "weight policy decides.");
  }

  @Override
  public StandardSwarm2011 with(Map<String, Double> values) {
    return new StandardSwarm2011(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(populationSize(), settings, space, random);
  }

  private static final class State extends InformedSwarm {

    private final double[] centre;
    private final double[] direction;

    State(int members, Settings set, SearchSpace space, RandomStream random) {
      super(members, set, space, random);
      centre = new double[coordinates];
      direction = new double[coordinates];
    }

    @Override
    double start(int particle, int coordinate) {
      return anywhere(coordinate) - x[particle][coordinate];
    }

    @Override
    void steer(int particle, int informed) {
      double[] speed = velocity[particle];
      double radius = 0;
      double length = 0;
      for (int c = 0; c < coordinates; c++) {
        double place = x[particle][c];
        double toOwn = own[particle][c] - place;
        centre[c] =
            informed == particle ? pull * toOwn / 2 : pull * (toOwn + own[informed][c] - place) / 3;
        direction[c] = random.nextGaussian();
        radius += centre[c] * centre[c];
        length += direction[c] * direction[c];
      }
      double scale = random.nextDouble() * Math.sqrt(radius / length);
      for (int c = 0; c < coordinates; c++) {
        speed[c] = inertia * speed[c] + centre[c] + scale * direction[c];
      }
    }
  }
}
