package io.sluice.activations;

import java.util.Arrays;

/**
 * Polynomials c[from] + c[from + 1] x + ... + c[to - 1] x^(to - 1 - from), by Horner's rule in two
 * numbers: what each product and sum loses is summed beside the result, so that the value keeps its
 * last places where the terms cancel.
 */
final class Polynomial {

  private Polynomial() {}

  /** The value of the polynomial with all these coefficients, lowest first. */
  static double value(double[] c, double x) {
    return value(c, 0, c.length, x);
  }

  /** The value of the polynomial with some of these coefficients. */
  static double value(double[] c, int from, int to, double x) {
    int top = top(c, from, to);
    double sum = Double.isNaN(x) ? x : c[top];
    double lost = 0;
    for (int k = top - 1; k >= from; k--) {
      double product = sum * x;
      double productLost = Math.fma(sum, x, -product);
      sum = product + c[k];
      double back = sum - product;
      double sumLost = (product - (sum - back)) + (c[k] - back);
      lost = Math.fma(lost, x, productLost + sumLost);
    }
    return Math.abs(lost) <= Double.MAX_VALUE ? sum + lost : sum;
  }

  /** The slope of that polynomial. */
  static double slope(double[] c, int from, int to, double x) {
    int top = top(c, from, to);
    if (top == from) {
      return Step.defined(x, 0);
    }
    double sum = (top - from) * c[top];
    double lost = 0;
    for (int k = top - 1; k > from; k--) {
      double term = (k - from) * c[k];
      double product = sum * x;
      double productLost = Math.fma(sum, x, -product);
      sum = product + term;
      double back = sum - product;
      lost = Math.fma(lost, x, productLost + (product - (sum - back)) + (term - back));
    }
    return Step.defined(x, Math.abs(lost) <= Double.MAX_VALUE ? sum + lost : sum);
  }

  /** Where the highest coefficient other than zero is. */
  private static int top(double[] c, int from, int to) {
    int top = to - 1;
    while (top > from && c[top] == 0) {
      top--;
    }
    return top;
  }

  /** Where the polynomial changes its sign, ascending. */
  static double[] signChanges(double... c) {
    int top = top(c, 0, c.length);
    if (top == 0) {
      return new double[0];
    }
    double[] slope = new double[top];
    double bound = 1;
    for (int k = 1; k <= top; k++) {
      slope[k - 1] = k * c[k];
      bound = Math.max(bound, 1 + Math.abs(c[k - 1] / c[top]));
    }
    double[] turns = signChanges(slope);
    double[] changes = new double[top];
    int count = 0;
    for (int i = 0; i <= turns.length; i++) {
      double low = i == 0 ? -2 * bound : turns[i - 1];
      double high = i == turns.length ? 2 * bound : turns[i];
      double atLow = value(c, low);
      double atHigh = value(c, high);
      if (atLow * atHigh < 0) {
        changes[count++] = between(c, low, high, atLow < 0);
      }
    }
    return Arrays.copyOf(changes, count);
  }

  private static double between(double[] c, double from, double to, boolean rises) {
    double low = from;
    double high = to;
    double middle = low + (high - low) / 2;
    while (middle > low && middle < high) {
      if (value(c, middle) < 0 == rises) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return value(c, high) == 0 ? high : low;
  }
}
