package io.sluice.analysis.statistics;

import io.sluice.analysis.Distributions;

/**
 * Analysis of variance with two categorical factors and their interaction, from the moments of each
 * cell of the table. Sums of squares are of type II: each factor after the other one, the
 * interaction after both. Cells may differ in size and may be empty; in a balanced table the four
 * sums of squares add up to the total.
 *
 * @param first the factor of the rows
 * @param second the factor of the columns
 * @param interaction what the two do together beyond their sum
 * @param residual what is left within the cells
 * @param total the sum of squares around the grand mean
 * @param count how many values there are
 */
public record TwoWayVariance(
    Term first, Term second, Term interaction, Residual residual, double total, double count) {

  /**
   * What is left within the cells.
   *
   * @param sumOfSquares around the mean of each cell
   * @param degrees degrees of freedom: values − filled cells
   */
  public record Residual(double sumOfSquares, double degrees) {
    /** The variance within a cell; NaN if each cell has one value only. */
    public double meanSquare() {
      return sumOfSquares / degrees;
    }
  }

  /**
   * A source of variance.
   *
   * @param sumOfSquares of type II, not negative
   * @param degrees degrees of freedom
   * @param residual what it is judged against
   * @param total the sum of squares around the grand mean
   */
  public record Term(double sumOfSquares, double degrees, Residual residual, double total) {
    /** SS / SS_total. */
    public double etaSquared() {
      return sumOfSquares / total;
    }

    /** SS / (SS + SS_residual). */
    public double partialEtaSquared() {
      return sumOfSquares / (sumOfSquares + residual.sumOfSquares());
    }

    /** (SS − df·MSE) / (SS_total + MSE), less biased than η²; may be negative. */
    public double omegaSquared() {
      double error = residual.meanSquare();
      return (sumOfSquares - degrees * error) / (total + error);
    }

    /** (SS / df) / MSE; NaN without degrees of freedom. */
    public double f() {
      return sumOfSquares / degrees / residual.meanSquare();
    }

    /** The probability of an F at least this large if the source had no effect. */
    public double p() {
      return Distributions.upperTailOfF(f(), degrees, residual.degrees());
    }
  }

  /**
   * The analysis of a table.
   *
   * @param table {@code table[i][j]} has the values at level i of the first and level j of the
   *     second factor; all rows equally long
   */
  public static TwoWayVariance of(Moments[][] table) {
    return table.length <= table[0].length ? analyse(table) : analyse(transposed(table)).swapped();
  }

  private TwoWayVariance swapped() {
    return new TwoWayVariance(second, first, interaction, residual, total, count);
  }

  private static Moments[][] transposed(Moments[][] table) {
    Moments[][] turned = new Moments[table[0].length][table.length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        turned[j][i] = table[i][j];
      }
    }
    return turned;
  }

  /** The equations have as many unknowns as there are rows, so these should be the fewer. */
  private static TwoWayVariance analyse(Moments[][] table) {
    int rows = table.length;
    int columns = table[0].length;
    Moments all = new Moments();
    Moments[] ofRow = new Moments[rows];
    Moments[] ofColumn = new Moments[columns];
    double within = 0;
    int filled = 0;
    for (int i = 0; i < rows; i++) {
      ofRow[i] = new Moments();
      for (int j = 0; j < columns; j++) {
        Moments cell = table[i][j];
        if (ofColumn[j] == null) {
          ofColumn[j] = new Moments();
        }
        all.merge(cell);
        ofRow[i].merge(cell);
        ofColumn[j].merge(cell);
        within += cell.squares();
        filled += cell.count() > 0 ? 1 : 0;
      }
    }
    double center = all.mean();
    double between = 0;
    for (Moments[] row : table) {
      for (Moments cell : row) {
        between += squareAround(center, cell);
      }
    }
    double rowsAlone = 0;
    int rowLevels = 0;
    for (Moments row : ofRow) {
      rowsAlone += squareAround(center, row);
      rowLevels += row.count() > 0 ? 1 : 0;
    }
    double columnsAlone = 0;
    int columnLevels = 0;
    for (Moments column : ofColumn) {
      columnsAlone += squareAround(center, column);
      columnLevels += column.count() > 0 ? 1 : 0;
    }
    RowEffects adjusted = RowEffects.after(table, ofRow, ofColumn);
    double rowsAfter = Math.max(0, adjusted.sumOfSquares());
    double columnsAfter = Math.max(0, columnsAlone + rowsAfter - rowsAlone);
    double together = Math.max(0, between - columnsAlone - rowsAfter);
    int separate = rowLevels - adjusted.rank();
    Residual residual = new Residual(within, all.count() - filled);
    double total = all.squares();
    return new TwoWayVariance(
        new Term(rowsAfter, adjusted.rank(), residual, total),
        new Term(columnsAfter, columnLevels - separate, residual, total),
        new Term(together, filled - adjusted.rank() - columnLevels, residual, total),
        residual,
        total,
        all.count());
  }

  private static double squareAround(double center, Moments moments) {
    double apart = moments.mean() - center;
    return moments.count() * apart * apart;
  }
}
