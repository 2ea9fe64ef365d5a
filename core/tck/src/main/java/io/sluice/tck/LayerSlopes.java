package io.sluice.tck;

import io.sluice.spi.LayerActivation;
import java.util.Arrays;

/** Errors pulled back, against differences of values. */
final class LayerSlopes {

  private static final double STEP = 0x1p-11;

  private final LayerActivation activation;

  private LayerSlopes(LayerActivation activation) {
    this.activation = activation;
  }

  static void look(LayerActivation activation, Findings findings) {
    LayerSlopes slopes = new LayerSlopes(activation);
    for (LayerSample sample : LayerSample.ordinary(activation)) {
      int outputs = sample.values(activation).length;
      for (int o = 0; o <= outputs && !findings.hasFault(); o++) {
        double[] errors = new double[outputs];
        if (o < outputs) {
          errors[o] = 1;
        } else {
          Arrays.setAll(errors, each -> 0.75 - 0.5 * each);
        }
        for (int i = 0; i < sample.x().length && !findings.hasFault(); i++) {
          slopes.check(sample, errors, i, findings);
        }
      }
    }
  }

  /** A kink may lie nearby, so what disagrees must do so in two other places, too. */
  private void check(LayerSample sample, double[] errors, int input, Findings findings) {
    double[] near = sample.x().clone();
    for (int place = 0; place < 3; place++) {
      if (agrees(near, errors, input)) {
        return;
      }
      for (int i = 0; i < near.length; i++) {
        near[i] += 5 * STEP * ((i * 7 + place * 3) % 5 - 2);
      }
    }
    double[] x = sample.x();
    findings.fault(
        "at %s with the errors %s, pullBack gives %s for the input at %d, but the values around it"
            + " rise by %.9g%s",
        Arrays.toString(x),
        Arrays.toString(errors),
        pulledBack(x, errors)[input],
        input,
        rise(x, errors, input, STEP),
        Math.abs(pulledBack(x, errors)[input] + rise(x, errors, input, STEP)) < 1e-3
            ? "; is its sign wrong?"
            : "");
  }

  private boolean agrees(double[] x, double[] errors, int input) {
    double slope = pulledBack(x, errors)[input];
    double narrow = rise(x, errors, input, STEP);
    double wide = rise(x, errors, input, 2 * STEP);
    double scale = Math.max(1, Math.max(Math.abs(slope), Math.abs(product(x, errors))));
    return Math.abs(slope - narrow) <= 1e-6 * scale + 2 * Math.abs(narrow - wide);
  }

  private double[] pulledBack(double[] x, double[] errors) {
    double[] result = new double[x.length];
    double[] y = new LayerSample(x).values(activation);
    activation.pullBack(x.clone(), y, errors.clone(), result);
    return result;
  }

  private double rise(double[] x, double[] errors, int input, double step) {
    double[] moved = x.clone();
    moved[input] = x[input] + step;
    double above = product(moved, errors);
    moved[input] = x[input] - step;
    return (above - product(moved, errors)) / (2 * step);
  }

  private double product(double[] x, double[] errors) {
    double[] y = new LayerSample(x).values(activation);
    double sum = 0;
    for (int o = 0; o < y.length; o++) {
      sum += errors[o] * y[o];
    }
    return sum;
  }
}
