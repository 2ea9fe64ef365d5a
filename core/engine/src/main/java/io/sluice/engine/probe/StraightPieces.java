package io.sluice.engine.probe;

import io.sluice.spi.Activation;
import java.util.Optional;

/**
 * An activation that is a straight line between its kinks: there f(x) = slope · x + offset. It is
 * taken for one if values at seven points of each piece lie on a line, up to 1e-12 of the terms.
 *
 * @param kinks ascending
 * @param slopes one more than there are kinks
 * @param offsets as many
 */
record StraightPieces(double[] kinks, double[] slopes, double[] offsets) {

  /** A function that changes nothing. */
  static final StraightPieces IDENTITY =
      new StraightPieces(new double[0], new double[] {1}, new double[1]);

  /** Where a piece between two kinks is looked at, as shares of its length. */
  private static final double[] INSIDE = {0.25, 0.75, 0.05, 0.3, 0.5, 0.6, 0.95};

  /** Where a piece is looked at that goes on for ever, from its kink on. */
  private static final double[] BEYOND = {1, 2, 0.1, 0.5, 4, 30, 1000};

  /** Where a function without kinks is looked at. */
  private static final double[] EVERYWHERE = {-1, 2, -1000, -30, -0.3, 0.4, 40, 900};

  private static final double ROUNDING = 1e-12;

  /** The pieces of an activation, null being none; empty if they are not straight. */
  static Optional<StraightPieces> of(Activation activation) {
    if (activation == null) {
      return Optional.of(IDENTITY);
    }
    double[] kinks = activation.kinks();
    StraightPieces pieces =
        new StraightPieces(kinks, new double[kinks.length + 1], new double[kinks.length + 1]);
    for (int piece = 0; piece <= kinks.length; piece++) {
      if (!pieces.find(activation, piece)) {
        return Optional.empty();
      }
    }
    return Optional.of(pieces);
  }

  private boolean find(Activation activation, int piece) {
    double[] x = points(piece);
    double first = activation.value(x[0]);
    slopes[piece] = (activation.value(x[1]) - first) / (x[1] - x[0]);
    offsets[piece] = first - slopes[piece] * x[0];
    for (double point : x) {
      double terms = Math.abs(slopes[piece] * point) + Math.abs(offsets[piece]);
      double missed = Math.abs(activation.value(point) - value(piece, point));
      if (!(missed <= ROUNDING * terms)) {
        return false;
      }
    }
    return true;
  }

  private double[] points(int piece) {
    double[] points =
        kinks.length == 0
            ? EVERYWHERE.clone()
            : piece == 0 || piece == kinks.length ? BEYOND.clone() : INSIDE.clone();
    for (int i = 0; i < points.length && kinks.length > 0; i++) {
      if (piece == 0) {
        points[i] = kinks[0] - points[i];
      } else if (piece == kinks.length) {
        points[i] += kinks[piece - 1];
      } else {
        points[i] = kinks[piece - 1] + points[i] * (kinks[piece] - kinks[piece - 1]);
      }
    }
    return points;
  }

  private double value(int piece, double x) {
    return slopes[piece] * x + offsets[piece];
  }

  /** The number of the piece in which a number lies. */
  int at(double x) {
    int piece = 0;
    while (piece < kinks.length && x > kinks[piece]) {
      piece++;
    }
    return piece;
  }
}
