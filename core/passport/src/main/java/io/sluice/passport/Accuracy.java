package io.sluice.passport;

import io.sluice.formula.Formula;
import io.sluice.passport.exact.ExactFormula;
import io.sluice.spi.Activation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How far the block form is from the exact values of the formula.
 *
 * @param largestError the largest error found, in units in the last place of the exact value
 * @param x where it was found
 * @param inputs how many inputs were compared: of formulas whose exact values take long, not all
 */
public record Accuracy(double largestError, double x, int inputs) {

  /** The absolute error that every value and slope may have. */
  public static final double LEAST = 1e-300;

  private static final int FIRST_OCTAVE = -20;
  private static final int LAST_OCTAVE = 8;
  private static final int PER_OCTAVE = 36;

  /** Of so many inputs only a part is compared in this time of the thread. */
  private static final long MOST_NANOS = 2_500_000_000L;

  /** From one input to the next: without a divisor in common with their number, so all come. */
  private static final int STRIDE = 785;

  static Accuracy of(Activation activation, Formula formula, double[] parameters) {
    return of(activation, formula, parameters, Effort::threadTime);
  }

  /**
   * The accuracy, as far as the time allows.
   *
   * @param clock nanoseconds from any origin
   */
  static Accuracy of(
      Activation activation, Formula formula, double[] parameters, LongSupplier clock) {
    long end = clock.getAsLong() + MOST_NANOS;
    double[] x = strata();
    double[] y = new double[x.length];
    activation.values(x, y, 0, x.length);
    ExactFormula exact = new ExactFormula(formula.expression(), parameters);
    double largest = 0;
    double where = 0;
    int compared = 0;
    for (int k = 0; k < x.length && clock.getAsLong() < end; k++) {
      int i = (int) ((long) k * STRIDE % x.length);
      Optional<BigDecimal> value = exact.value(x[i]);
      if (value.isPresent() && Double.isFinite(y[i])) {
        compared++;
        double error = error(value.get(), y[i]);
        if (error > largest) {
          largest = error;
          where = x[i];
        }
      }
    }
    return new Accuracy(largest, where, compared);
  }

  /**
   * How far this is from the exact value, in units in its last place. Off by less than {@link
   * #LEAST} is not off at all: a number next to underflow need not have all its digits.
   */
  public static double error(BigDecimal exact, double found) {
    double rounded = exact.doubleValue();
    BigDecimal difference = exact.subtract(new BigDecimal(found)).abs();
    if (difference.doubleValue() < LEAST) {
      return 0;
    }
    return difference
        .divide(new BigDecimal(Math.ulp(rounded)), MathContext.DECIMAL64)
        .doubleValue();
  }

  /** Strata of every octave, both signs; the same numbers each time. */
  private static double[] strata() {
    double[] x = new double[2 * PER_OCTAVE * (LAST_OCTAVE - FIRST_OCTAVE + 1)];
    int size = 0;
    for (int octave = FIRST_OCTAVE; octave <= LAST_OCTAVE; octave++) {
      for (int i = 0; i < PER_OCTAVE; i++) {
        double part = (i + (0.5 + 0.618033988749895 * (i + 37 * octave)) % 1) / PER_OCTAVE;
        double input = Math.scalb(1 + Math.abs(part), octave);
        x[size++] = input;
        x[size++] = -input;
      }
    }
    Arrays.sort(x);
    return x;
  }
}
