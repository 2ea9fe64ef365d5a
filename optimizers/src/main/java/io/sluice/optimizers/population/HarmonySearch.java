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
 * A memory of places; each coordinate of a new one comes from the memory, sometimes pushed a
 * little, or from anywhere, and what is better than the worst takes its place. All new places of a
 * generation are made from one memory.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record HarmonySearch(Settings settings) implements FixedPopulation {

  /** The presets. */
  public HarmonySearch() {
    this(
        Settings.of(
            Population.size(30, 2),
            Hyperparameter.real(
                "considering",
                0.9,
                Interval.closed(0, 1),
                "the chance that a coordinate comes from the memory"),
            Hyperparameter.real(
                "adjusting", 0.3, Interval.closed(0, 1), "the chance that it is then pushed"),
            Hyperparameter.real(
                "bandwidth",
                0.01,
                Interval.openClosed(0, 1),
                "the largest push, as a share of the width of the box")));
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
  public HarmonySearch with(Map<String, Double> values) {
    return new HarmonySearch(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final double considering;
    private final double adjusting;
    private final double bandwidth;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      considering = set.real("considering");
      adjusting = set.real("adjusting");
      bandwidth = set.real("bandwidth");
    }

    @Override
    int propose() {
      for (int i = 0; i < members; i++) {
        for (int c = 0; c < coordinates; c++) {
          proposal[i][c] = random.nextDouble() < considering ? remembered(c) : anywhere(c);
        }
      }
      return members;
    }

    private double remembered(int coordinate) {
      double value = x[random.nextInt(members)][coordinate];
      return random.nextDouble() < adjusting
          ? value + bandwidth * width(coordinate) * random.nextDouble(-1, 1)
          : value;
    }

    @Override
    void judge(int proposals) {
      replaceWorst(proposals);
    }
  }
}
