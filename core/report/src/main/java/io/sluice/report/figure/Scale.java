package io.sluice.report.figure;

import static java.lang.StrictMath.log;

import io.sluice.report.figure.Quantity.Spacing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where values lie on paper. The mapping is monotone; what lies beyond an end, infinities too, is
 * at the end.
 *
 * @param spacing how values are laid out
 * @param low the least value, finite; above 0 where the scale is logarithmic
 * @param high the greatest, finite and above the least
 * @param from the place of the least
 * @param to the place of the greatest; may lie before the other
 */
record Scale(Spacing spacing, double low, double high, double from, double to) {

  private static final double[] STEPS = {1, 2, 5, 10};
  private static final List<String> ONE = List.of("1");
  private static final List<String> ONE_TWO_FIVE = List.of("1", "2", "5");

  /** A range below this many decades is labelled between the powers of ten, too. */
  private static final double FEW_DECADES = 2;

  Scale {
    boolean isLogarithmic = spacing == Spacing.LOGARITHMIC;
    if (!(low < high) || Double.isInfinite(high - low) || (isLogarithmic && !(low > 0))) {
      throw new IllegalArgumentException("no scale from " + low + " to " + high);
    }
  }

  /** The scale that has room for all values that have a place; without any, from 0 to 1. */
  static Scale of(Spacing spacing, double[] values, double from, double to) {
    boolean isLogarithmic = spacing == Spacing.LOGARITHMIC;
    if (spacing == Spacing.SHARE) {
      return new Scale(spacing, 0, 1, from, to);
    }
    double[] placed =
        Arrays.stream(values)
            .filter(value -> Math.abs(value) <= 1e300 && !(isLogarithmic && value < 1e-300))
            .toArray();
    if (placed.length == 0) {
      return new Scale(spacing, isLogarithmic ? 1 : 0, isLogarithmic ? 10 : 1, from, to);
    }
    double low = Arrays.stream(placed).min().getAsDouble();
    double high = Arrays.stream(placed).max().getAsDouble();
    if (spacing == Spacing.RANK) {
      return new Scale(spacing, Math.min(1, low), Math.max(2, high), from, to);
    }
    if (high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
      return new Scale(spacing, low, high, from, to);
    }
    double room = low == 0 ? 1 : Math.abs(low) / 2;
    return isLogarithmic
        ? new Scale(spacing, low / 2, low * 2, from, to)
        : new Scale(spacing, low - room, low + room, from, to);
  }

  /** The place of a value; of what is not a number, the least value's. */
  double at(double value) {
    double share =
        spacing == Spacing.LOGARITHMIC
            ? (log(Math.max(value, low)) - log(low)) / (log(high) - log(low))
            : (value - low) / (high - low);
    return from + (to - from) * (share > 0 ? Math.min(1, share) : 0);
  }

  /** Round values within the scale, at most as many as asked for, ascending; two if possible. */
  double[] ticks(int most) {
    return spacing == Spacing.LOGARITHMIC ? logarithmicTicks(most) : linearTicks(most);
  }

  private double[] linearTicks(int most) {
    double least = spacing == Spacing.RANK ? 1 : 0;
    double ten = StrictMath.pow(10, Math.floor(StrictMath.log10((high - low) / most)));
    for (double factor : STEPS) {
      double step = Math.max(least, factor * ten);
      double slack = 1e-9 * (high - low);
      // Ranks are counted from 1: 1, 3, 5.
      long first = (long) Math.ceil((low - least - slack) / step);
      long last = (long) Math.floor((high - least + slack) / step);
      if (last - first < most) {
        double[] ticks = new double[(int) (last - first + 1)];
        for (int i = 0; i < ticks.length; i++) {
          // Below 1 a step is one by a whole number, and dividing by that keeps 0.3 what it is.
          ticks[i] = step < 1 ? (first + i) / Math.rint(1 / step) : least + (first + i) * step;
        }
        return ticks;
      }
    }
    return new double[] {low, high};
  }

  private double[] logarithmicTicks(int most) {
    double decades = StrictMath.log10(high) - StrictMath.log10(low);
    int every = (int) Math.max(1, Math.ceil((decades + 1) / most));
    int first = (int) Math.floor(StrictMath.log10(low));
    int last = (int) Math.ceil(StrictMath.log10(high));
    List<Double> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      for (String factor : decades < FEW_DECADES ? ONE_TWO_FIVE : ONE) {
        double tick = Double.parseDouble(factor + "e" + power);
        boolean isInside = tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9);
        if (isInside && Math.floorMod(power, every) == 0) {
          ticks.add(tick);
        }
      }
    }
    if (ticks.size() < 2) {
      return linearTicks(most);
    }
    int step = (ticks.size() + most - 1) / most;
    return IntStream.iterate(0, i -> i < ticks.size(), i -> i + step)
        .mapToDouble(ticks::get)
        .toArray();
  }
}
