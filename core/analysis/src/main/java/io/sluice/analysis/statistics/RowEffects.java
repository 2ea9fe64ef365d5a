package io.sluice.analysis.statistics;

/**
 * What the rows of a two-way table explain once each column has its own mean, in a model without
 * interaction.
 *
 * @param sumOfSquares explained by the rows after the columns
 * @param rank how many independent differences of rows the table can tell: the filled rows less the
 *     parts the table falls into where rows share no column
 */
record RowEffects(double sumOfSquares, int rank) {

  private static final double SINGULAR = 1e-9;

  /**
   * Eliminates the columns from the normal equations and solves for the rows. An equation that
   * depends on the ones before, which happens once for each part of the table, is passed over.
   */
  static RowEffects after(Moments[][] table, Moments[] ofRow, Moments[] ofColumn) {
    int rows = table.length;
    double[][] matrix = new double[rows][rows];
    double[] right = new double[rows];
    for (int i = 0; i < rows; i++) {
      matrix[i][i] = ofRow[i].count();
      for (int j = 0; j < ofColumn.length; j++) {
        double count = table[i][j].count();
        if (count == 0) {
          continue;
        }
        right[i] += count * (table[i][j].mean() - ofColumn[j].mean());
        double weight = count / ofColumn[j].count();
        for (int k = 0; k < rows; k++) {
          matrix[i][k] -= weight * table[k][j].count();
        }
      }
    }
    // The explained sum of squares is the sum of right² / pivot of the eliminated equations.
    double explained = 0;
    int rank = 0;
    for (int i = 0; i < rows; i++) {
      double pivot = matrix[i][i];
      if (!(pivot > SINGULAR * ofRow[i].count())) {
        continue;
      }
      rank++;
      explained += right[i] * right[i] / pivot;
      for (int k = i + 1; k < rows; k++) {
        double factor = matrix[k][i] / pivot;
        for (int m = i; m < rows; m++) {
          matrix[k][m] -= factor * matrix[i][m];
        }
        right[k] -= factor * right[i];
      }
    }
    return new RowEffects(explained, rank);
  }
}
