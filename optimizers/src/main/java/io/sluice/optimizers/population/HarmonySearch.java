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
 * A memory of places; each coordinate of a new one comes from the memory, sometimes pushed a
 * little, or from anywhere, and what is better than the worst takes its place. All new places of a
 * generation are made from one memory.
 *
 * @param populationSize how many members
 * @param considering the chance that a coordinate comes from the memory
 * @param adjusting the chance that it is then pushed
 * @param bandwidth the largest push, as a share of the width of the box
 */
@Extension
public record HarmonySearch(
    int populationSize, double considering, double adjusting, double bandwidth)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public HarmonySearch() {
    this(30, 0.9, 0.3, 0.01);
  }

  @Override
  public String id() {
    return "harmony-search";
  }

  @Override
  public Description description() {
    return Description.of(
            "A memory from which new places are put together",
            "x_c ← memory_c with chance considering, then + bandwidth · width · "
                + "U(−1, 1) with chance adjusting; else anywhere",
            "Geem, Kim & Loganathan, Simulation 76, 2001")
        .note(
            "Novelty disputed: Weyland (Int. J. Applied Metaheuristic Computing 1, "
                + "2010) shows that it is a special case of the evolution strategy (μ + "
                + "1) with recombination.")
        .note(
            "The paper makes one place at a time; here as many as the memory has "
                + "are asked at once, and then put in one after the other.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 2),
        Hyperparameter.real(
            "considering",
            considering,
            Interval.closed(0, 1),
            "the chance that a coordinate comes from the memory"),
        Hyperparameter.real(
            "adjusting", adjusting, Interval.closed(0, 1), "the chance that it is then pushed"),
        Hyperparameter.real(
            "bandwidth",
            bandwidth,
            Interval.openClosed(0, 1),
            "the largest push, as a share of the width of the box"));
  }

  @Override
  public HarmonySearch with(Map<String, Double> values) {
    return new HarmonySearch(
        values.get("population-size").intValue(),
        values.get("considering"),
        values.get("adjusting"),
        values.get("bandwidth"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(this, space, random);
  }

  private static final class State extends Population {

    private final HarmonySearch rule;

    State(HarmonySearch rule, SearchSpace space, RandomStream random) {
      super(rule.populationSize, space, random);
      this.rule = rule;
    }

    @Override
    int propose() {
      for (int i = 0; i < members; i++) {
        for (int c = 0; c < coordinates; c++) {
          proposal[i][c] = random.nextDouble() < rule.considering ? remembered(c) : anywhere(c);
        }
      }
      return members;
    }

    private double remembered(int coordinate) {
      double value = x[random.nextInt(members)][coordinate];
      return random.nextDouble() < rule.adjusting
          ? value + rule.bandwidth * width(coordinate) * random.nextDouble(-1, 1)
          : value;
    }

    @Override
    void judge(int proposals) {
      replaceWorst(proposals);
    }
  }
}
