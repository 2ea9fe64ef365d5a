package io.sluice.analysis.claim;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import io.sluice.analysis.statistics.RatioInterval;
import java.util.Arrays;

/**
 * Decides by the mean of one number a repeat. Repeats are independent, so the interval is
 * Student's; of differences of success, which lie within ± 1, it is the one that has a width even
 * where all repeats agree.
 *
 * @param asked what the rule says
 * @param quantity what the number is
 * @param unit of the number, with a blank before it
 * @param isShare whether the numbers are differences of shares
 * @param criterion where the mean has to be
 */
record Means(String asked, String quantity, String unit, boolean isShare, Criterion criterion) {

  /**
   * The finding.
   *
   * @param numbers one a repeat; NaN where a repeat has none
   * @param leftOut how many cells were left out
   */
  Finding judge(double[] numbers, int leftOut, double level) {
    double[] values = Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).toArray();
    Estimate estimate = interval(values, level);
    Verdict verdict = criterion.of(estimate);
    Effect effect = new Effect(quantity, estimate, unit, level, values.length);
    String reason =
        quantity
            + ": "
            + effect.words()
            + " over "
            + values.length
            + " repeats"
            + (values.length < numbers.length
                ? ", " + (numbers.length - values.length) + " without a number left out"
                : "")
            + (leftOut > 0 ? ", " + leftOut + " cells without a partner left out" : "");
    return Finding.of(asked, verdict, effect, reason, change(verdict, effect));
  }

  private Estimate interval(double[] values, double level) {
    if (values.length == 0) {
      return Estimate.withoutInterval(Double.NaN);
    }
    return isShare ? RatioInterval.bounded(values, 0, 1, level) : RatioInterval.of(values, level);
  }

  private String change(Verdict verdict, Effect effect) {
    Estimate estimate = effect.estimate();
    double edge = criterion.edge(estimate);
    if (!estimate.hasInterval()) {
      return "two repeats at least, with numbers";
    }
    if (verdict == Verdict.UNDECIDED) {
      double half = (estimate.upper() - estimate.lower()) / 2;
      double apart = half / Math.abs(estimate.value() - edge);
      double more = Math.ceil(effect.repeats() * (apart * apart - 1));
      return Double.isFinite(more)
          ? "about "
              + Figures.number(Math.max(1, more))
              + " more repeats, if effect and spread stay"
          : "no number of repeats, if the effect stays";
    }
    return "an interval that reaches " + Figures.number(edge) + unit;
  }
}
