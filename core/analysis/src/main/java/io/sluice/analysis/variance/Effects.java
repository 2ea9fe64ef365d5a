package io.sluice.analysis.variance;

/**
 * Splits numbers, one for each cell, into the parts of the terms of a design. A part comes as
 * coordinates of an orthonormal basis: the sum of the squares of all its coordinates is the mean
 * square of the part over the cells.
 */
interface Effects {

  /** How many coordinates a term has: not fewer than its degrees of freedom. */
  int coordinates(int term);

  /** The degrees of freedom of a term; 0 if it cannot be told from others. */
  int degrees(int term);

  /**
   * The parts of {@code y}.
   *
   * @param y one number for each cell
   * @param parts for each term its coordinates, which are filled in
   */
  void split(double[] y, double[][] parts);

  /** The way that suits the design. */
  static Effects of(Design design) {
    return design.isComplete() ? new CompleteEffects(design) : new AdjustedEffects(design);
  }
}
