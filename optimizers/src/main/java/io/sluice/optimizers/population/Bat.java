package io.sluice.optimizers.population;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Bats fly to the best place with a random frequency, or walk around it, the louder they are the
 * further. What is no worse is accepted with a chance, the loudness, which then falls, while the
 * chance to fly rises.
 *
 * @param populationSize how many members
 * @param leastFrequency the least pull of the best
 * @param frequencyWidth how far frequencies are drawn above the least
 * @param loudness A₀, the first chance to accept
 * @param pulseRate r₀, the last chance not to walk around the best
 * @param loudnessDecay α, what the loudness is multiplied by when a bat accepts
 * @param pulseGrowth γ, how fast the pulse rate rises
 * @param walk the length of a walk at loudness 1, as a share of the width of the box
 */
@Extension
public record Bat(
    int populationSize,
    double leastFrequency,
    double frequencyWidth,
    double loudness,
    double pulseRate,
    double loudnessDecay,
    double pulseGrowth,
    double walk)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public Bat() {
    this(40, 0, 2, 0.9, 0.9, 0.9, 0.9, 0.1);
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
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 2),
        Hyperparameter.real(
            "least-frequency",
            leastFrequency,
            Interval.closed(0, 10),
            "the least pull of the best"),
        Hyperparameter.real(
            "frequency-width",
            frequencyWidth,
            Interval.closed(0, 10),
            "how far frequencies are drawn above the least"),
        Hyperparameter.real(
            "loudness", loudness, Interval.closed(0, 1), "A₀, the first chance to accept"),
        Hyperparameter.real(
            "pulse-rate",
            pulseRate,
            Interval.closed(0, 1),
            "r₀, the last chance not to walk around the best"),
        Hyperparameter.real(
            "loudness-decay",
            loudnessDecay,
            Interval.openClosed(0, 1),
            "α, what the loudness is multiplied by when a bat accepts"),
        Hyperparameter.real(
            "pulse-growth",
            pulseGrowth,
            Interval.closed(0, 100),
            "γ, how fast the pulse rate rises"),
        Hyperparameter.real(
            "walk",
            walk,
            Interval.closed(0, 10),
            "the length of a walk at loudness 1, as a share of the width of the box"));
  }

  @Override
  public Bat with(Map<String, Double> values) {
    return new Bat(
        values.get("population-size").intValue(),
        values.get("least-frequency"),
        values.get("frequency-width"),
        values.get("loudness"),
        values.get("pulse-rate"),
        values.get("loudness-decay"),
        values.get("pulse-growth"),
        values.get("walk"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends Population {

    private final Bat rule;
    private final double[][] velocity;
    private final double[] loudness;
    private final double[] pulse;
    private int generation;

    State(Bat rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize, space, random);
      this.rule = rule;
      velocity = new double[members][coordinates];
      loudness = new double[members];
      pulse = new double[members];
      Arrays.fill(loudness, rule.loudness);
    }

    @Override
    int propose() {
      generation++;
      double mean = 0;
      for (double each : loudness) {
        mean += each / members;
      }
      for (int i = 0; i < members; i++) {
        double frequency = rule.leastFrequency + rule.frequencyWidth * random.nextDouble();
        boolean walks = random.nextDouble() >= pulse[i];
        for (int c = 0; c < coordinates; c++) {
          velocity[i][c] += frequency * (best[c] - x[i][c]);
          proposal[i][c] =
              walks
                  ? best[c] + rule.walk * width(c) * mean * random.nextDouble(-1, 1)
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
          loudness[i] *= rule.loudnessDecay;
          pulse[i] = rule.pulseRate * -StrictMath.expm1(-rule.pulseGrowth * generation);
        }
      }
    }
  }
}
