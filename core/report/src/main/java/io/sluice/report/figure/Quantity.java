package io.sluice.report.figure;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import io.sluice.report.Value;
import java.util.Objects;

/**
 * What is shown along an axis.
 *
 * @param name a reader's word for it, with its unit
 * @param spacing how its values are laid out
 */
public record Quantity(String name, Spacing spacing) {

  /** How values are laid out along an axis. */
  public enum Spacing {
    /** Equal differences are equally far apart. */
    LINEAR,
    /** Equal ratios are equally far apart; only what is above 0 has a place. */
    LOGARITHMIC,
    /** From 0 to 1, in percent. */
    SHARE,
    /** From 1, the best, which is at the top. */
    RANK
  }

  public Quantity {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(spacing, "spacing");
  }

  /** Equal differences are equally far apart. */
  public static Quantity linear(String name) {
    return new Quantity(name, Spacing.LINEAR);
  }

  /** Equal ratios are equally far apart. */
  public static Quantity logarithmic(String name) {
    return new Quantity(name, Spacing.LOGARITHMIC);
  }

  /** From none to all, in percent. */
  public static Quantity share(String name) {
    return new Quantity(name, Spacing.SHARE);
  }

  /** Ranks, the best at the top. */
  public static Quantity rank(String name) {
    return new Quantity(name, Spacing.RANK);
  }

  /** A value in words. */
  String text(double value) {
    return isPercent(value) ? Figures.percent(value) : Figures.number(value);
  }

  /** A value with its interval in words. */
  String text(Estimate value) {
    boolean isPercent =
        isPercent(value.value())
            && (!value.hasInterval() || (isPercent(value.lower()) && isPercent(value.upper())));
    return isPercent ? Figures.percent(value) : Figures.number(value);
  }

  /** Whether it is a share that may be told in percent, rather than something broken. */
  private boolean isPercent(double value) {
    return spacing == Spacing.SHARE && Math.abs(value) <= 1;
  }

  /** A value with its interval as an entry of a table. */
  Value value(Estimate value) {
    return new Value(text(value), value);
  }

  /** The values from the least to the greatest of some, laid out between two places. */
  Scale scale(double[] values, double from, double to) {
    return Scale.of(spacing, values, from, to);
  }
}
