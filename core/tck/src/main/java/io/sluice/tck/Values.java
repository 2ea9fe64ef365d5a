package io.sluice.tck;

import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;

/** What values may be. */
final class Values {

  private Values() {}

  static void nan(Activation activation, Findings findings) {
    findings.calls("value", Double.NaN);
    nan("value(NaN)", activation.value(Double.NaN), findings);
    findings.calls("slope", Double.NaN);
    nan("slope(NaN)", activation.slope(Double.NaN), findings);
    if (activation instanceof TrainableActivation) {
      TrainableActivation trainable = (TrainableActivation) activation;
      double[] at = trainable.initialParameters();
      nan("value(NaN, parameters)", trainable.value(Double.NaN, at), findings);
      nan("slope(NaN, parameters)", trainable.slope(Double.NaN, at), findings);
      for (int k = 0; k < at.length; k++) {
        nan("slopeBy(" + k + ", NaN)", trainable.slopeBy(k, Double.NaN, at), findings);
      }
    }
  }

  private static void nan(String what, double found, Findings findings) {
    if (!Double.isNaN(found) && !findings.hasFault()) {
      findings.fault(
          "%s must be NaN, but is %s; a comparison with NaN is false, so let NaN take the branch"
              + " that computes with x",
          what, found);
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
