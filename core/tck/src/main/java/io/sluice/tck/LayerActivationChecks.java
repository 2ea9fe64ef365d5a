package io.sluice.tck;

import io.sluice.spi.Interval;
import io.sluice.spi.LayerActivation;
import java.util.Arrays;
import java.util.List;

/** What every {@link LayerActivation} promises besides what all components promise. */
public final class LayerActivationChecks {

  /** So many numbers in and so many out go together, and what cannot be is refused in words. */
  public static final Check<LayerActivation> WIDTHS =
      check(
          "layer-widths",
          "outputs(...) and inputs(...) are inverses, and refuse what cannot be in words",
          LayerActivationChecks::widths);

  /** NaN among the inputs is seen in what comes out. */
  public static final Check<LayerActivation> NAN =
      check(
          "layer-nan",
          "NaN among the inputs gives NaN in every output that depends on it, and in slopes",
          LayerActivationChecks::nan);

  /** Finite inputs give numbers, ordinary ones finite numbers. */
  public static final Check<LayerActivation> FINITE =
      check(
          "layer-finite",
          "Finite inputs give numbers, ordinary ones finite numbers",
          LayerActivationChecks::finite);

  /** Every number lies in the declared range, but for the last places of its ends. */
  public static final Check<LayerActivation> RANGE =
      check(
          "layer-range",
          "Every number that comes out lies in the declared range",
          LayerActivationChecks::range);

  /** Errors are pulled back through the slopes of the values, away from kinks. */
  public static final Check<LayerActivation> PULL_BACK =
      check(
          "layer-pull-back",
          "pullBack multiplies errors by the slopes of the values",
          LayerSlopes::look);

  /** The block forms give the bits of the others; no lane or example touches another. */
  public static final Check<LayerActivation> BLOCKS =
      check(
          "layer-blocks",
          "The block forms give the bits of the forms for one example",
          LayerBlocks::look);

  /** All of them. */
  public static final List<Check<LayerActivation>> ALL =
      List.of(WIDTHS, NAN, FINITE, RANGE, PULL_BACK, BLOCKS);

  private LayerActivationChecks() {}

  private static Check<LayerActivation> check(
      String id, String title, Check.Body<LayerActivation> body) {
    return new Check<>(id, title, LayerActivation.class, body);
  }

  private static void widths(LayerActivation activation, Findings findings) {
    boolean some = false;
    for (int outputs = 1; outputs <= 12 && !findings.hasFault(); outputs++) {
      int inputs;
      try {
        inputs = activation.inputs(outputs);
      } catch (IllegalArgumentException refused) {
        worded("inputs", outputs, refused, findings);
        continue;
      }
      some = true;
      int again = inputs < 1 ? 0 : activation.outputs(inputs);
      if (again != outputs) {
        findings.fault("inputs(%d) is %d, but outputs(%d) is %d", outputs, inputs, inputs, again);
      }
    }
    for (int inputs = 1; inputs <= 12 && !findings.hasFault(); inputs++) {
      try {
        int outputs = activation.outputs(inputs);
        if (activation.inputs(outputs) != inputs) {
          findings.fault(
              "outputs(%d) is %d, but inputs(%d) is %d",
              inputs, outputs, outputs, activation.inputs(outputs));
        }
      } catch (IllegalArgumentException refused) {
        worded("outputs", inputs, refused, findings);
      }
    }
    if (!some && !findings.hasFault()) {
      findings.fault("inputs(1) to inputs(12) are all refused, so hardly a layer can have it");
    }
  }

  private static void worded(
      String method, int number, IllegalArgumentException refused, Findings findings) {
    String message = refused.getMessage();
    if (message == null || !message.contains(Integer.toString(number))) {
      findings.fault(
          "%s(%d) is refused with \"%s\"; name the number and say what is allowed",
          method, number, message);
    }
  }

  private static void nan(LayerActivation activation, Findings findings) {
    for (LayerSample sample : LayerSample.ordinary(activation)) {
      for (int i = 0; i < sample.x().length; i++) {
        boolean[] depends = sample.outputsThatDependOn(activation, i);
        double[] x = sample.x().clone();
        x[i] = Double.NaN;
        double[] y = new double[depends.length];
        activation.value(x, y);
        for (int o = 0; o < y.length; o++) {
          if (depends[o] && !Double.isNaN(y[o])) {
            findings.fault(
                "of %d inputs the one at %d is NaN, but the output at %d, which depends on it, is"
                    + " %s",
                x.length, i, o, y[o]);
            return;
          }
        }
        nanPulledBack(activation, x, y, i, findings);
        if (findings.hasFault()) {
          return;
        }
      }
    }
  }

  private static void nanPulledBack(
      LayerActivation activation, double[] x, double[] y, int i, Findings findings) {
    double[] errors = new double[y.length];
    Arrays.fill(errors, 1);
    double[] result = new double[x.length];
    activation.pullBack(x.clone(), y, errors, result);
    if (Arrays.stream(result).noneMatch(Double::isNaN)) {
      findings.fault(
          "of %d inputs the one at %d is NaN, but pullBack gives %s, without any NaN; a comparison"
              + " with NaN is false",
          x.length, i, Arrays.toString(result));
    }
  }

  private static void finite(LayerActivation activation, Findings findings) {
    for (LayerSample sample : LayerSample.ordinary(activation)) {
      if (!sample.finds(activation, findings, y -> Double.isNaN(y) || Double.isInfinite(y))) {
        return;
      }
    }
    for (LayerSample sample : LayerSample.extreme(activation)) {
      if (!sample.finds(activation, findings, Double::isNaN)) {
        return;
      }
    }
  }

  private static void range(LayerActivation activation, Findings findings) {
    Interval range = activation.range();
    double lowest = range.lower() - 4 * Math.ulp(range.lower());
    double highest = range.upper() + 4 * Math.ulp(range.upper());
    for (LayerSample sample : LayerSample.all(activation)) {
      boolean fine =
          sample.finds(
              activation,
              findings,
              y ->
                  (Double.isFinite(range.lower()) && y < lowest)
                      || (Double.isFinite(range.upper()) && y > highest));
      if (!fine) {
        return;
      }
    }
  }
}
