package io.sluice.analysis;

import io.sluice.sketch.Quantiles;
import java.util.Locale;
import java.util.Optional;

/** Says what is known of all trials and what of a sample, where rows are a sample. */
public final class Sampling {

  private Sampling() {}

  /** The sentence of a report; empty where each trial has a row. */
  public static Optional<String> sentence(StudyRows rows) {
    return sample(rows)
        .map(
            sample ->
                String.format(
                    Locale.ROOT,
                    "Counts, shares and medians of the rankings are of all %d trials, medians right"
                        + " to %.1f %% of their value; what compares or explains trials is of a"
                        + " sample, %s.",
                    rows.trials(),
                    100 * Quantiles.RELATIVE_ERROR,
                    sample));
  }

  /** The sentence of what is judged by rows alone; empty where each trial has one. */
  public static Optional<String> ofRowsAlone(StudyRows rows) {
    return sample(rows)
        .map(
            sample ->
                "Of the "
                    + rows.trials()
                    + " trials of "
                    + rows.header().id()
                    + " this is about a sample, "
                    + sample
                    + ".");
  }

  private static Optional<String> sample(StudyRows rows) {
    return rows.isSample()
        ? Optional.of(
            "the "
                + rows.sampled()
                + " trials with the first "
                + rows.cells().stream().mapToInt(CellSamples::repeats).max().orElse(0)
                + " seeds of each cell")
        : Optional.empty();
  }
}
