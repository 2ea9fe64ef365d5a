package io.sluice.formula;

/**
 * What a step of a program, or a node of a formula's graph, computes of up to three operands u, v,
 * w.
 */
public enum Operation {
  CONSTANT(0),
  VARIABLE(0),
  PARAMETER(0),
  ADD(2),
  SUBTRACT(2),
  MULTIPLY(2),
  DIVIDE(2),
  POWER(2),
  MINIMUM(2),
  MAXIMUM(2),
  /** 1 if u &lt; v, else 0; NaN if one of them is. */
  LESS(2),
  AT_MOST(2),
  EQUAL(2),
  /** v if u is 1, w if u is 0, else NaN. */
  SELECT(3),
  NEGATE,
  SQUARE,
  ABSOLUTE,
  SIGN,
  SQRT,
  CBRT,
  EXP,
  EXPM1,
  LOG,
  LOG1P,
  LOG2,
  LOG10,
  SIN,
  COS,
  TAN,
  ASIN,
  ACOS,
  ATAN,
  SINH,
  COSH,
  TANH,
  /** The slope of tanh. */
  SECH_SQUARED,
  ASINH,
  ACOSH,
  ATANH,
  ERF,
  ERFC,
  /** e^(-u²). */
  GAUSSIAN,
  NORMCDF,
  /** e^(-u²/2). */
  BELL,
  SIGMOID,
  SIGMOID_SLOPE,
  SOFTPLUS,
  /** tanh(softplus(u)). */
  GATE,
  GATE_SLOPE,
  SINC,
  SINC_SLOPE,
  /** √(1 + u) - 1. */
  ROOT_MINUS_ONE,
  /** f(u) / (u - p) for the function f of the row of {@link Vanishing} that the number tells. */
  QUOTIENT,
  QUOTIENT_SLOPE,
  /** (u - p) / f(u). */
  INVERSE_QUOTIENT,
  INVERSE_QUOTIENT_SLOPE,

  // Only in programs:

  /** e^-|u|, from which those of u that follow it are made. */
  DECAY,
  SIGMOID_OF_DECAY(2),
  SIGMOID_SLOPE_OF_DECAY,
  /** max(u, 0) + v, where v is ln(1 + e^-|u|). */
  SOFTPLUS_OF_LOGARITHM(2),
  GATE_OF_DECAY(2),
  GATE_SLOPE_OF_DECAY(2),
  NORMCDF_OF_BELL(2),
  SINC_OF_SINE(2),
  /** The logistic function and its slope, two results. */
  SIGMOID_AND_SLOPE,
  /** tanh and its slope, two results. */
  TANH_AND_SLOPE,
  /** Sine and cosine, two results. */
  SIN_AND_COS,
  /** v, and NaN where u is NaN. */
  WHERE_DEFINED(2),
  /** The number everywhere. */
  FILL(0),
  /** u + number, and so on: one operand of the same operation is a number. */
  ADD_NUMBER,
  NUMBER_SUBTRACT,
  MULTIPLY_NUMBER,
  DIVIDE_NUMBER,
  NUMBER_DIVIDE,
  POWER_NUMBER,
  MINIMUM_NUMBER,
  MAXIMUM_NUMBER,
  LESS_NUMBER,
  NUMBER_LESS,
  AT_MOST_NUMBER,
  NUMBER_AT_MOST;

  private final int operands;

  Operation() {
    this(1);
  }

  Operation(int operands) {
    this.operands = operands;
  }

  /** How many operands it has. */
  public int operands() {
    return operands;
  }

  /** Whether f(-u) = -f(u). */
  boolean isOdd() {
    switch (this) {
      case SIGN, CBRT, SIN, TAN, ASIN, ATAN, SINH, TANH, ASINH, ATANH, ERF, SINC_SLOPE:
        return true;
      default:
        return false;
    }
  }

  /** Whether f(-u) = f(u). */
  boolean isEven() {
    switch (this) {
      case SQUARE, ABSOLUTE, COS, COSH, SECH_SQUARED, GAUSSIAN, BELL, SIGMOID_SLOPE, SINC:
        return true;
      default:
        return false;
    }
  }

  /** Whether u and v can change places. */
  boolean isCommutative() {
    switch (this) {
      case ADD, MULTIPLY, EQUAL:
        return true;
      default:
        return false;
    }
  }
}
