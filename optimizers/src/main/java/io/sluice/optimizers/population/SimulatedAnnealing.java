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
 * Chains that each try a normal step and accept what is worse by Δ with the chance {@code exp(−Δ /
 * T)}. The temperature falls geometrically with the share of the budget that is spent, and the
 * steps with its root. All chains of a trial share the temperature; they never meet.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record SimulatedAnnealing(Settings settings) implements FixedPopulation {

  /** The presets. */
  public SimulatedAnnealing() {
    this(
        Settings.of(
            Population.size(5, 1),
            Hyperparameter.real(
                "acceptance",
                0.8,
                Interval.open(0, 1),
                "χ, the chance with which a typical worse place is accepted at the start"),
            Hyperparameter.real(
                "coldness",
                1e-8,
                Interval.openClosed(0, 1),
                "the last temperature, as a share of the first"),
            Hyperparameter.real(
                "step",
                2,
                Interval.openClosed(0, 100),
                "the length of the first steps, as a share of the width of the box")));
  }

  @Override
  public String id() {
    return "simulated-annealing";
  }

  @Override
  public Description description() {
    return Description.of(
            "Chains that accept worse places less and less often",
            "T = T₀ coldness^spent; T₀ = −mean Δ / ln χ; x′ = x + step · width · "
                + "√(T/T₀) · N(0, 1) / √D; x ← x′ with chance exp(−Δ/T)",
            "Kirkpatrick, Gelatt & Vecchi, Science 220, 1983; start as Ben-Ameur 2004")
        .note(
            "The first temperature comes from the first places: mean Δ is how much "
                + "worse they are than the best of them.")
        .note(
            "Sources leave the steps open; those here shrink as the temperature "
                + "does. Where the budget is not known, schedules stand at their middle.");
  }

  @Override
  public SimulatedAnnealing with(Map<String, Double> values) {
    return new SimulatedAnnealing(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final double acceptance;
    private final double coldness;
    private final double step;
    private double first;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      acceptance = set.real("acceptance");
      coldness = set.real("coldness");
      step = set.real("step");
    }

    @Override
    void begin() {
      double sum = 0;
      int worse = 0;
      for (int i = 0; i < members; i++) {
        double gap = loss[i] - bestLoss;
        if (gap > 0 && gap <= Double.MAX_VALUE) {
          sum += gap / members;
          worse++;
        }
      }
      double mean = worse == 0 ? 1 : sum * members / worse;
      first = -mean / StrictMath.log(acceptance);
    }

    private double cooling() {
      return StrictMath.pow(coldness, elapsed());
    }

    @Override
    int propose() {
      double reach = step * Math.sqrt(cooling() / coordinates);
      for (int i = 0; i < members; i++) {
        for (int c = 0; c < coordinates; c++) {
          proposal[i][c] = x[i][c] + reach * width(c) * random.nextGaussian();
        }
      }
      return members;
    }

    @Override
    void judge(int proposals) {
      double temperature = first * cooling();
      for (int i = 0; i < proposals; i++) {
        double worse = told[i] - loss[i];
        // Of two infinite losses the difference is no number, and the step is taken.
        if (!(worse > 0) || random.nextDouble() < StrictMath.exp(-worse / temperature)) {
          take(i, i);
        }
      }
    }
  }
}
