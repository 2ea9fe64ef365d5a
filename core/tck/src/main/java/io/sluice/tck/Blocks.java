package io.sluice.tck;

import io.sluice.spi.Activation;
import java.util.Arrays;

/** Compares the block forms of an activation with its scalar forms, bit by bit. */
final class Blocks {

  /** Stands where a block form must not write. */
  private static final double UNTOUCHED = -12345.678;

  private final Activation activation;
  private final Findings findings;

  private Blocks(Activation activation, Findings findings) {
    this.activation = activation;
    this.findings = findings;
  }

  static void look(Activation activation, Findings findings) {
    Blocks blocks = new Blocks(activation, findings);
    for (int length : new int[] {0, 1, 7, 8, 9, 31, 257}) {
      for (int from : new int[] {0, 1, 5}) {
        blocks.check(from, length);
        if (findings.hasFault()) {
          return;
        }
      }
    }
  }

  /** Tries both forms, with room on both sides. */
  private void check(int from, int length) {
    double[] inputs = Inputs.mixed(from + length + 3);
    int to = from + length;

    double[] x = inputs.clone();
    double[] y = filled(x.length);
    activation.values(x, y, from, to);
    values("values(x, y, ", inputs, y, from, to);
    unchanged("values(x, y, ", inputs, x, from, to);

    x = inputs.clone();
    y = filled(x.length);
    double[] slope = filled(x.length);
    activation.valuesAndSlopes(x, y, slope, from, to);
    values("valuesAndSlopes(x, y, slope, ", inputs, y, from, to);
    slopes("valuesAndSlopes(x, y, slope, ", inputs, slope, from, to);
    unchanged("valuesAndSlopes(x, y, slope, ", inputs, x, from, to);
  }

  /** Outside the block the array keeps what it held. */
  private void values(String call, double[] x, double[] y, int from, int to) {
    for (int i = 0; i < x.length; i++) {
      double right = i >= from && i < to ? activation.value(x[i]) : UNTOUCHED;
      compare(call, "y", i, from, to, x[i], right, y[i]);
    }
  }

  private void slopes(String call, double[] x, double[] slope, int from, int to) {
    for (int i = 0; i < x.length; i++) {
      double right = i >= from && i < to ? activation.slope(x[i]) : UNTOUCHED;
      compare(call, "slope", i, from, to, x[i], right, slope[i]);
    }
  }

  private void unchanged(String call, double[] expected, double[] x, int from, int to) {
    for (int i = 0; i < x.length; i++) {
      compare(call, "x", i, from, to, expected[i], expected[i], x[i]);
    }
  }

  private void compare(
      String call,
      String array,
      int index,
      int from,
      int to,
      double input,
      double expected,
      double actual) {
    if (!ComponentChecks.sameBits(expected, actual) && !findings.hasFault()) {
      findings.fault(
          "after %s%d, %d) %s[%d] must be %s for the input %s, but is %s",
          call, from, to, array, index, expected, input, actual);
    }
  }

  private static double[] filled(int length) {
    double[] array = new double[length];
    Arrays.fill(array, UNTOUCHED);
    return array;
  }
}
