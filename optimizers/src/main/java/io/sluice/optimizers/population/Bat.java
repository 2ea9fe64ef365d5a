package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Bats fly to the best place with a random frequency, or walk around it, the louder they are the
 * further. What is no worse is accepted with a chance, the loudness, which then falls, while the
 * chance to fly rises.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Bat(Settings settings) implements FixedPopulation {

  /** The presets. */
  public Bat() {
    this(
        Settings.of(
            Population.size(40, 2),
            Hyperparameter.real(
                "least-frequency", 0, Interval.closed(0, 10), "the least pull of the best"),
            Hyperparameter.real(
                "frequency-width",
                2,
                Interval.closed(0, 10),
                "how far frequencies are drawn above the least"),
            Hyperparameter.real(
                "loudness", 0.9, Interval.closed(0, 1), "A₀, the first chance to accept"),
            Hyperparameter.real(
                "pulse-rate",
                0.9,
                Interval.closed(0, 1),
                "r₀, the last chance not to walk around the best"),
            Hyperparameter.real(
                "loudness-decay",
                0.9,
                Interval.openClosed(0, 1),
                "α, what the loudness is multiplied by when a bat accepts"),
            Hyperparameter.real(
                "pulse-growth", 0.9, Interval.closed(0, 100), "γ, how fast the pulse rate rises"),
            Hyperparameter.real(
                "walk",
                0.1,
                Interval.closed(0, 10),
                "the length of a walk at loudness 1, as a share of the width of the box")));
  }

  @Override
  public String id() {
    return "bat";
  }

  @Override
  public Description description() {
    return Description.of(
            "Bats that fly to the best place or walk around it",
            "v ← v + f (best − x); x′ = x + v, or best + walk · width · mean A · "
                + "U(−1, 1) with chance 1 − r; A ← α A, r ← r₀ (1 − e^(−γ t))",
            "Yang, NICSO 2010")
        .note(
            "Novelty disputed: Camacho-Villalón, Dorigo & Stützle (Int. Trans. "
                + "Operational Research 30, 2023) find a particle swarm with a local "
                + "search in other words.")
        .note(
            "The paper prints f (x − best), which flies away from the best place; "
                + "the sign here is that of mealpy and of the paper's words.")
        .note("The paper gives the length of a walk no unit; here it is a share of the box.");
  }

  @Override
  public Bat with(Map<String, Double> values) {
    return new Bat(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final double leastFrequency;
    private final double frequencyWidth;
    private final double pulseRate;
    private final double loudnessDecay;
    private final double pulseGrowth;
    private final double walk;
    private final double[][] velocity;
    private final double[] loudness;
    private final double[] pulse;
    private int generation;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      leastFrequency = set.real("least-frequency");
      frequencyWidth = set.real("frequency-width");
      pulseRate = set.real("pulse-rate");
      loudnessDecay = set.real("loudness-decay");
      pulseGrowth = set.real("pulse-growth");
      walk = set.real("walk");
      velocity = new double[members][coordinates];
      loudness = new double[members];
      pulse = new double[members];
      Arrays.fill(loudness, set.real("loudness"));
    }

    @Override
    int propose() {
      generation++;
      double mean = 0;
      for (double each : loudness) {
        mean += each / members;
      }
      for (int i = 0; i < members; i++) {
        double frequency = leastFrequency + frequencyWidth * random.nextDouble();
        boolean walks = random.nextDouble() >= pulse[i];
        for (int c = 0; c < coordinates; c++) {
          velocity[i][c] += frequency * (best[c] - x[i][c]);
          proposal[i][c] =
              walks
                  ? best[c] + walk * width(c) * mean * random.nextDouble(-1, 1)
                  : x[i][c] + velocity[i][c];
        }
      }
      return members;
    }

    @Override
    public void flip(int coordinate, int bat) {
      velocity[bat][coordinate] = -velocity[bat][coordinate];
    }

    @Override
    void judge(int proposals) {
      for (int i = 0; i < proposals; i++) {
        boolean accepts = random.nextDouble() < loudness[i];
        if (told[i] <= loss[i] && accepts) {
          take(i, i);
          loudness[i] *= loudnessDecay;
          pulse[i] = pulseRate * -StrictMath.expm1(-pulseGrowth * generation);
        }
      }
    }
  }
}
