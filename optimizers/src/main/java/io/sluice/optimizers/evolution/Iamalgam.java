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
 * iAMaLGaM with a full covariance, an estimation of distribution: normal samples, of which the best
 * 35 % are averaged over time. Variance grows where improvement is far from the mean and shrinks
 * where there is none, and some samples run ahead of the mean:
 *
 * <pre>
 * Σ ← (1 − η_Σ) Σ + η_Σ · covariance of the selected around their mean
 * d ← (1 − η_d) d + η_d (m − m before);  samples of number ⌊α (λ − 1)⌋ move by 2 c d
 * x ~ m + N(0, c Σ);  c ← c / 0.9 if better ones are more than one deviation away, 0.9 c if none is better
 * </pre>
 *
 * with η_Σ = 1 − exp(−1.1 |S|^1.2 / n^1.6), η_d = 1 − exp(−1.2 |S|^0.31 / √n), α = τ λ / (2 (λ −
 * 1)), no better one in 25 + n generations before c falls below 1. The best loss is remembered for
 * c; the best candidate does not join later selections as in the paper. Presets: λ = 10 √n, τ =
 * 0.35, all constants of the paper; Σ begins as the variance of the box, width² / 12, where the
 * paper begins with the first selection. The paper starts anew with larger populations; this does
 * not.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Iamalgam(Settings settings) implements SettingsSearch {

  /** The presets. */
  public Iamalgam() {
    this(
        Settings.of(
            SettingsSearch.populationSize(0, "10 √n, rounded down"),
            Hyperparameter.real(
                "selected", 0.35, Interval.open(0, 1), "share of the candidates that count")));
  }

  @Override
  public String id() {
    return "iamalgam";
  }

  @Override
  public Description description() {
    return Description.of(
            "Estimation of a normal distribution over time, with anticipated shifts",
            "x ~ m + N(0, c Σ), some + 2 c d;  Σ, d ← smoothed over generations",
            "P. A. N. Bosman, J. Grahl and D. Thierens, Benchmarking Parameter-Free AMaLGaM on Functions With and Without Noise, Evolutionary Computation 21, 2013")
        .note(
            "evosax measures how far improvements are without the factor c; here it is with it, as the samples were drawn.");
  }

  @Override
  public int populationSize(int parameters) {
    return sizeOr((int) (10 * Math.sqrt(parameters)));
  }

  @Override
  public Iamalgam with(Map<String, Double> values) {
    return new Iamalgam(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new AnticipatingState(
        space, random, populationSize(space.parameters()), settings.real("selected"));
  }
}
