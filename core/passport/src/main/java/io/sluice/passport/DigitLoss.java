package io.sluice.passport;

import io.sluice.formula.Formula;
import io.sluice.formula.FormulaActivation;
import io.sluice.passport.exact.ExactFormula;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Where a formula loses more than half of the 16 digits of a double, because terms cancel or
 * something overflows on the way.
 *
 * @param x an input where it does
 * @param value what is computed there
 * @param exact the exact value
 * @param digits how many of the 16 digits are lost there
 */
public record DigitLoss(double x, double value, BigDecimal exact, int digits) {

  /** The digits of a double. */
  public static final int ALL = 16;

  /** Enough for some dozens of inputs, which are the same each time. */
  private static final long MOST_NANOSECONDS = 200_000_000;

  private static final double[] INPUTS = inputs();

  /** The largest loss among some dozens of inputs of all sizes, if it is more than half. */
  public static Optional<DigitLoss> of(FormulaActivation activation) {
    double[] parameters =
        activation.hyperparameters().stream().mapToDouble(Hyperparameter::value).toArray();
    Formula formula =
        activation.definition().computed().isEmpty()
            ? activation.formula()
            : Formula.parse(activation.description().formula(), activation.formula().parameters());
    return of(activation, formula, parameters, MOST_NANOSECONDS);
  }

  /**
   * The same for an activation that is said to compute this formula.
   *
   * @param most how many nanoseconds it may take; what was found by then counts
   */
  public static Optional<DigitLoss> of(
      Activation activation, Formula formula, double[] parameters, long most) {
    ExactFormula exact = new ExactFormula(formula.expression(), parameters);
    long begin = System.nanoTime();
    DigitLoss worst = null;
    for (double x : INPUTS) {
      if (System.nanoTime() - begin > most) {
        break;
      }
      double value = activation.value(x);
      BigDecimal right = exact.value(x).orElse(null);
      int digits = right == null ? 0 : digits(value, right);
      if (digits > ALL / 2 && (worst == null || digits > worst.digits())) {
        worst = new DigitLoss(x, value, right, digits);
      }
    }
    return Optional.ofNullable(worst);
  }

  /** How many digits are lost; what is too large or too small for a double has none to lose. */
  private static int digits(double value, BigDecimal exact) {
    double rounded = exact.doubleValue();
    if (Double.isInfinite(rounded) || Math.abs(rounded) < Accuracy.LEAST) {
      return 0;
    }
    if (!(Math.abs(value) <= Double.MAX_VALUE)) {
      return ALL;
    }
    double relative =
        exact
            .subtract(new BigDecimal(value))
            .divide(exact, MathContext.DECIMAL64)
            .abs()
            .doubleValue();
    return (int) Math.max(0, Math.min(ALL, Math.floor(ALL + StrictMath.log10(relative))));
  }

  /** Such as "loses 12 of 16 digits near x = 1e-9 (value 0, exact 1e-18)". */
  @Override
  public String toString() {
    int places = Math.max(3, ALL + 2 - digits);
    return String.format(
        Locale.ROOT,
        "loses %d of %d digits near x = %s (value %s, exact %s)",
        digits,
        ALL,
        text(new BigDecimal(x), 3),
        Double.isFinite(value) ? text(new BigDecimal(value), places) : Double.toString(value),
        text(exact, places));
  }

  private static String text(BigDecimal number, int places) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal rounded = number.round(new MathContext(places, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -3 && exponent < 7) {
      return rounded.stripTrailingZeros().toPlainString();
    }
    return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString()
        + "e"
        + exponent;
  }

  /** Ordinary ones first, then smaller and larger ones, of both signs. */
  private static double[] inputs() {
    List<Double> inputs = new ArrayList<>();
    for (double ordinary : new double[] {1e-9, 1e-12, 1e-3, 0.1, 0.7, 1, 2.5, 7, 18, 37}) {
      inputs.add(ordinary);
    }
    for (double far : new double[] {1e-7, 1e-5, 1e-16, 1e-25, 1e-100, 40, 100}) {
      inputs.add(far);
    }
    for (double more : new double[] {1e-2, 1e-4}) {
      inputs.add(more);
    }
    return inputs.stream().flatMapToDouble(x -> DoubleStream.of(x, -x)).toArray();
  }
}
