package io.sluice.passport;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.util.Arrays;

/**
 * Where a function is looked at: densely around 0, in equal steps to ±512, in equal ratios from
 * 2^-60 to 2^200; and in equal ratios of the distance from each kink, and from each number that a
 * hyper-parameter or its inverse suggests, as something may happen there.
 */
final class Grid {

  private static final int LAST_OCTAVE = 200;
  private static final double LARGEST_CENTRE = 1e6;

  private double[] points = new double[1 << 15];
  private int size;

  private Grid() {}

  /** The points, ascending, each once. */
  static double[] of(Activation activation) {
    Grid grid = new Grid();
    grid.add(0);
    grid.ratios(0, -60, 20, 32);
    grid.ratios(0, 20, 64, 8);
    grid.ratios(0, 64, LAST_OCTAVE, 2);
    grid.steps(64, 1.0 / 64);
    grid.steps(512, 1.0 / 8);
    for (double kink : activation.kinks()) {
      if (Double.isFinite(kink)) {
        grid.add(kink);
        grid.add(beside(kink, -1));
        grid.add(beside(kink, 1));
        grid.ratios(kink, -30, 6, 8);
      }
    }
    for (Hyperparameter each : activation.hyperparameters()) {
      grid.centre(each.value());
      grid.centre(1 / each.value());
    }
    return grid.sorted();
  }

  /** Numbers beyond the grid, up to the largest double. */
  static double[] beyond() {
    Grid grid = new Grid();
    grid.ratios(0, LAST_OCTAVE, 1024, 2);
    grid.add(Double.MAX_VALUE);
    grid.add(-Double.MAX_VALUE);
    return grid.sorted();
  }

  /** The points of a grid from one number to another, both of them points themselves. */
  static double[] within(double[] grid, double low, double high) {
    Grid part = new Grid();
    part.add(low);
    part.add(high);
    for (double x : grid) {
      if (x > low && x < high) {
        part.add(x);
      }
    }
    return part.sorted();
  }

  /**
   * A number so near to a kink that only the side matters, but not so near that sums round to it.
   */
  static double beside(double kink, int side) {
    return kink + side * Math.max(Math.abs(kink) * 0x1p-50, 0x1p-300);
  }

  private void centre(double value) {
    if (Math.abs(value) <= LARGEST_CENTRE) {
      for (double sign = -1; sign <= 1; sign += 2) {
        add(sign * value);
        ratios(sign * value, -20, 6, 8);
      }
    }
  }

  private void steps(double reach, double step) {
    for (double x = step; x <= reach; x += step) {
      add(x);
      add(-x);
    }
  }

  private void ratios(double centre, int from, int to, int perOctave) {
    for (int octave = from; octave < to; octave++) {
      for (int i = 0; i < perOctave; i++) {
        double distance = Math.scalb(1 + (double) i / perOctave, octave);
        add(centre + distance);
        add(centre - distance);
      }
    }
  }

  private void add(double x) {
    if (size == points.length) {
      points = Arrays.copyOf(points, 2 * size);
    }
    points[size++] = x == 0 ? 0 : x;
  }

  private double[] sorted() {
    Arrays.sort(points, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || points[i] > points[kept - 1]) {
        points[kept++] = points[i];
      }
    }
    return Arrays.copyOf(points, kept);
  }
}
