package io.sluice.formula;

/**
 * Nodes of a graph as steps over rows of numbers: a chunk of the inputs is copied into rows, every
 * step makes a row of others, and the rows of the results are copied out. The rows belong to the
 * thread and are used again, so that nothing is allocated.
 *
 * <p>A chunk in which a result is NaN is run again with products in which zero times infinity is
 * zero. What is still NaN at a huge input is given what the formula gives at {@link #FAR}.
 */
final class Program {

  /** How many numbers a row has: few enough for all rows to stay in the nearest cache. */
  static final int CHUNK = 256;

  /** Stands for a larger input where powers overflow and leave nothing but NaN. */
  static final double FAR = 1e50;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final Step[] steps;
  private final int rows;
  private final boolean takesParameters;
  private final int[] results;

  /**
   * One operation.
   *
   * @param u the row of the first operand, and so on; 0 where there is none
   * @param second a row for a second result or for what lies between
   */
  record Step(Operation operation, int u, int v, int w, int result, int second, double number) {}

  /**
   * A program.
   *
   * @param rows how many rows there are; row 0 is x, then come the parameters if it takes them
   * @param results the rows of the value, of the slope by x and of the slopes by the parameters; as
   *     many of them as are computed
   */
  Program(Step[] steps, int rows, boolean takesParameters, int[] results) {
    this.steps = steps;
    this.rows = rows;
    this.takesParameters = takesParameters;
    this.results = results;
  }

  int size() {
    return steps.length;
  }

  /**
   * Sets the results for {@code from <= i < to}. Every result may be written over x.
   *
   * @param parameters a row each, or null if the program takes none
   * @param slope null if the program has no slope
   * @param slopesBy null if the program has no slopes by parameters
   */
  void run(
      double[] x,
      double[][] parameters,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    Scratch scratch = SCRATCH.get();
    double[][] memory = scratch.rows(rows);
    for (int at = from; at < to; at += CHUNK) {
      int n = Math.min(CHUNK, to - at);
      System.arraycopy(x, at, memory[0], 0, n);
      for (int k = 0; takesParameters && k < parameters.length; k++) {
        System.arraycopy(parameters[k], at, memory[1 + k], 0, n);
      }
      execute(memory, n, false);
      boolean doubtful = hasNan(scratch, memory, n);
      if (doubtful) {
        execute(memory, n, true);
        doubtful = hasNan(scratch, memory, n);
      }
      for (int k = 0; k < results.length; k++) {
        System.arraycopy(memory[results[k]], 0, target(k, y, slope, slopesBy), at, n);
      }
      if (doubtful) {
        lookNearer(memory, y, slope, slopesBy, at, n);
      }
    }
  }

  private static double[] target(int result, double[] y, double[] slope, double[][] slopesBy) {
    return result == 0 ? y : result == 1 ? slope : slopesBy[result - 2];
  }

  private boolean hasNan(Scratch scratch, double[][] memory, int n) {
    for (int row : results) {
      if (scratch.hasNan(memory[row], n)) {
        return true;
      }
    }
    return false;
  }

  private void lookNearer(
      double[][] memory, double[] y, double[] slope, double[][] slopesBy, int at, int n) {
    double[] x = memory[0];
    boolean any = false;
    for (int i = 0; i < n; i++) {
      double size = Math.abs(x[i]);
      boolean huge = size > FAR && size <= Double.MAX_VALUE;
      x[i] = huge ? Math.copySign(FAR, x[i]) : Double.NaN;
      any |= huge;
    }
    if (!any) {
      return;
    }
    execute(memory, n, true);
    for (int k = 0; k < results.length; k++) {
      double[] target = target(k, y, slope, slopesBy);
      double[] nearer = memory[results[k]];
      for (int i = 0; i < n; i++) {
        if (target[at + i] != target[at + i] && x[i] == x[i]) {
          target[at + i] = nearer[i];
        }
      }
    }
  }

  private void execute(double[][] memory, int n, boolean zeroFirst) {
    for (Step step : steps) {
      double[] u = memory[step.u];
      double[] result = memory[step.result];
      if (zeroFirst && step.operation == Operation.MULTIPLY) {
        Loops.multiplyZeroFirst(u, memory[step.v], result, n);
      } else if (zeroFirst && step.operation == Operation.MULTIPLY_NUMBER) {
        Loops.multiplyZeroFirst(u, step.number, result, n);
      } else {
        double[] v = memory[step.v];
        double[] w = memory[step.w];
        double[] second = memory[step.second];
        Loops.run(step.operation, u, v, w, result, second, step.number, n);
      }
    }
  }
}
