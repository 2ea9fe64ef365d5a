package io.sluice.formula;

/**
 * A program as code. It gives every result the bits that running the steps one by one gives, but
 * where a result {@linkplain #mayBeNan may be NaN} and is, the steps have the last word.
 */
public interface ProgramCode {

  /** How many arrays it takes besides those of inputs and results. */
  int rows();

  /** Whether this result can be NaN where no input is. */
  boolean mayBeNan(int result);

  /** Whether it reads and writes everything in one loop, so that it need not go in chunks. */
  boolean isOneLoop();

  /** The numbers of the steps, each as often as it is told apart from others. */
  double[] numbers();

  /** The same with other numbers, which stand where {@link #numbers} has those of the steps. */
  void run(double[][] arrays, double[] numbers, int from, int to);

  /**
   * Sets the results at {@code from <= i < to}.
   *
   * @param arrays those of the inputs, of the results and of the rows in between; all different
   */
  void run(double[][] arrays, int from, int to);
}
