package io.sluice.tck;

import io.sluice.spi.TrainableActivation;

/** Compares the block forms with parameters with the scalar forms, bit by bit. */
final class ParameterBlocks {

  private ParameterBlocks() {}

  static void look(TrainableActivation activation, Findings findings) {
    for (int length : new int[] {0, 1, 7, 8, 9, 31, 257}) {
      for (int from : new int[] {0, 1, 5}) {
        look(activation, from, from + length, findings);
        if (findings.hasFault()) {
          return;
        }
      }
    }
  }

  private static void look(TrainableActivation activation, int from, int to, Findings findings) {
    int count = activation.trainable().size();
    double[] x = Inputs.mixed(to + 3);
    double[] initial = activation.initialParameters();
    double[][] parameters = new double[count][x.length];
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < x.length; i++) {
        parameters[k][i] = initial[k] + 0.125 * ((i + k) % 3);
      }
    }
    double[] y = new double[x.length];
    double[] slope = new double[x.length];
    double[][] slopesBy = new double[count][x.length];
    activation.valuesAndSlopes(x, parameters, y, slope, slopesBy, from, to);
    double[] alone = new double[x.length];
    activation.values(x.clone(), parameters, alone, from, to);
    for (int i = from; i < to && !findings.hasFault(); i++) {
      double[] p = new double[count];
      for (int k = 0; k < count; k++) {
        p[k] = parameters[k][i];
      }
      double value = activation.value(x[i], p);
      same("the block's value", x[i], value, y[i], findings);
      same("the block's value alone", x[i], value, alone[i], findings);
      same("the block's slope", x[i], activation.slope(x[i], p), slope[i], findings);
      for (int k = 0; k < count; k++) {
        double slopeBy = activation.slopeBy(k, x[i], p);
        same("the block's slope by " + k, x[i], slopeBy, slopesBy[k][i], findings);
      }
    }
  }

  private static void same(
      String what, double x, double expected, double actual, Findings findings) {
    TrainableActivationChecks.same(what, x, expected, actual, findings);
  }
}
