package io.sluice.engine.study;

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

  private final double[][] inputs;
  private final double[][] outputs;

  private Dataset(double[][] inputs, double[][] outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
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
    return new Dataset(copy("inputs", inputs), copy("outputs", outputs));
  }

  private static double[][] copy(String what, double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      copy[row] = rows[row].clone();
      if (copy[row].length == 0 || copy[row].length != copy[0].length) {
        throw new IllegalArgumentException(
            what + " of row " + row + " has " + copy[row].length + " numbers, not like row 0");
      }
      for (double number : copy[row]) {
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException(what + " of row " + row + " contains " + number);
        }
      }
    }
    return copy;
  }

  /** Some of the rows, in the order given. */
  public Dataset select(int[] rows) {
    double[][] someInputs = new double[rows.length][];
    double[][] someOutputs = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      someInputs[i] = inputs[rows[i]];
      someOutputs[i] = outputs[rows[i]];
    }
    return of(someInputs, someOutputs);
  }

  /** The same rows with other numbers: first the inputs row by row, then the outputs. */
  public Dataset change(Change changeOfInputs, Change changeOfOutputs) {
    return of(changed(inputs, changeOfInputs), changed(outputs, changeOfOutputs));
  }

  private static double[][] changed(double[][] rows, Change change) {
    double[][] changed = new double[rows.length][rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < changed[row].length; column++) {
        changed[row][column] = change.of(column, rows[row][column]);
      }
    }
    return changed;
  }

  /** How many examples there are. */
  public int rows() {
    return inputs.length;
  }

  /** How many inputs an example has. */
  public int inputs() {
    return inputs[0].length;
  }

  /** How many outputs an example has. */
  public int outputs() {
    return outputs[0].length;
  }

  /** One input of one example. */
  public double input(int row, int column) {
    return inputs[row][column];
  }

  /** One output of one example. */
  public double output(int row, int column) {
    return outputs[row][column];
  }
}
