package io.sluice.spi;

import java.util.List;
import java.util.Objects;

/**
 * What one trial came to. Costs are in forward-equivalents.
 *
 * @param outcome how it ended
 * @param steps the updates or generations made
 * @param cost what was spent
 * @param initialLoss the first loss seen
 * @param finalLoss the last loss seen; of a population, the best of its last generation
 * @param bestLoss the lowest loss seen
 * @param bestCost what had been spent when it was seen
 * @param hitCosts for each target of the study what had been spent when it was first reached, NaN
 *     if it never was
 * @param message why the trial failed, else empty
 */
public record TrialResult(
    Outcome outcome,
    long steps,
    double cost,
    double initialLoss,
    double finalLoss,
    double bestLoss,
    double bestCost,
    List<Double> hitCosts,
    String message) {

  public TrialResult {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(message, "message");
    hitCosts = List.copyOf(hitCosts);
  }
}
