package io.sluice.tck;

import io.sluice.spi.LayerActivation;
import java.util.Arrays;

/** Compares the block forms with the forms for one example, bit by bit. */
final class LayerBlocks {

  /** Stands where a block form must not write, and where it must not read. */
  private static final double UNTOUCHED = -12345.678;

  private static final int BEYOND = 5;

  private final LayerActivation activation;
  private final Findings findings;
  private final int inputs;
  private final int outputs;
  private final int examples;
  private final int lanes;

  private LayerBlocks(
      LayerActivation activation, Findings findings, int inputs, int examples, int lanes) {
    this.activation = activation;
    this.findings = findings;
    this.inputs = inputs;
    this.outputs = activation.outputs(inputs);
    this.examples = examples;
    this.lanes = lanes;
  }

  static void look(LayerActivation activation, Findings findings) {
    for (int inputs : LayerSample.lengths(activation)) {
      for (int examples : new int[] {1, 3}) {
        for (int lanes : new int[] {1, 3, 8, 16, 41}) {
          new LayerBlocks(activation, findings, inputs, examples, lanes).check();
          if (findings.hasFault()) {
            return;
          }
        }
      }
    }
  }

  private void check() {
    double[] x = filled(examples * inputs * lanes, true);
    double[] errors = filled(examples * outputs * lanes, true);
    double[] y = filled(examples * outputs * lanes, false);
    double[] result = filled(x.length - BEYOND, false);
    double[] xBefore = x.clone();
    double[] errorsBefore = errors.clone();
    activation.values(inputs, examples, lanes, x, y, filled(x.length - BEYOND, false));
    double[] yBefore = y.clone();
    activation.pullBacks(
        inputs, examples, lanes, x, y, errors, result, filled(x.length - BEYOND, false));
    unchanged("x", xBefore, x);
    unchanged("y", yBefore, y);
    unchanged("errors", errorsBefore, errors);
    for (int example = 0; example < examples; example++) {
      for (int lane = 0; lane < lanes; lane++) {
        compareWithOne(example, lane, x, y, errors, result);
      }
    }
    for (int i = 0; i < BEYOND; i++) {
      same("values: y beyond the block", UNTOUCHED, y[y.length - 1 - i]);
      same("pullBacks: the result beyond the block", UNTOUCHED, result[result.length - 1 - i]);
    }
  }

  private void compareWithOne(
      int example, int lane, double[] x, double[] y, double[] errors, double[] result) {
    double[] one = taken(x, inputs, example, lane);
    double[] value = new double[outputs];
    activation.value(one, value);
    double[] back = new double[inputs];
    activation.pullBack(one, value, taken(errors, outputs, example, lane), back);
    for (int o = 0; o < outputs; o++) {
      same(
          place("values: the output", o, example, lane),
          value[o],
          taken(y, outputs, example, lane)[o]);
    }
    for (int i = 0; i < inputs; i++) {
      same(
          place("pullBacks: the input", i, example, lane),
          back[i],
          taken(result, inputs, example, lane)[i]);
    }
  }

  private String place(String what, int unit, int example, int lane) {
    return String.format(
        "%s at %d of example %d in lane %d of %d", what, unit, example, lane, lanes);
  }

  private double[] taken(double[] block, int units, int example, int lane) {
    double[] taken = new double[units];
    Arrays.setAll(taken, unit -> block[(example * units + unit) * lanes + lane]);
    return taken;
  }

  /** Mixed numbers, every lane others, and beyond them what must stay; or nothing but that. */
  private static double[] filled(int length, boolean withNumbers) {
    double[] filled = new double[length + BEYOND];
    Arrays.fill(filled, UNTOUCHED);
    for (int i = 0; i < length && withNumbers; i++) {
      filled[i] = i % 97 == 96 ? Double.NaN : ((i * 37) % 113 - 56) / 14.0;
    }
    return filled;
  }

  private void unchanged(String what, double[] before, double[] after) {
    for (int i = 0; i < before.length; i++) {
      same("what must be left alone, " + what + "[" + i + "],", before[i], after[i]);
    }
  }

  private void same(String what, double expected, double actual) {
    if (!findings.hasFault() && !ComponentChecks.sameBits(expected, actual)) {
      findings.fault("%s must be %s, is %s", what, expected, actual);
    }
  }
}
