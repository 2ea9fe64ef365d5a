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
 * Particle swarm with inertia, around the best place of all: {@code v = ω v + c₁ u₁ (own − x) + c₂
 * u₂ (best − x); x = x + v}, no faster than a share of the box. Its presets are the constriction of
 * Clerc and Kennedy.
 *
 * @param populationSize how many members
 * @param inertia ω, how much of the velocity stays
 * @param cognitive c₁, the pull of the own best place
 * @param social c₂, the pull of the best place of all
 * @param fastest the largest speed, as a share of the width of the box
 * @param perturbBest whether the leader is mutated instead of moved
 */
@Extension
public record ParticleSwarm(
    int populationSize,
    double inertia,
    double cognitive,
    double social,
    double fastest,
    boolean perturbBest)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public ParticleSwarm() {
    this(25, 0.7298, 1.49618, 1.49618, 0.2, true);
  }

  @Override
  public String id() {
    return "pso";
  }

  @Override
  public Description description() {
    return Description.of(
            "Particle swarm with inertia, around the best of all",
            "v ← ω v + c₁ u₁ (own − x) + c₂ u₂ (best − x), |v| ≤ fastest · width; x ← x + v",
            "Kennedy & Eberhart 1995; Clerc & Kennedy, IEEE TEC 6, 2002")
        .note(
            "Limit of speed and mutation of the leader are those of pymoo; other "
                + "libraries have neither.")
        .note(
            "A mutated leader is its own best place after polynomial mutation with "
                + "an index drawn from 5 to 30, nine times in ten.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 2),
        Hyperparameter.real(
            "inertia", inertia, Interval.closed(0, 1), "ω, how much of the velocity stays"),
        Hyperparameter.real(
            "cognitive", cognitive, Interval.closed(0, 10), "c₁, the pull of the own best place"),
        Hyperparameter.real(
            "social", social, Interval.closed(0, 10), "c₂, the pull of the best place of all"),
        Hyperparameter.real(
            "fastest",
            fastest,
            Interval.openClosed(0, 10),
            "the largest speed, as a share of the width of the box"),
        Hyperparameter.flag(
            "perturb-best", perturbBest, "whether the leader is mutated instead of moved"));
  }

  @Override
  public ParticleSwarm with(Map<String, Double> values) {
    return new ParticleSwarm(
        values.get("population-size").intValue(),
        values.get("inertia"),
        values.get("cognitive"),
        values.get("social"),
        values.get("fastest"),
        values.get("perturb-best") != 0);
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends Swarm {

    private final ParticleSwarm rule;
    private int leader;

    State(ParticleSwarm rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize, space, random);
      this.rule = rule;
    }

    @Override
    double start(int particle, int coordinate) {
      return rule.fastest * width(coordinate) * random.nextDouble(-1, 1);
    }

    @Override
    void prepare() {
      leader = least(ownLoss, members);
    }

    @Override
    void steer(int particle) {
      double[] speed = velocity[particle];
      for (int c = 0; c < coordinates; c++) {
        double place = x[particle][c];
        double pull = rule.cognitive * random.nextDouble() * (own[particle][c] - place);
        double pulled = pull + rule.social * random.nextDouble() * (own[leader][c] - place);
        speed[c] = limited(rule.inertia * speed[c] + pulled, rule.fastest * width(c));
      }
    }

    /** Puts the leader to its own best place, mutated; its velocity stays. */
    @Override
    void finish() {
      if (!rule.perturbBest) {
        return;
      }
      System.arraycopy(own[leader], 0, proposal[leader], 0, coordinates);
      if (random.nextDouble() < 0.9) {
        double index = random.nextDouble(5, 30);
        mutate(proposal[leader], index, Math.min(0.5, 1.0 / coordinates));
      }
    }
  }
}
