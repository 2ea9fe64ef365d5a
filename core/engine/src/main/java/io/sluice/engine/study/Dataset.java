package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Interval;
import java.util.Arrays;

/** Examples: rows of inputs with the outputs they should give. All numbers are finite. */
public final class Dataset {

  /** What becomes of a number. */
  @FunctionalInterface
  public interface Change {

    /** Nothing. */
    Change NONE = (column, number) -> number;

    /** The number instead of this one. */
    double of(int column, double number);
  }

  /** Where numbers come from. */
  @FunctionalInterface
  public interface Numbers {

    /** The number in this row and column, both from 0 on. */
    double at(int row, int column);
  }

  private final int rows;
  private final int inputs;
  private final int outputs;

  /** Row by row. */
  private final double[] inputNumbers;

  /** Row by row. */
  private final double[] outputNumbers;

  /** The numbers of the rows in the data they were selected from; null if those are their own. */
  private final int[] rowNumbers;

  private Dataset(
      int rows,
      int inputs,
      double[] inputNumbers,
      int outputs,
      double[] outputNumbers,
      int[] rowNumbers) {
    this.rowNumbers = rowNumbers;
    this.rows = rows;
    this.inputs = inputs;
    this.inputNumbers = inputNumbers;
    this.outputs = outputs;
    this.outputNumbers = outputNumbers;
  }

  /**
   * A copy of these rows.
   *
   * @param inputs {@code [row][input]}
   * @param outputs {@code [row][output]}
   */
  public static Dataset of(double[][] inputs, double[][] outputs) {
    if (inputs.length == 0 || inputs.length != outputs.length) {
      throw new IllegalArgumentException(
          "data need as many rows of inputs as of outputs, at least one, not "
              + inputs.length
              + " and "
              + outputs.length);
    }
    return of(
        inputs.length,
        width("inputs", inputs),
        (row, column) -> inputs[row][column],
        width("outputs", outputs),
        (row, column) -> outputs[row][column]);
  }

  /** As many rows and columns of these numbers: every input is asked for once, then the outputs. */
  public static Dataset of(
      int rows, int inputs, Numbers inputNumbers, int outputs, Numbers outputNumbers) {
    return of(rows, inputs, inputNumbers, outputs, outputNumbers, null);
  }

  private static Dataset of(
      int rows,
      int inputs,
      Numbers inputNumbers,
      int outputs,
      Numbers outputNumbers,
      int[] rowNumbers) {
    if (rows < 1 || inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "data need rows, inputs and outputs, at least one of each, not "
              + rows
              + ", "
              + inputs
              + " and "
              + outputs);
    }
    return new Dataset(
        rows,
        inputs,
        numbers("inputs", rows, inputs, inputNumbers),
        outputs,
        numbers("outputs", rows, outputs, outputNumbers),
        rowNumbers);
  }

  private static int width(String what, double[][] rows) {
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length == 0 || rows[row].length != rows[0].length) {
        throw new IllegalArgumentException(
            what + " of row " + row + " has " + rows[row].length + " numbers, not like row 0");
      }
    }
    return rows[0].length;
  }

  private static double[] numbers(String what, int rows, int columns, Numbers source) {
    double[] numbers = new double[Math.multiplyExact(rows, columns)];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double number = source.at(row, column);
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException(
              what + " of row " + row + " contains " + NumberText.of(number));
        }
        numbers[row * columns + column] = number;
      }
    }
    return numbers;
  }

  /** Some of the rows, in the order given. */
  public Dataset select(int[] some) {
    return of(
        some.length,
        inputs,
        (row, column) -> input(some[row], column),
        outputs,
        (row, column) -> output(some[row], column),
        Arrays.stream(some).map(this::number).toArray());
  }

  /** The number, from 0 on, of a row in the data that the rows were selected from. */
  public int number(int row) {
    return rowNumbers == null ? row : rowNumbers[row];
  }

  /** The same rows with other numbers: first the inputs row by row, then the outputs. */
  public Dataset change(Change changeOfInputs, Change changeOfOutputs) {
    return of(
        rows,
        inputs,
        (row, column) -> changeOfInputs.of(column, input(row, column)),
        outputs,
        (row, column) -> changeOfOutputs.of(column, output(row, column)),
        rowNumbers);
  }

  /** The same rows and outputs with other inputs, as many as there are columns of these numbers. */
  public Dataset withInputs(int count, Numbers numbers) {
    return of(rows, count, numbers, outputs, this::output, rowNumbers);
  }

  /** How many examples there are. */
  public int rows() {
    return rows;
  }

  /** How many inputs an example has. */
  public int inputs() {
    return inputs;
  }

  /** How many outputs an example has. */
  public int outputs() {
    return outputs;
  }

  /** How many numbers there are in all. */
  public long numbers() {
    return (long) inputNumbers.length + outputNumbers.length;
  }

  /** One input of one example. */
  public double input(int row, int column) {
    return inputNumbers[row * inputs + column];
  }

  /** One output of one example. */
  public double output(int row, int column) {
    return outputNumbers[row * outputs + column];
  }

  /** From the least to the greatest of the outputs in these rows. */
  public Interval targets() {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      for (int output = 0; output < outputs; output++) {
        least = Math.min(least, output(row, output));
        greatest = Math.max(greatest, output(row, output));
      }
    }
    return Interval.closed(least, greatest);
  }
}
