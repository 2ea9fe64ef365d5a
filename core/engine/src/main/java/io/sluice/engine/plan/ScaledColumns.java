package io.sluice.engine.plan;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Scaling;
import java.util.function.IntConsumer;

/**
 * For each column what is subtracted and what it is then divided by, both of numbers times 2^shift:
 * of this size neither squares nor differences overflow or underflow, whatever the column's own.
 */
record ScaledColumns(int[] shifts, double[] subtrahends, double[] divisors)
    implements Dataset.Change {

  /**
   * Numbers that differ by no more than this part of the largest are equal but for rounding, 8
   * units in its last place at most.
   */
  static final double ROUNDING = 0x1p-49;

  /** The numbers of some rows. */
  @FunctionalInterface
  interface Numbers {
    double at(int row, int column);
  }

  /**
   * Looks at all rows.
   *
   * @param almostConstant is told the columns whose numbers differ by no more than rounding
   */
  static Dataset.Change fit(
      Scaling scaling, int rows, int columns, Numbers numbers, IntConsumer almostConstant) {
    if (scaling == Scaling.NONE) {
      return Dataset.Change.NONE;
    }
    ScaledColumns fitted =
        new ScaledColumns(new int[columns], new double[columns], new double[columns]);
    for (int column = 0; column < columns; column++) {
      if (fitted.look(scaling, rows, column, numbers)) {
        almostConstant.accept(column);
      }
    }
    return fitted;
  }

  /**
   * Equal numbers are told by their ends: a computed mean need not be exact.
   *
   * @return whether they differ, but by no more than rounding
   */
  private boolean look(Scaling scaling, int rows, int column, Numbers numbers) {
    double least = numbers.at(0, column);
    double greatest = least;
    for (int row = 0; row < rows; row++) {
      least = Math.min(least, numbers.at(row, column));
      greatest = Math.max(greatest, numbers.at(row, column));
    }
    double largest = Math.max(Math.abs(least), Math.abs(greatest));
    shifts[column] = largest == 0 ? 0 : -exponent(largest);
    subtrahends[column] = shifted(column, least);
    divisors[column] = shifted(column, greatest) - subtrahends[column];
    if (divisors[column] <= ROUNDING * shifted(column, largest)) {
      shifts[column] = 0;
      subtrahends[column] = least;
      divisors[column] = 1;
      return greatest > least;
    }
    if (scaling == Scaling.STANDARDISE) {
      double[] shifted = new double[rows];
      for (int row = 0; row < rows; row++) {
        shifted[row] = shifted(column, numbers.at(row, column));
      }
      subtrahends[column] = mean(shifted);
      divisors[column] = deviation(shifted, subtrahends[column]);
    }
    return false;
  }

  private static int exponent(double number) {
    return number < Double.MIN_NORMAL
        ? Math.getExponent(number * 0x1p60) - 60
        : Math.getExponent(number);
  }

  private double shifted(int column, double number) {
    return Math.scalb(number, shifts[column]);
  }

  /** The sum, with what rounding each addition lost, over the number of rows. */
  private static double mean(double[] numbers) {
    double sum = 0;
    double lost = 0;
    for (double number : numbers) {
      double next = sum + number;
      lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
      sum = next;
    }
    return (sum + lost) / numbers.length;
  }

  /**
   * The root of the mean square of deviations over the largest of them, less what rounding the mean
   * adds.
   */
  private static double deviation(double[] numbers, double mean) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number - mean));
    }
    double squares = 0;
    double sum = 0;
    for (double number : numbers) {
      double share = (number - mean) / largest;
      squares += share * share;
      sum += share;
    }
    double rest = sum / numbers.length;
    return largest * Math.sqrt(squares / numbers.length - rest * rest);
  }

  @Override
  public double of(int column, double number) {
    return (shifted(column, number) - subtrahends[column]) / divisors[column];
  }
}
