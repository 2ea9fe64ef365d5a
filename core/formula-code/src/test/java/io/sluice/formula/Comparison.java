package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A program and its code, over blocks of awkward sizes: some of usual numbers, and some in which
 * one number in eight is NaN, infinite, a zero, a kink, tiny or huge.
 */
final class Comparison {

  private static final int[] SIZES = {0, 1, 2, 7, 255, 256, 257, 1000, 5000};

  private static final double[] SPECIAL = {
    Double.NaN,
    0.0,
    -0.0,
    1,
    -1,
    0.75,
    1.5,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    0x1p-1040,
    -0x1p-1040,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1e60,
    -1e60,
    1e160,
    -710,
    710,
    -746,
    -40,
    37.5,
    1e-9,
    -1e-9
  };

  private final Program program;
  private final ProgramCode code;
  private final int inputs;
  private final int results;

  Comparison(Program program, ProgramCode code) {
    this.program = program;
    this.code = code;
    this.inputs = program.steps().inputs();
    this.results = program.steps().results().size();
  }

  /** Through the door, from two places of the arrays. */
  void compareBlocks() {
    for (int size : SIZES) {
      for (int from : new int[] {0, 3}) {
        for (boolean special : new boolean[] {false, true}) {
          double[][] arrays = arrays(from + size + 1, special);
          double[][] others = copies(arrays);
          interpret(arrays, from, from + size);
          run(others, from, from + size);
          compare(others, arrays, size + " numbers from " + from);
        }
      }
    }
  }

  /** Each result over each input in turn. */
  void compareOverInputs() {
    for (int input = 0; input < inputs; input++) {
      for (int result = 0; result < results; result++) {
        double[][] arrays = arrays(300, true);
        double[][] others = copies(arrays);
        arrays[inputs + result] = arrays[input];
        others[inputs + result] = others[input];
        interpret(arrays, 0, 300);
        run(others, 0, 300);
        compare(others, arrays, "result " + result + " over input " + input);
      }
    }
  }

  /** Without the interpreter to mend what is NaN. */
  void compareCodeAlone() {
    for (boolean special : new boolean[] {false, true}) {
      int size = 2000;
      double[][] arrays = arrays(size, special);
      double[][] others = Arrays.copyOf(copies(arrays), inputs + results + code.rows());
      for (int row = inputs + results; row < others.length; row++) {
        others[row] = new double[size];
      }
      interpret(arrays, 0, size);
      code.run(others, 0, size);
      for (int result = 0; result < results; result++) {
        for (int i = 0; i < size; i++) {
          double expected = arrays[inputs + result][i];
          double actual = others[inputs + result][i];
          if (Double.isNaN(actual) && !Double.isNaN(expected)) {
            assertThat(code.mayBeNan(result) || isNanAmongInputs(arrays, i)).isTrue();
          } else if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
            assertThat(actual).as("result %s at %s", result, at(arrays, i)).isEqualTo(expected);
          }
        }
      }
    }
  }

  private String at(double[][] arrays, int i) {
    return Arrays.toString(
        Arrays.stream(arrays).limit(inputs).mapToDouble(array -> array[i]).toArray());
  }

  private boolean isNanAmongInputs(double[][] arrays, int i) {
    return Arrays.stream(arrays).limit(inputs).anyMatch(array -> Double.isNaN(array[i]));
  }

  private void interpret(double[][] arrays, int from, int to) {
    program.interpret(
        arrays[0], parameters(arrays), y(arrays), slope(arrays), slopesBy(arrays), from, to);
  }

  private void run(double[][] arrays, int from, int to) {
    program.runCode(
        code, arrays[0], parameters(arrays), y(arrays), slope(arrays), slopesBy(arrays), from, to);
  }

  private double[][] parameters(double[][] arrays) {
    return Arrays.copyOfRange(arrays, 1, inputs);
  }

  private double[] y(double[][] arrays) {
    return arrays[inputs];
  }

  private double[] slope(double[][] arrays) {
    return results > 1 ? arrays[inputs + 1] : null;
  }

  private double[][] slopesBy(double[][] arrays) {
    return results > 2 ? Arrays.copyOfRange(arrays, inputs + 2, arrays.length) : null;
  }

  private double[][] arrays(int length, boolean special) {
    SplittableRandom random = new SplittableRandom(length);
    double[][] arrays = new double[inputs + results][length];
    for (int k = 0; k < inputs; k++) {
      for (int i = 0; i < length; i++) {
        arrays[k][i] =
            special && random.nextInt(8) == 0
                ? SPECIAL[random.nextInt(SPECIAL.length)]
                : k == 0 ? 8 * random.nextDouble() - 4 : 0.1 + random.nextDouble();
      }
    }
    return arrays;
  }

  private static double[][] copies(double[][] arrays) {
    return Arrays.stream(arrays).map(double[]::clone).toArray(double[][]::new);
  }

  private static void compare(double[][] actual, double[][] expected, String what) {
    for (int k = 0; k < expected.length; k++) {
      assertThat(bits(actual[k])).as("array %s, %s", k, what).isEqualTo(bits(expected[k]));
    }
  }

  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
  }
}
