package io.sluice.formula.code;

import io.sluice.formula.ProgramCode;

/**
 * Code with the numbers of one program.
 *
 * @param rows how many arrays it takes besides inputs and results
 * @param doubtful which results may be NaN where no input is
 */
record CompiledProgram(Code code, double[] numbers, int rows, boolean[] doubtful, boolean isOneLoop)
    implements ProgramCode {

  @Override
  public boolean mayBeNan(int result) {
    return doubtful[result];
  }

  @Override
  public void run(double[][] arrays, double[] others, int from, int to) {
    code.run(arrays, others, from, to);
  }

  @Override
  public void run(double[][] arrays, int from, int to) {
    code.run(arrays, numbers, from, to);
  }
}
