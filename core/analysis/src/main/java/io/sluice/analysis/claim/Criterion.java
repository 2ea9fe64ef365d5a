package io.sluice.analysis.claim;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;

/** Where a number has to lie. Decided by its interval alone; undecided where there is none. */
public sealed interface Criterion {

  /** Whether it lies there. */
  Verdict of(Estimate estimate);

  /** In words, after "is": {@code at least 0.3}. */
  String words(String unit);

  /** The end of the interval, or the value, that decides next: what would have to be crossed. */
  double edge(Estimate estimate);

  /**
   * The probability that as many independent normal numbers support it, if their mean is the
   * smallest effect that matters; of a region its middle, and 0 of one that is open on one side.
   *
   * @param spread their standard deviation
   * @param level the probability that an interval misses the mean
   */
  double power(int repeats, double spread, double level);

  /**
   * On one side of 0, and not closer to it than matters. Supported where the whole interval is on
   * that side and reaches the effect; refuted where the whole interval falls short of it.
   *
   * @param effect the smallest that matters: above 0, or below it for the other side
   */
  record AtLeast(double effect) implements Criterion {

    public AtLeast {
      if (!(Math.abs(effect) > 0) || Double.isInfinite(effect)) {
        throw new IllegalArgumentException(
            "the smallest effect that matters is a number above 0, not " + Figures.exact(effect));
      }
    }

    @Override
    public Verdict of(Estimate estimate) {
      if (!estimate.hasInterval()) {
        return Verdict.UNDECIDED;
      }
      double near = effect > 0 ? estimate.lower() : -estimate.upper();
      double far = effect > 0 ? estimate.upper() : -estimate.lower();
      if (far < Math.abs(effect)) {
        return Verdict.REFUTED;
      }
      return near > 0 ? Verdict.SUPPORTED : Verdict.UNDECIDED;
    }

    @Override
    public String words(String unit) {
      return (effect > 0 ? "higher by at least " : "lower by at least ")
          + Figures.number(Math.abs(effect))
          + unit;
    }

    @Override
    public double edge(Estimate estimate) {
      return Math.abs(estimate.value()) < Math.abs(effect) / 2
              || Math.signum(estimate.value()) != Math.signum(effect)
          ? effect
          : 0;
    }

    @Override
    public double power(int repeats, double spread, double level) {
      double wanted = Math.abs(effect);
      return StudentPower.of(
          repeats,
          level,
          spread,
          half -> Math.max(half, wanted - half) - wanted,
          half -> Double.POSITIVE_INFINITY);
    }
  }

  /**
   * In a region. Supported where the whole interval is inside, refuted where it is outside.
   *
   * @param from its lower end; −∞ for none
   * @param to its upper end, above the lower; ∞ for none
   */
  record Between(double from, double to) implements Criterion {

    public Between {
      if (!(from < to) || Double.isInfinite(from) && Double.isInfinite(to)) {
        throw new IllegalArgumentException(
            "there is nothing between " + Figures.exact(from) + " and " + Figures.exact(to));
      }
    }

    /** Whether it has two ends. */
    public boolean isClosed() {
      return !Double.isInfinite(from) && !Double.isInfinite(to);
    }

    @Override
    public Verdict of(Estimate estimate) {
      if (!estimate.hasInterval()) {
        return Verdict.UNDECIDED;
      }
      if (estimate.upper() < from || estimate.lower() > to) {
        return Verdict.REFUTED;
      }
      return estimate.lower() >= from && estimate.upper() <= to
          ? Verdict.SUPPORTED
          : Verdict.UNDECIDED;
    }

    @Override
    public String words(String unit) {
      if (from == -to) {
        return "within ± " + Figures.number(to) + unit;
      }
      if (Double.isInfinite(to)) {
        return "not lower by " + Figures.number(-from) + unit;
      }
      return Double.isInfinite(from)
          ? "not higher by " + Figures.number(to) + unit
          : "between " + Figures.number(from) + " and " + Figures.number(to) + unit;
    }

    @Override
    public double edge(Estimate estimate) {
      double value = estimate.value();
      return Math.abs(value - from) < Math.abs(value - to) ? from : to;
    }

    @Override
    public double power(int repeats, double spread, double level) {
      if (!isClosed()) {
        double room = Double.isInfinite(from) ? to : -from;
        return StudentPower.of(
            repeats, level, spread, half -> Double.NEGATIVE_INFINITY, half -> room - half);
      }
      double reach = (to - from) / 2;
      return StudentPower.of(repeats, level, spread, half -> half - reach, half -> reach - half);
    }
  }
}
