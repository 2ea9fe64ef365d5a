package io.sluice.formula;

/** Runs a program for one number. */
final class Single {

  private Single() {}

  /** The first one or two results at x. */
  static double[] of(Program program, double x, int results) {
    double[] y = new double[1];
    double[] slope = results > 1 ? new double[1] : null;
    program.run(new double[] {x}, null, y, slope, null, 0, 1);
    return results > 1 ? new double[] {y[0], slope[0]} : y;
  }
}
