package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Every firefly moves towards each that was better in the last generation, the more the nearer it
 * is, and adds a random step that shrinks from generation to generation. Distances are measured in
 * widths of the box.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Firefly(Settings settings) implements FixedPopulation {

  /** The presets. */
  public Firefly() {
    this(
        Settings.of(
            Population.size(25, 2),
            Hyperparameter.real(
                "attraction", 1, Interval.closed(0, 10), "β₀, the pull of one that is very near"),
            Hyperparameter.real(
                "absorption",
                1,
                Interval.closed(0, 1_000),
                "γ, how fast the pull falls with the distance"),
            Hyperparameter.real(
                "step",
                0.2,
                Interval.closed(0, 10),
                "α, the first random step, as a share of the width of the box"),
            Hyperparameter.real(
                "cooling",
                0.97,
                Interval.openClosed(0, 1),
                "what the random step is multiplied by in each generation")));
  }

  @Override
  public String id() {
    return "firefly";
  }

  @Override
  public Description description() {
    return Description.of(
            "Fireflies that fly to brighter ones",
            "x ← x + Σ over better j of β₀ e^(−γ r²) (x_j − x) + α width (u − ½), "
                + "one after the other",
            "Yang, Nature-Inspired Metaheuristic Algorithms, 2008")
        .note(
            "Novelty disputed: Camacho-Villalón, Dorigo & Stützle (Int. Trans. "
                + "Operational Research 30, 2023) find a particle swarm in other words.")
        .note(
            "The source measures distances in the units of the problem, so that γ "
                + "means another thing for each; here r² is the mean over the coordinates"
                + " of the squared distances in widths of the box. Steps that shrink are "
                + "of the author's later program.");
  }

  @Override
  public Firefly with(Map<String, Double> values) {
    return new Firefly(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final double attraction;
    private final double absorption;
    private final double cooling;
    private double step;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      attraction = set.real("attraction");
      absorption = set.real("absorption");
      cooling = set.real("cooling");
      step = set.real("step");
    }

    @Override
    int propose() {
      for (int i = 0; i < members; i++) {
        copyToProposal(i);
        for (int j = 0; j < members; j++) {
          if (loss[j] < loss[i]) {
            approach(proposal[i], x[j]);
          }
        }
        for (int c = 0; c < coordinates; c++) {
          proposal[i][c] += step * width(c) * (random.nextDouble() - 0.5);
        }
      }
      step *= cooling;
      return members;
    }

    private void approach(double[] place, double[] brighter) {
      double distance = 0;
      for (int c = 0; c < coordinates; c++) {
        double way = (brighter[c] - place[c]) / width(c);
        distance += way * way / coordinates;
      }
      double pull = attraction * StrictMath.exp(-absorption * distance);
      for (int c = 0; c < coordinates; c++) {
        place[c] += pull * (brighter[c] - place[c]);
      }
    }

    @Override
    void judge(int proposals) {
      takeAll(proposals);
    }
  }
}
