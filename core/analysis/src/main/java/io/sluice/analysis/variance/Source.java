package io.sluice.analysis.variance;

import io.sluice.analysis.Estimate;
import java.util.List;

/**
 * A source of variance, and how much it explains.
 *
 * @param factors the factors it is about: one, or two that act together
 * @param share its part of the variance of single trials; 0 on average where there is no effect, so
 *     it may come out negative
 * @param etaSquared its sum of squares by the total one: what it seems to explain, chance included
 * @param degrees degrees of freedom
 * @param p the probability that chance alone makes it look as large, NaN where that cannot be told
 */
public record Source(
    List<String> factors, Estimate share, double etaSquared, int degrees, double p) {

  public Source {
    factors = List.copyOf(factors);
  }

  /** Whether it is about two factors together. */
  public boolean isInteraction() {
    return factors.size() > 1;
  }

  /** {@code activation × optimizer}. */
  public String name() {
    return String.join(" × ", factors);
  }
}
