package io.sluice.engine.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * What columns of numbers span: an orthonormal basis by the modified method of Gram and Schmidt,
 * each column going through it twice, after which nothing but rounding is left (Giraud, Langou and
 * Rozložník 2005). A column that depends on those before it, up to 1e-12 of its length, adds
 * nothing.
 */
final class Span {

  private static final double DEPENDENT = 1e-12;

  private final List<double[]> basis = new ArrayList<>();

  /** For each of the basis its column in terms of the basis up to it. */
  private final List<double[]> factors = new ArrayList<>();

  private final List<Integer> independent = new ArrayList<>();
  private final int columns;

  Span(List<double[]> columns) {
    this.columns = columns.size();
    for (int column = 0; column < columns.size(); column++) {
      double[] rest = columns.get(column).clone();
      double length = Math.sqrt(product(rest, rest));
      double[] factor = parts(rest);
      double left = Math.sqrt(product(rest, rest));
      if (left > DEPENDENT * length) {
        for (int i = 0; i < rest.length; i++) {
          rest[i] /= left;
        }
        factor[basis.size()] = left;
        basis.add(rest);
        factors.add(factor);
        independent.add(column);
      }
    }
  }

  /** How many columns are independent. */
  int size() {
    return basis.size();
  }

  /** One of the orthonormal columns, first column first. */
  double[] basis(int number) {
    return basis.get(number);
  }

  /** What is left of a column when all that the others span is taken away. */
  double[] rest(double[] column) {
    double[] rest = column.clone();
    parts(rest);
    return rest;
  }

  /** The factor of each column in what comes closest to another; 0 of those that add nothing. */
  double[] factors(double[] column) {
    double[] right = parts(column.clone());
    double[] result = new double[columns];
    for (int k = size() - 1; k >= 0; k--) {
      double sum = right[k];
      for (int later = k + 1; later < size(); later++) {
        sum -= factors.get(later)[k] * result[independent.get(later)];
      }
      result[independent.get(k)] = sum / factors.get(k)[k];
    }
    return result;
  }

  /** Takes from a column its part in each of the basis, and says how large that was. */
  private double[] parts(double[] rest) {
    double[] parts = new double[size() + 1];
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < size(); k++) {
        double[] direction = basis.get(k);
        double part = product(direction, rest);
        parts[k] += part;
        for (int i = 0; i < rest.length; i++) {
          rest[i] -= part * direction[i];
        }
      }
    }
    return parts;
  }

  static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
