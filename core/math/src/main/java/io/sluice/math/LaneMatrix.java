package io.sluice.math;

/**
 * A window on a block: matrices that lie in it, one for each lane or one that all lanes share.
 * Element (m, n) is {@code numbers[at(m, n) + lane]}, without the lane if it is shared. Whoever
 * multiplies moves its windows to where the factors are, so that no product makes an object.
 */
public final class LaneMatrix {

  private double[] numbers = {};
  private int from;
  private int rows;
  private int columns;
  private int rowStep;
  private int columnStep;
  private boolean shared;

  /**
   * Moves the window to a matrix for each lane.
   *
   * @param block holds the matrices
   * @param first index of the first element, in the first lane
   * @param height how many rows
   * @param width how many columns
   * @param toNextRow from a row to the next
   * @param toNextColumn from a column to the next
   */
  public LaneMatrix ofLanes(
      double[] block, int first, int height, int width, int toNextRow, int toNextColumn) {
    if ((height | width) < 0) {
      throw new IllegalArgumentException("no matrix of " + height + " × " + width);
    }
    numbers = block;
    from = first;
    rows = height;
    columns = width;
    rowStep = toNextRow;
    columnStep = toNextColumn;
    shared = false;
    return this;
  }

  /** Moves the window to one matrix for all lanes; see {@link #ofLanes}. */
  public LaneMatrix ofAll(
      double[] block, int first, int height, int width, int toNextRow, int toNextColumn) {
    ofLanes(block, first, height, width, toNextRow, toNextColumn);
    shared = true;
    return this;
  }

  /** Exchanges rows and columns. */
  public LaneMatrix transpose() {
    int height = rows;
    rows = columns;
    columns = height;
    int toNextRow = rowStep;
    rowStep = columnStep;
    columnStep = toNextRow;
    return this;
  }

  /** The block that is looked at. */
  public double[] numbers() {
    return numbers;
  }

  /** The index of an element, in the first lane. */
  public int at(int row, int column) {
    return from + row * rowStep + column * columnStep;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** How many columns there are. */
  public int columns() {
    return columns;
  }

  /** From a row to the next. */
  public int rowStep() {
    return rowStep;
  }

  /** From a column to the next. */
  public int columnStep() {
    return columnStep;
  }

  /** Whether all lanes have the same matrix. */
  public boolean isShared() {
    return shared;
  }

  /** Such as {@code 3 × 4}. */
  @Override
  public String toString() {
    return rows + " × " + columns + (shared ? " of all lanes" : "");
  }
}
