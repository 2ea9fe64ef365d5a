package io.sluice.formula.code;

/** What the made classes are. */
interface Code {

  /** Goes over {@code from <= i < to} of the arrays. */
  void run(double[][] arrays, double[] numbers, int from, int to);
}
