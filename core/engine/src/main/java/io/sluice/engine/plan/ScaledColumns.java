package io.sluice.engine.plan;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Scaling;
import io.sluice.engine.text.NumberText;

/** For each column what is subtracted and what it is then divided by. */
record ScaledColumns(double[] subtrahends, double[] divisors) implements Dataset.Change {

  /** The numbers of some rows. */
  @FunctionalInterface
  interface Numbers {
    double at(int row, int column);
  }

  /**
   * Looks at all rows.
   *
   * @throws IllegalArgumentException if the numbers of a column are too far apart
   */
  static Dataset.Change fit(Scaling scaling, int rows, int columns, Numbers numbers) {
    if (scaling == Scaling.NONE) {
      return Dataset.Change.NONE;
    }
    ScaledColumns fitted = new ScaledColumns(new double[columns], new double[columns]);
    for (int column = 0; column < columns; column++) {
      fitted.look(scaling, rows, column, numbers);
    }
    return fitted;
  }

  /** Equal numbers are told by their ends: a computed mean need not be exact. */
  private void look(Scaling scaling, int rows, int column, Numbers numbers) {
    double least = numbers.at(0, column);
    double greatest = least;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double number = numbers.at(row, column);
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
      sum += number;
    }
    double subtrahend = least;
    double divisor = greatest - least;
    if (divisor > 0 && scaling == Scaling.STANDARDISE) {
      subtrahend = sum / rows;
      divisor = deviation(subtrahend, rows, column, numbers);
    }
    if (!(divisor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "numbers from "
              + NumberText.of(least)
              + " to "
              + NumberText.of(greatest)
              + " are too far apart");
    }
    subtrahends[column] = subtrahend;
    divisors[column] = divisor == 0 ? 1 : divisor;
  }

  private static double deviation(double mean, int rows, int column, Numbers numbers) {
    double squares = 0;
    for (int row = 0; row < rows; row++) {
      double deviation = numbers.at(row, column) - mean;
      squares += deviation * deviation;
    }
    return Math.sqrt(squares / rows);
  }

  @Override
  public double of(int column, double number) {
    return (number - subtrahends[column]) / divisors[column];
  }
}
