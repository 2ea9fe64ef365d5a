package io.sluice.analysis.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The effects of any design, by least squares: the part of a term is what it explains beyond all
 * terms that do not contain it (sums of squares of type II). Terms that cannot be told from others
 * have no degrees of freedom.
 *
 * <p>Each cell counts once. The columns of a model are indicators of groups; a Cholesky
 * factorisation of their cross-products, the term's own columns last, gives its coordinates.
 * Columns that depend on former ones are left out.
 */
final class AdjustedEffects implements Effects {

  /** More columns than this would take too long; then only factors are analysed, not pairs. */
  static final int MOST_COLUMNS = 1200;

  private static final double DEPENDENT = 1e-9;

  private final int cells;
  private final List<Term> terms;
  private final List<Model> models = new ArrayList<>();

  AdjustedEffects(Design design) {
    cells = design.cells();
    terms = design.terms();
    int columns = 1 + terms.stream().mapToInt(Term::groups).sum();
    for (Term term : terms) {
      List<Term> others = new ArrayList<>();
      for (Term other : terms) {
        boolean left = columns > MOST_COLUMNS && other.isInteraction();
        if (other != term && !left && !design.isBelow(term, other)) {
          others.add(other);
        }
      }
      models.add(
          columns > MOST_COLUMNS && term.isInteraction()
              ? Model.empty()
              : new Model(cells, others, term));
    }
  }

  @Override
  public int coordinates(int term) {
    return models.get(term).own();
  }

  @Override
  public int degrees(int term) {
    return models.get(term).own();
  }

  @Override
  public void split(double[] y, double[][] parts) {
    for (int t = 0; t < parts.length; t++) {
      models.get(t).coordinates(y, parts[t]);
    }
  }

  /** The factorised model of one term. */
  private static final class Model {
    private final int cells;
    private final int[][] columns;
    private final int[] kept;
    private final double[][] lower;
    private final int before;
    private final int width;

    static Model empty() {
      return new Model();
    }

    private Model() {
      cells = 0;
      columns = new int[0][];
      kept = new int[0];
      lower = new double[0][];
      before = 0;
      width = 0;
    }

    /** {@code columns[cell]} has the columns that are 1 in that cell. */
    Model(int cells, List<Term> others, Term term) {
      this.cells = cells;
      this.columns = new int[cells][others.size() + 2];
      int offset = 1;
      for (int i = 0; i < others.size(); i++) {
        for (int cell = 0; cell < cells; cell++) {
          columns[cell][i + 1] = offset + others.get(i).group()[cell];
        }
        offset += others.get(i).groups();
      }
      for (int cell = 0; cell < cells; cell++) {
        columns[cell][others.size() + 1] = offset + term.group()[cell];
      }
      width = offset + term.groups();
      double[][] products = new double[width][width];
      for (int[] ones : columns) {
        for (int a : ones) {
          for (int b : ones) {
            products[a][b]++;
          }
        }
      }
      List<Integer> independent = new ArrayList<>();
      List<double[]> rows = new ArrayList<>();
      int first = 0;
      for (int column = 0; column < width; column++) {
        if (column == offset) {
          first = rows.size();
        }
        double[] row = new double[rows.size() + 1];
        double rest = products[column][column];
        for (int k = 0; k < rows.size(); k++) {
          double sum = products[column][independent.get(k)];
          double[] other = rows.get(k);
          for (int m = 0; m < k; m++) {
            sum -= row[m] * other[m];
          }
          row[k] = sum / other[k];
          rest -= row[k] * row[k];
        }
        if (rest > DEPENDENT * products[column][column]) {
          row[rows.size()] = Math.sqrt(rest);
          rows.add(row);
          independent.add(column);
        }
      }
      before = first;
      kept = independent.stream().mapToInt(Integer::intValue).toArray();
      lower = rows.toArray(double[][]::new);
    }

    int own() {
      return lower.length - before;
    }

    /** Forward substitution of the columns' sums; the last of it are the term's coordinates. */
    void coordinates(double[] y, double[] own) {
      if (own.length == 0) {
        return;
      }
      double[] sums = new double[width];
      for (int cell = 0; cell < cells; cell++) {
        for (int column : columns[cell]) {
          sums[column] += y[cell];
        }
      }
      double[] z = new double[lower.length];
      for (int k = 0; k < z.length; k++) {
        double sum = sums[kept[k]];
        for (int m = 0; m < k; m++) {
          sum -= lower[k][m] * z[m];
        }
        z[k] = sum / lower[k][k];
      }
      double scale = 1 / Math.sqrt(cells);
      for (int i = 0; i < own.length; i++) {
        own[i] = z[before + i] * scale;
      }
      assert Arrays.stream(own).allMatch(Double::isFinite);
    }
  }
}
