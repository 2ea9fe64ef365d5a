package io.sluice.engine.problem;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.RandomStream;

/** Rows of examples while they are being made. */
final class Rows {

  /** More numbers are refused: half a gigabyte of a laboratory for small problems. */
  private static final long MOST_NUMBERS = 20_000_000;

  final double[][] x;
  final double[][] y;

  Rows(int rows, int inputs, int outputs) {
    long numbers = (long) rows * (inputs + outputs);
    if (numbers > MOST_NUMBERS) {
      throw new IllegalArgumentException(
          rows
              + " examples of "
              + (inputs + outputs)
              + " numbers are more than the "
              + MOST_NUMBERS
              + " numbers allowed");
    }
    x = new double[rows][inputs];
    y = new double[rows][outputs];
  }

  /** Rows whose outputs name one of {@code classes} classes. */
  static Rows ofClasses(int rows, int inputs, int classes, boolean oneHot) {
    return new Rows(rows, inputs, oneHot ? classes : 1);
  }

  /** Sets the class of a row, from 0 on: its number, or 1 in its column. */
  void setClass(int row, int index) {
    if (y[row].length == 1) {
      y[row][0] = index;
    } else {
      y[row][index] = 1;
    }
  }

  /** Moves every input by normal noise, row by row. */
  void moveInputs(double noise, RandomStream random) {
    move(x, noise, random);
  }

  /** Moves every output by normal noise, row by row. */
  void moveOutputs(double noise, RandomStream random) {
    move(y, noise, random);
  }

  private static void move(double[][] rows, double noise, RandomStream random) {
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] += noise * random.nextGaussian();
      }
    }
  }

  Dataset data() {
    return Dataset.of(x, y);
  }
}
