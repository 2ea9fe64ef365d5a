package io.sluice.math;

import java.util.SplittableRandom;

/**
 * A million inputs for one function, always the same: every exponent with both signs, mantissas in
 * strata, and every distance from 1; ordinary exponents more densely; the function's own range in
 * equal strata; and the neighbourhoods of zero, powers of two, breakpoints, multiples of π / 2 and
 * ln 2 / 2.
 */
final class StratifiedInputs {

  static final int COUNT = 1 << 20;

  /** Where the functions under test change their method. */
  private static final double[] BREAKPOINTS = {
    0.25,
    0.34657359027997264,
    0.41421356237309503,
    0.5,
    0.7071067811865476,
    0.75,
    1,
    1.4142135623730951,
    2,
    2.414213562373095,
    5,
    6,
    22,
    26.543,
    27.226,
    28,
    36.04,
    37.5,
    38.4,
    40,
    372.3,
    375,
    500,
    708,
    708.3964185322641,
    709.782712893384,
    710,
    710.4758600739439,
    710.6,
    744.4400719213812,
    745.1332191019412,
    746,
    750,
    1e6,
    0x1p19,
    0x1p700,
    0x1p-700,
    0x1p60,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    Double.MIN_VALUE
  };

  private final SplittableRandom random = new SplittableRandom(20260101);
  private final double[] inputs = new double[COUNT];
  private final double lowest;
  private final double highest;
  private int count;

  private StratifiedInputs(double lowest, double highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  /**
   * The inputs.
   *
   * @param lowest the least number to be among them
   * @param highest the greatest number to be among them
   * @param from where the range of interest begins
   * @param to where it ends
   */
  static double[] of(double lowest, double highest, double from, double to) {
    StratifiedInputs inputs = new StratifiedInputs(lowest, highest);
    for (double breakpoint : BREAKPOINTS) {
      inputs.neighbourhood(breakpoint, 64);
    }
    for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
      inputs.neighbourhood(Math.scalb(1.0, exponent), 4);
      inputs.exponent(
          0, exponent, Math.abs(exponent) < 8 ? 4000 : Math.abs(exponent) < 64 ? 200 : 24);
    }
    for (int exponent = -52; exponent < 0; exponent++) {
      inputs.exponent(1, exponent, 200);
    }
    for (int k = 1; k < 10_000; k++) {
      inputs.neighbourhood(k * (Math.PI / 2), 1);
    }
    for (int k = 1; k < 2200; k++) {
      inputs.neighbourhood(k * 0.34657359027997264, 2);
    }
    inputs.fill(from, to);
    return inputs.inputs;
  }

  private void neighbourhood(double x, int width) {
    long bits = Double.doubleToRawLongBits(x);
    for (long near = Math.max(bits - width, 0); near <= bits + width; near++) {
      double neighbour = Double.longBitsToDouble(near);
      add(neighbour);
      add(-neighbour);
    }
  }

  /** Numbers at a distance between 2^exponent and twice that, of both signs. */
  private void exponent(double center, int exponent, int strata) {
    double unit = Math.scalb(1.0, exponent);
    for (int i = 0; i < strata; i++) {
      double distance = (1 + (i + random.nextDouble()) / strata) * unit;
      add(center + distance);
      add(center - distance);
    }
  }

  /** What is left, in equal strata of the range of interest and of a sixteenth of it. */
  private void fill(double from, double to) {
    int strata = COUNT - count;
    for (int i = 0; i < strata; i++) {
      double scale = i % 2 == 0 ? 1 : 0.0625;
      add(scale * (from + (to - from) * ((i + random.nextDouble()) / strata)));
    }
  }

  private void add(double x) {
    if (x >= lowest && x <= highest && count < COUNT) {
      inputs[count] = x;
      count++;
    }
  }
}
