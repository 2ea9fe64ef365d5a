package io.sluice.analysis.claim;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import java.util.Objects;

/**
 * The number that a rule decides by.
 *
 * @param quantity what it is, such as {@code lowest loss, relu less tanh}
 * @param estimate the number with its interval; none where every trial was looked at
 * @param unit of the number, with a blank before it; may be empty
 * @param level the probability that the interval misses it
 * @param repeats how many repeats it is of
 */
public record Effect(String quantity, Estimate estimate, String unit, double level, int repeats) {

  public Effect {
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(estimate, "estimate");
    Objects.requireNonNull(unit, "unit");
  }

  /** The number and its interval, in words. */
  public String words() {
    return Figures.number(estimate)
        + unit
        + (estimate.hasInterval() ? " (" + Figures.percent(1 - level) + " interval)" : "");
  }
}
