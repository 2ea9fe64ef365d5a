package io.sluice.tck;

/** The numbers a function of one variable is tried at. */
final class Inputs {

  private static final double[] EXTREMES = {
    0.0,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    1e-300,
    1e-20,
    1e-9,
    19,
    40,
    345,
    720,
    1e5,
    1e9,
    1e16,
    1e155,
    1e300,
    Double.MAX_VALUE
  };

  private Inputs() {}

  /** From -12 to 12 in even steps, zero among them. */
  static double[] ordinary() {
    double[] grid = new double[385];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = (i - 192) / 16.0;
    }
    return grid;
  }

  /** From -128 to 128: the ordinary ones, and four to a unit beyond. */
  static double[] wide() {
    double[] ordinary = ordinary();
    int beyond = 4 * (128 - 12);
    double[] grid = new double[ordinary.length + 2 * beyond];
    for (int i = 0; i < beyond; i++) {
      grid[i] = -128 + i / 4.0;
      grid[grid.length - 1 - i] = 128 - i / 4.0;
    }
    System.arraycopy(ordinary, 0, grid, beyond, ordinary.length);
    return grid;
  }

  /** The ordinary ones, then the extreme ones with both signs; all finite. */
  static double[] finite() {
    double[] ordinary = ordinary();
    double[] all = new double[ordinary.length + 2 * EXTREMES.length];
    System.arraycopy(ordinary, 0, all, 0, ordinary.length);
    for (int i = 0; i < EXTREMES.length; i++) {
      all[ordinary.length + 2 * i] = EXTREMES[i];
      all[ordinary.length + 2 * i + 1] = -EXTREMES[i];
    }
    return all;
  }

  /** So many of all kinds in turn, infinities and NaN among them. */
  static double[] mixed(int length) {
    double[] finite = finite();
    double[] mixed = new double[length];
    for (int i = 0; i < length; i++) {
      switch (i % 23) {
        case 5 -> mixed[i] = Double.NaN;
        case 11 -> mixed[i] = Double.POSITIVE_INFINITY;
        case 17 -> mixed[i] = Double.NEGATIVE_INFINITY;
        default -> mixed[i] = finite[(i * 131 + 7) % finite.length];
      }
    }
    return mixed;
  }
}
