package io.sluice.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions that a formula can call, by their names in lower case. */
public enum FormulaFunction {
  /** |u|; a kink at zero, where its slope is taken as 0. */
  ABS,
  /** -1, 0 or 1; its slope is taken as 0 everywhere. */
  SIGN,
  /** √u. */
  SQRT,
  /** ∛u, negative for a negative u. */
  CBRT,
  /** u². */
  SQUARE,
  /** e^u. */
  EXP,
  /** e^u - 1. */
  EXPM1,
  /** ln u. */
  LOG,
  /** ln(1 + u). */
  LOG1P,
  /** The logarithm to base 2. */
  LOG2,
  /** The logarithm to base 10. */
  LOG10,
  /** sin u. */
  SIN,
  /** cos u. */
  COS,
  /** tan u. */
  TAN,
  /** arcsin u. */
  ASIN,
  /** arccos u. */
  ACOS,
  /** arctan u. */
  ATAN,
  /** sinh u. */
  SINH,
  /** cosh u. */
  COSH,
  /** tanh u. */
  TANH,
  /** arsinh u. */
  ASINH,
  /** arcosh u. */
  ACOSH,
  /** artanh u. */
  ATANH,
  /** The error function. */
  ERF,
  /** 1 - erf u. */
  ERFC,
  /** The distribution function Φ of the standard normal distribution. */
  NORMCDF,
  /** 1 / (1 + e^-u). */
  SIGMOID,
  /** ln(1 + e^u). */
  SOFTPLUS,
  /** max(u, 0); a kink at zero, where its slope is taken as 0. */
  RELU,
  /** 1 if u &gt;= 0, else 0; its slope is taken as 0 everywhere. */
  STEP,
  /** sin(u) / u, 1 at zero. */
  SINC,
  /** The smaller of two; where they are equal the slope of the first counts. */
  MIN(2),
  /** The larger of two; where they are equal the slope of the first counts. */
  MAX(2),
  /**
   * The first argument, but not less than the second and not more than the third: max(low, min(u,
   * high)); at the two ends the slope is taken as 0.
   */
  CLAMP(3);

  private final int arity;

  FormulaFunction() {
    this(1);
  }

  FormulaFunction(int arity) {
    this.arity = arity;
  }

  /** How many arguments it takes. */
  public int arity() {
    return arity;
  }

  /** As formulas write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static final Map<String, FormulaFunction> NAMED =
      Arrays.stream(values()).collect(Collectors.toMap(FormulaFunction::toString, each -> each));

  /** The function of this name. */
  static Optional<FormulaFunction> named(String name) {
    return Optional.ofNullable(NAMED.get(name));
  }

  /** The names of all. */
  static List<String> names() {
    return Arrays.stream(values()).map(FormulaFunction::toString).toList();
  }
}
