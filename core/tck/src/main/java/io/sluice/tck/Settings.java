package io.sluice.tck;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.util.Map;

/** What copies of an activation with other hyper-parameters must do. */
final class Settings {

  private Settings() {}

  /** A copy in use changes nothing of the original, as it would by a static field. */
  static void apart(Activation activation, Findings findings) {
    double[] x = Inputs.ordinary();
    for (Hyperparameter each : activation.hyperparameters()) {
      double[] values = new double[x.length];
      double[] slopes = new double[x.length];
      activation.valuesAndSlopes(x, values, slopes, 0, x.length);
      double other = ComponentChecks.otherValue(each);
      Map<String, Double> settings = ComponentChecks.settings(activation);
      settings.put(each.name(), other);
      activation
          .with(settings)
          .valuesAndSlopes(x, new double[x.length], new double[x.length], 0, 1);
      for (int i = 0; i < x.length && !findings.hasFault(); i++) {
        String what = "while a copy with " + each.name() + "=" + other + " was in use, ";
        changed(what + "value", x[i], values[i], activation.value(x[i]), findings);
        changed(what + "slope", x[i], slopes[i], activation.slope(x[i]), findings);
      }
      if (findings.hasFault()) {
        return;
      }
    }
  }

  private static void changed(
      String what, double x, double before, double after, Findings findings) {
    if (!findings.hasFault() && !ComponentChecks.sameBits(before, after)) {
      findings.fault(
          "%s(%s) of the original changed from %s to %s; keep nothing in static fields",
          what, x, before, after);
    }
  }

  static void same(Activation activation, Findings findings) {
    Activation copy = activation.with(ComponentChecks.settings(activation));
    for (double x : Inputs.finite()) {
      same("value", x, activation.value(x), copy.value(x), findings);
      same("slope", x, activation.slope(x), copy.slope(x), findings);
      if (findings.hasFault()) {
        return;
      }
    }
  }

  private static void same(String what, double x, double value, double copied, Findings findings) {
    if (!ComponentChecks.sameBits(value, copied)) {
      findings.fault("with(the same values) changed %s(%s) from %s to %s", what, x, value, copied);
    }
  }

  static void extremes(Activation activation, Findings findings) {
    for (Hyperparameter each : activation.hyperparameters()) {
      for (double end : ComponentChecks.ends(each)) {
        Map<String, Double> settings = ComponentChecks.settings(activation);
        settings.put(each.name(), end);
        try {
          use(activation.with(settings), each, end, findings);
        } catch (RuntimeException thrown) {
          findings.fault(
              "with %s=%s, which its range %s allows, %s",
              each.name(), end, each.range(), Thrown.described(thrown, activation));
        }
        if (findings.hasFault()) {
          return;
        }
      }
    }
  }

  private static void use(
      Activation extreme, Hyperparameter parameter, double end, Findings findings) {
    extreme.range();
    Kinks.of(extreme);
    boolean declared = end == parameter.range().lower() || end == parameter.range().upper();
    for (double x : Inputs.ordinary()) {
      double slope = extreme.slope(x);
      double value = extreme.value(x);
      if (declared && (Double.isNaN(value) || Double.isNaN(slope))) {
        String message = "with %s=%s, which its range %s allows, %s(%s) is NaN";
        String what = Double.isNaN(value) ? "value" : "slope";
        findings.fault(message, parameter.name(), end, parameter.range(), what, x);
        return;
      }
    }
    double[] inputs = Inputs.mixed(31);
    extreme.values(inputs.clone(), new double[31], 0, 31);
    extreme.valuesAndSlopes(inputs, new double[31], new double[31], 0, 31);
  }
}
