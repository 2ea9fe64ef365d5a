package io.sluice.passport;

import java.util.OptionalDouble;

/**
 * What a function does towards an infinity.
 *
 * @param value its value
 * @param slope its slope
 * @param offset b, where the line m x + b comes ever closer, m being the limit of the slope; empty
 *     if there is no such line
 */
public record End(Tail value, Tail slope, OptionalDouble offset) {

  private static final double CLOSE = 1e-5;
  private static final int LAST_OCTAVE = 40;

  static End of(Curve values, Curve slopes, int side) {
    Tail value = values.tail(side);
    Tail slope = slopes.tail(side);
    if (value.isConvergent()) {
      return new End(value, slope, OptionalDouble.of(value.limit()));
    }
    return new End(
        value,
        slope,
        slope.isConvergent() ? offset(values, slope.limit(), side) : OptionalDouble.empty());
  }

  /** Of the differences to a line through 0 at powers of two, the one that moves least. */
  private static OptionalDouble offset(Curve values, double slope, int side) {
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    double last = Double.NaN;
    for (int octave = 2; octave <= LAST_OCTAVE; octave++) {
      double worst = 0;
      double offset = Double.NaN;
      for (double part = 1; part < 2; part += 0.3125) {
        double x = side * Math.scalb(part, octave);
        offset = Math.fma(-slope, x, values.at(x));
        worst = Math.max(worst, Math.abs(offset - last) + Math.scalb(0x1p-52, octave));
        last = offset;
      }
      if (worst < least) {
        least = worst;
        best = offset;
      }
    }
    if (!(least <= CLOSE * Math.max(1, Math.abs(best)))) {
      return OptionalDouble.empty();
    }
    double rounded = Math.rint(best * 1e6) / 1e6;
    return OptionalDouble.of(Math.abs(best - rounded) <= 4 * least ? rounded + 0.0 : best);
  }
}
