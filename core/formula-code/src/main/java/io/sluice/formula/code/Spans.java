package io.sluice.formula.code;

import io.sluice.formula.Operation;
import io.sluice.formula.Steps;
import io.sluice.formula.Steps.Step;
import java.util.function.DoubleUnaryOperator;

/** Computes with spans what a program computes with numbers. */
final class Spans {

  /** More than any function here is off by. */
  private static final double SLACK = 0.01;

  private Spans() {}

  /**
   * The spans of all registers.
   *
   * @param largest how large the inputs can be
   */
  static Span[] of(Steps program, double largest) {
    Span[] spans = new Span[program.registers()];
    java.util.Arrays.fill(spans, Span.ANYTHING);
    for (int k = 0; k < program.inputs(); k++) {
      spans[k] = Span.of(-largest, largest);
    }
    Kinship kinship = new Kinship(program);
    for (Step step : program.steps()) {
      Span u = spans[step.u()];
      Span v = spans[step.v()];
      Span result = of(step, u, v, spans[step.w()]);
      if (kinship.add(step) && !u.mayBeNan() && !v.mayBeNan()) {
        result = Span.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
      // A parameter that is NaN is not seen where the other branch is chosen.
      result =
          result.orNan(
              step.operation() == Operation.SELECT
                  && Double.isInfinite(largest)
                  && (kinship.isGiven(step.v()) || kinship.isGiven(step.w())));
      spans[step.result()] = result.orNan(isNan(step, spans));
      if (step.operation() == Operation.SIGMOID_AND_SLOPE
          || step.operation() == Operation.TANH_AND_SLOPE) {
        spans[step.second()] = unit(0).orNan(u.mayBeNan());
      } else if (step.operation() == Operation.SIN_AND_COS) {
        spans[step.second()] = spans[step.result()];
      }
    }
    return spans;
  }

  private static boolean isNan(Step step, Span[] spans) {
    int operands = step.operation().operands();
    return operands > 0 && spans[step.u()].mayBeNan()
        || operands > 1 && spans[step.v()].mayBeNan()
        || operands > 2 && spans[step.w()].mayBeNan();
  }

  private static Span of(Step step, Span u, Span v, Span w) {
    Span number = Double.isNaN(step.number()) ? Span.ANYTHING : Span.number(step.number());
    switch (step.operation()) {
      case ADD:
        return u.plus(v);
      case SUBTRACT:
        return u.plus(v.negated());
      case MULTIPLY:
        return u.times(v);
      case DIVIDE:
        return u.over(v);
      case MINIMUM:
        return u.least(v);
      case MAXIMUM:
        return u.greatest(v);
      case FILL:
        return number;
      case ADD_NUMBER:
        return u.plus(number);
      case NUMBER_SUBTRACT:
        return number.plus(u.negated());
      case MULTIPLY_NUMBER:
        return u.times(number);
      case DIVIDE_NUMBER:
        return u.over(number);
      case NUMBER_DIVIDE:
        return number.over(u);
      case MINIMUM_NUMBER:
        return u.least(number);
      case MAXIMUM_NUMBER:
        return u.greatest(number);
      case LESS, AT_MOST, EQUAL:
        return unit(0).orNan(u.plus(v.negated()).mayBeNan());
      case LESS_NUMBER, NUMBER_LESS, AT_MOST_NUMBER, NUMBER_AT_MOST:
        return unit(0).orNan(u.plus(number.negated()).mayBeNan());
      case SELECT:
        return v.either(w);
      case WHERE_DEFINED:
        return v;
      case NEGATE:
        return u.negated();
      case SQUARE:
        return u.squared();
      case ABSOLUTE:
        return u.absolute();
      default:
        return function(step.operation(), u);
    }
  }

  private static Span function(Operation operation, Span u) {
    switch (operation) {
      case SQRT:
        return u.low() < 0 ? Span.ANYTHING : rising(u, Math::sqrt);
      case LOG, LOG2, LOG10:
        return u.low() < 0 ? Span.ANYTHING : rising(u, StrictMath::log).times(Span.of(0.4, 1.5));
      case LOG1P:
        return u.low() < -1 ? Span.ANYTHING : rising(u, StrictMath::log1p);
      case EXP:
        return rising(u, StrictMath::exp).greatest(Span.number(0));
      case EXPM1:
        return rising(u, StrictMath::expm1);
      case SINH:
        return rising(u, StrictMath::sinh);
      case COSH:
        return rising(u.absolute(), StrictMath::cosh);
      case ATAN:
        return rising(u, StrictMath::atan);
      case CBRT:
        return rising(u, StrictMath::cbrt);
      case SOFTPLUS:
        return u.greatest(Span.number(0)).plus(unit(0));
      case SOFTPLUS_OF_LOGARITHM:
        return u.greatest(Span.number(0)).plus(unit(0));
      case SIN, COS, SIN_AND_COS:
        return u.isFinite() ? unit(-1) : Span.ANYTHING;
      case TANH, TANH_AND_SLOPE, ERF, SIGN:
        return unit(-1);
      case DECAY,
      SIGMOID,
      SIGMOID_AND_SLOPE,
      SIGMOID_OF_DECAY,
      SIGMOID_SLOPE,
      SIGMOID_SLOPE_OF_DECAY,
      GATE,
      GATE_OF_DECAY,
      SECH_SQUARED,
      GAUSSIAN,
      BELL,
      NORMCDF,
      NORMCDF_OF_BELL:
        return unit(0);
      case ERFC:
        return Span.of(0, 2 + SLACK);
      case GATE_SLOPE, GATE_SLOPE_OF_DECAY:
        return unit(-1);
      default:
        return Span.ANYTHING;
    }
  }

  private static Span unit(double low) {
    return Span.of(low * (1 + SLACK), 1 + SLACK);
  }

  private static Span rising(Span u, DoubleUnaryOperator function) {
    double low = function.applyAsDouble(u.low());
    double high = function.applyAsDouble(u.high());
    return Span.of(low - SLACK * Math.abs(low), high + SLACK * Math.abs(high));
  }
}
