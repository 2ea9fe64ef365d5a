package io.sluice.moments;

import io.sluice.spi.Activation;
import java.util.Arrays;

/**
 * The slopes of an activation at the points where it was asked before. Integrals over one scale
 * meet the same points again and again, and a slope may cost a thousand times as much as looking it
 * up. What no longer fits is computed each time.
 */
final class KnownSlopes {

  private static final int FIRST_SIZE = 1 << 12;
  private static final int LARGEST_SIZE = 1 << 20;

  /** A NaN that no computation gives marks an empty place. */
  private static final long EMPTY = 0x7ff8dead_beefdeadL;

  private final Activation activation;
  private long[] points = filled(FIRST_SIZE);
  private double[] slopes = new double[FIRST_SIZE];
  private int known;

  KnownSlopes(Activation activation) {
    this.activation = activation;
  }

  double at(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int place = place(points, bits);
    if (points[place] == bits) {
      return slopes[place];
    }
    double slope = activation.slope(x);
    if (2 * known >= points.length) {
      if (points.length >= LARGEST_SIZE) {
        return slope;
      }
      grow();
      place = place(points, bits);
    }
    points[place] = bits;
    slopes[place] = slope;
    known++;
    return slope;
  }

  private void grow() {
    long[] morePoints = filled(2 * points.length);
    double[] moreSlopes = new double[morePoints.length];
    for (int i = 0; i < points.length; i++) {
      if (points[i] != EMPTY) {
        int place = place(morePoints, points[i]);
        morePoints[place] = points[i];
        moreSlopes[place] = slopes[i];
      }
    }
    points = morePoints;
    slopes = moreSlopes;
  }

  /** Where these bits are, or where they would be. */
  private static int place(long[] points, long bits) {
    long mixed = (bits ^ (bits >>> 32)) * 0x9e3779b97f4a7c15L;
    int place = (int) (mixed >>> 33) & (points.length - 1);
    while (points[place] != bits && points[place] != EMPTY) {
      place = (place + 1) & (points.length - 1);
    }
    return place;
  }

  private static long[] filled(int size) {
    long[] points = new long[size];
    Arrays.fill(points, EMPTY);
    return points;
  }
}
