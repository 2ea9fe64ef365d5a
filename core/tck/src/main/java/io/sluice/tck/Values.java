package io.sluice.tck;

import io.sluice.spi.Activation;
import io.sluice.spi.Interval;

/** What values may be. */
final class Values {

  private Values() {}

  static void nan(Activation activation, Findings findings) {
    findings.calls("value", Double.NaN);
    double value = activation.value(Double.NaN);
    if (!Double.isNaN(value)) {
      findings.fault(
          "value(NaN) must be NaN, but is %s; a comparison with NaN is false, so let NaN take the"
              + " branch that computes with x",
          value);
    }
  }

  static void finite(Activation activation, Findings findings) {
    double[] kinks = Kinks.of(activation);
    for (double x : Inputs.finite()) {
      findings.calls("value", x);
      activation.value(x);
      findings.calls("slope", x);
      activation.slope(x);
    }
    for (double x : Inputs.ordinary()) {
      if (Double.isInfinite(activation.value(x))) {
        findings.fault("value(%s) is %s", x, activation.value(x));
        return;
      }
      if (Double.isInfinite(activation.slope(x)) && Kinks.distance(kinks, x) > 0) {
        findings.fault("slope(%s) is %s", x, activation.slope(x));
        return;
      }
    }
    for (double x : Inputs.finite()) {
      if (Double.isNaN(activation.value(x))) {
        findings.fault("value(%s) is NaN", x);
        return;
      }
      if (Double.isNaN(activation.slope(x))) {
        findings.fault("slope(%s) is NaN", x);
        return;
      }
    }
  }

  static void range(Activation activation, Findings findings) {
    Interval range = activation.range();
    double lowest = range.lower() - 4 * Math.ulp(range.lower());
    double highest = range.upper() + 4 * Math.ulp(range.upper());
    for (double x : Inputs.finite()) {
      double value = activation.value(x);
      boolean below = Double.isFinite(range.lower()) && value < lowest;
      boolean above = Double.isFinite(range.upper()) && value > highest;
      if (below || above) {
        findings.fault("value(%s) = %s lies outside the declared range %s", x, value, range);
        return;
      }
    }
  }
}
