package io.sluice.formula;

import io.sluice.formula.Steps.Step;
import io.sluice.math.LaneRows;
import java.util.Arrays;
import java.util.Optional;

/**
 * Steps to be run over blocks of numbers. They are interpreted, or run as code that a {@link
 * ProgramCompiler} made of them when there was enough to compute.
 *
 * <p>Interpreted: a chunk of the inputs is copied into rows, every step makes a row of others, and
 * the rows of the results are copied out. The rows belong to the thread and are used again, so that
 * nothing is allocated. A chunk in which a result is NaN is run again with products in which zero
 * times infinity is zero. What is still NaN at a huge input is given what the formula gives at
 * {@link #FAR}, and what was NaN at an infinite one its {@link Limit}, if there is one.
 *
 * <p>Code works on the arrays of the caller, and a chunk in which it finds NaN is interpreted.
 */
final class Program {

  /** How many numbers a row has: few enough for all rows to stay in the nearest cache. */
  static final int CHUNK = 256;

  /** Stands for a larger input where powers overflow and leave nothing but NaN. */
  static final double FAR = 1e50;

  /** So many numbers are interpreted before code is made. */
  private static final int WORTH_COMPILING = 2048;

  /**
   * Code that needs rows shares their indices with the block up to here, else it works on copies.
   */
  private static final int LONGEST_ROW = 4096;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final Steps program;
  private final Rows rows;
  private final boolean takesParameters;
  private int interpreted;
  private volatile Optional<ProgramCode> code;

  /**
   * A program.
   *
   * @param program the first input is x, the others are the parameters; the results are the value,
   *     the slope by x and the slopes by the parameters, as many of them as are computed
   */
  Program(Steps program, boolean takesParameters) {
    this.program = program;
    this.rows = Rows.of(program);
    this.takesParameters = takesParameters;
  }

  int size() {
    return program.steps().size();
  }

  Steps steps() {
    return program;
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
    Optional<ProgramCode> known = code;
    if (known == null && to - from > 1) {
      interpreted += to - from;
      if (interpreted > WORTH_COMPILING || interpreted < 0) {
        known = compiled();
      }
    }
    if (known != null && known.isPresent() && to - from > 1) {
      runCode(known.get(), x, parameters, y, slope, slopesBy, from, to);
    } else {
      interpret(x, parameters, y, slope, slopesBy, from, to);
    }
  }

  /** From now on no code is made of it. */
  void interpretAlways() {
    code = Optional.empty();
  }

  /** The code from here on, if there is a compiler that makes some. */
  private Optional<ProgramCode> compiled() {
    synchronized (program) {
      if (code == null) {
        code = CompilerChoice.running().flatMap(compiler -> compiler.compile(program));
      }
      return code;
    }
  }

  void interpret(
      double[] x,
      double[][] parameters,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    double[][] memory = SCRATCH.get().rows(rows.count(), CHUNK + Limit.PROBES);
    for (int at = from; at < to; at += CHUNK) {
      int n = Math.min(CHUNK, to - at);
      System.arraycopy(x, at, memory[0], 0, n);
      for (int k = 0; takesParameters && k < parameters.length; k++) {
        System.arraycopy(parameters[k], at, memory[1 + k], 0, n);
      }
      execute(memory, 0, n, false);
      boolean doubtful = hasNan(memory, n);
      if (doubtful) {
        execute(memory, 0, n, true);
      }
      for (int k = 0; k < rows.results().length; k++) {
        System.arraycopy(memory[rows.results()[k]], 0, target(k, y, slope, slopesBy), at, n);
      }
      if (doubtful) {
        lookNearer(memory, y, slope, slopesBy, at, n);
      }
    }
  }

  /** Runs code, on copies where a result is written over an input or a block is too long. */
  void runCode(
      ProgramCode code,
      double[] x,
      double[][] parameters,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    int inputs = program.inputs();
    int results = rows.results().length;
    int count = inputs + results + code.rows();
    Scratch scratch = SCRATCH.get();
    double[][] arrays = scratch.arrays(count);
    for (int k = 0; k < inputs; k++) {
      arrays[k] = k == 0 ? x : parameters[k - 1];
    }
    for (int k = 0; k < results; k++) {
      arrays[inputs + k] = target(k, y, slope, slopesBy);
    }
    if ((code.rows() == 0 || to <= LONGEST_ROW) && areDifferent(arrays, inputs, results)) {
      double[][] memory = scratch.rows(code.rows(), to);
      System.arraycopy(memory, 0, arrays, inputs + results, code.rows());
      int length = code.isOneLoop() ? Integer.MAX_VALUE : 2 * CHUNK;
      for (int at = from; at < to; ) {
        int end = to - at > length ? at + length : to;
        code.run(arrays, at, end);
        for (int k = 0; k < results; k++) {
          if (code.mayBeNan(k) && hasNan(arrays[inputs + k], at, end)) {
            interpret(x, parameters, y, slope, slopesBy, at, end);
            break;
          }
        }
        at = end;
      }
    } else {
      double[][] memory = scratch.rows(count, CHUNK);
      for (int at = from; at < to; at += CHUNK) {
        int n = Math.min(CHUNK, to - at);
        System.arraycopy(x, at, memory[0], 0, n);
        for (int k = 1; k < inputs; k++) {
          System.arraycopy(parameters[k - 1], at, memory[k], 0, n);
        }
        code.run(memory, 0, n);
        boolean doubtful = false;
        for (int k = 0; k < results; k++) {
          doubtful |= code.mayBeNan(k) && hasNan(memory[inputs + k], 0, n);
        }
        if (doubtful) {
          interpret(x, parameters, y, slope, slopesBy, at, at + n);
        } else {
          for (int k = 0; k < results; k++) {
            System.arraycopy(memory[inputs + k], 0, target(k, y, slope, slopesBy), at, n);
          }
        }
      }
    }
    for (int k = 0; k < count; k++) {
      arrays[k] = null;
    }
  }

  private static boolean areDifferent(double[][] arrays, int inputs, int results) {
    for (int k = inputs; k < inputs + results; k++) {
      for (int other = 0; other < k; other++) {
        if (arrays[other] == arrays[k]) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] target(int result, double[] y, double[] slope, double[][] slopesBy) {
    return result == 0 ? y : result == 1 ? slope : slopesBy[result - 2];
  }

  private boolean hasNan(double[][] memory, int n) {
    for (int row : rows.results()) {
      if (hasNan(memory[row], 0, n)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNan(double[] row, int from, int to) {
    return !LaneRows.areWithin(row, from, to, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private void lookNearer(
      double[][] memory, double[] y, double[] slope, double[][] slopesBy, int at, int n) {
    double[] x = memory[0];
    boolean any = false;
    for (int i = 0; i < n; i++) {
      double size = Math.abs(x[i]);
      if (size > Double.MAX_VALUE) {
        takeLimits(memory, y, slope, slopesBy, at, i);
      }
      boolean huge = size > FAR && size <= Double.MAX_VALUE;
      x[i] = huge ? Math.copySign(FAR, x[i]) : Double.NaN;
      any |= huge;
    }
    if (!any) {
      return;
    }
    execute(memory, 0, n, true);
    for (int k = 0; k < rows.results().length; k++) {
      double[] target = target(k, y, slope, slopesBy);
      double[] nearer = memory[rows.results()[k]];
      for (int i = 0; i < n; i++) {
        if (target[at + i] != target[at + i] && x[i] == x[i]) {
          target[at + i] = nearer[i];
        }
      }
    }
  }

  /** Sets results that are NaN at an infinite input to what they tend to. */
  private void takeLimits(
      double[][] memory, double[] y, double[] slope, double[][] slopesBy, int at, int i) {
    for (int input = 0; input < program.inputs(); input++) {
      Arrays.fill(memory[input], CHUNK, CHUNK + Limit.PROBES, memory[input][i]);
    }
    Limit.setProbes(memory[0], CHUNK);
    execute(memory, CHUNK, CHUNK + Limit.PROBES, false);
    long lost = 0;
    for (int k = 0; k < rows.results().length; k++) {
      lost |= Double.isNaN(memory[rows.results()[k]][CHUNK]) ? 1L << k : 0;
    }
    execute(memory, CHUNK, CHUNK + Limit.PROBES, true);
    for (int k = 0; k < rows.results().length; k++) {
      if ((lost >> k & 1) == 1) {
        target(k, y, slope, slopesBy)[at + i] = Limit.of(memory[rows.results()[k]], CHUNK);
      }
    }
  }

  private void execute(double[][] memory, int from, int to, boolean zeroFirst) {
    for (Step step : rows.steps()) {
      double[] u = memory[step.u()];
      double[] result = memory[step.result()];
      if (zeroFirst && step.operation() == Operation.MULTIPLY) {
        Loops.multiplyZeroFirst(u, memory[step.v()], result, from, to);
      } else if (zeroFirst && step.operation() == Operation.MULTIPLY_NUMBER) {
        Loops.multiplyZeroFirst(u, step.number(), result, from, to);
      } else {
        double[] v = memory[step.v()];
        double[] w = memory[step.w()];
        double[] second = memory[step.second()];
        Loops.run(step.operation(), u, v, w, result, second, step.number(), from, to);
      }
    }
  }
}
