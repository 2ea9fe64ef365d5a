package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.spi.Description;
import io.sluice.spi.Invariance;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * The standard particle swarm of 2007: as pso, but around the best place of those that inform a
 * particle, whose links are drawn anew whenever the best of all did not get better. The best
 * informant of itself feels one pull only.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record StandardSwarm2007(Settings settings) implements SettingsSearch {

  /** The presets. */
  public StandardSwarm2007() {
    this(InformedSwarm.settings(Population.sizeByRule("10 + ⌊2 √n⌋ of n parameters")));
  }

  @Override
  public String id() {
    return "pso-2007";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.PERMUTATION);
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
  public int populationSize(int parameters) {
    return sizeOr(10 + (int) (2 * Math.sqrt(parameters)));
  }

  @Override
  public StandardSwarm2007 with(Map<String, Double> values) {
    return new StandardSwarm2007(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(populationSize(space.parameters()), settings, space, random);
  }

  private static final class State extends InformedSwarm {

    State(int members, Settings set, SearchSpace space, RandomStream random) {
      super(members, set, space, random);
    }

    @Override
    double start(int particle, int coordinate) {
      return (anywhere(coordinate) - x[particle][coordinate]) / 2;
    }

    @Override
    void steer(int particle, int informed) {
      double[] speed = velocity[particle];
      for (int c = 0; c < coordinates; c++) {
        double place = x[particle][c];
        double next = inertia * speed[c];
        next += pull * random.nextDouble() * (own[particle][c] - place);
        if (informed != particle) {
          next += pull * random.nextDouble() * (own[informed][c] - place);
        }
        speed[c] = next;
      }
    }
  }
}
