package io.sluice.spi;

/**
 * Where a number stands in a block: {@code [parameter][lane]} in one flat array, with the lanes of
 * a parameter side by side. A lane is one independent trial, or one member of a population. All
 * blocks of one layout are indexed alike:
 *
 * <pre>{@code
 * for (int p = 0; p < layout.parameters(); p++) {
 *   int row = layout.row(p);
 *   for (int lane = 0; lane < lanes; lane++) {
 *     weights[row + lane] += updates[row + lane];
 *   }
 * }
 * }</pre>
 *
 * @param parameters how many rows
 * @param stride how many places a row has; at least the number of lanes in use
 * @param offset where the first row begins, which the engine uses for alignment
 */
public record BlockLayout(int parameters, int stride, int offset) {

  public BlockLayout {
    if (parameters < 1
        || stride < 1
        || offset < 0
        || offset + (long) parameters * stride > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "no block of " + parameters + " x " + stride + " from index " + offset);
    }
  }

  /** The index of lane 0 of the parameter. */
  public int row(int parameter) {
    return offset + parameter * stride;
  }

  /** The length an array of this layout must have. */
  public int length() {
    return offset + parameters * stride;
  }

  /** A new array of this layout, filled with zeros. */
  public double[] newBlock() {
    return new double[length()];
  }
}
