package io.sluice.optimizers.evolution;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Simultaneous perturbation stochastic approximation: two losses on opposite sides of the point
 * give a slope in all coordinates at once, for signs Δ = ±1 of equal chance:
 *
 * <pre>
 * g_c = (L(x + c_k s ∘ Δ) − L(x − c_k s ∘ Δ)) / (2 c_k Δ_c),  x ← x − a_k s ∘ g
 * a_k = a / (A + k + 1)^α,  c_k = c / (k + 1)^γ
 * </pre>
 *
 * Presets as Spall advises: α = 0.602, γ = 0.101, A a tenth of the steps that the budget allows (10
 * where nobody knows how many), c = 0.01 of the box. And a is such that the first slope moves each
 * coordinate by 0.05 of the box: losses times a factor change nothing. A pair with an infinite loss
 * moves nothing, and no step is longer than the box.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Spsa(Settings settings) implements SettingsSearch {

  /** The presets. */
  public Spsa() {
    this(
        Settings.of(
            Hyperparameter.real("step-size", 0.01, Interval.POSITIVE, "c, in widths of the box"),
            Hyperparameter.real(
                "first-move",
                0.05,
                Interval.POSITIVE,
                "length of the first step, in widths of the box"),
            Hyperparameter.real(
                "stability",
                0,
                Interval.NOT_NEGATIVE,
                "A, steps before the rate falls; 0 for a tenth of those that the budget allows"),
            Hyperparameter.real(
                "rate-decay", 0.602, Interval.closed(0, 1), "exponent α of the rate"),
            Hyperparameter.real(
                "step-decay", 0.101, Interval.closed(0, 1), "exponent γ of the perturbation")));
  }

  @Override
  public String id() {
    return "spsa";
  }

  @Override
  public Description description() {
    return Description.of(
        "A slope in all directions from two losses at a time",
        "g = (L(x + cΔ) − L(x − cΔ)) / (2cΔ);  x ← x − a/(A+k+1)^α g",
        "J. C. Spall, Implementation of the Simultaneous Perturbation Algorithm for Stochastic Optimization, IEEE TAES 34, 1998");
  }

  @Override
  public int populationSize(int parameters) {
    return 2;
  }

  @Override
  public Spsa with(Map<String, Double> values) {
    return new Spsa(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(space, random, settings);
  }

  /** The point in one trial. */
  private static final class State extends EvolutionState {
    private final Settings settings;
    private final double stability;
    private double gain;
    private long generation;

    State(SearchSpace space, RandomStream random, Settings settings) {
      super(space, random, 2, settings.real("step-size"));
      this.settings = settings;
      double set = settings.real("stability");
      double tenth = space.evaluations() / 2 / 10;
      stability = set > 0 ? set : tenth < Double.POSITIVE_INFINITY ? tenth : 10;
    }

    @Override
    void draw(int member) {
      for (int p = 0; p < dimension; p++) {
        steps[member][p] = member == 1 ? -steps[0][p] : 1 - 2.0 * (random.nextLong() >>> 63);
      }
    }

    @Override
    void learn(int[] best) {
      double slope = (losses[0] - losses[1]) / (2 * step);
      double rate = 1 / StrictMath.pow(stability + generation + 1, settings.real("rate-decay"));
      if (Math.abs(slope) <= Double.MAX_VALUE && slope != 0) {
        if (gain == 0) {
          gain = settings.real("first-move") / (Math.abs(slope) * rate);
        }
        double length = gain * rate * slope;
        moveMean(-Math.max(-1, Math.min(1, length)), steps[0]);
      }
      generation++;
      step =
          settings.real("step-size") / StrictMath.pow(generation + 1, settings.real("step-decay"));
    }
  }
}
