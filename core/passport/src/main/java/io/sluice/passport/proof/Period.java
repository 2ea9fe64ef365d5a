package io.sluice.passport.proof;

import io.sluice.formula.Expression;
import io.sluice.formula.FormulaFunction;

/**
 * How a formula repeats: made of waves of one frequency it does so itself; with a line added, its
 * slope still does.
 *
 * @param kind which of it
 * @param frequency k of sin(k x + c), as far as it is a wave
 */
record Period(Kind kind, double frequency) {

  /** What kind of formula. */
  enum Kind {
    /** Without x. */
    CONSTANT,
    /** k x + c; the frequency is k. */
    LINE,
    /** A function of waves. */
    WAVE,
    /** A line and a wave. */
    WAVE_ON_LINE,
    /** Anything else. */
    NONE
  }

  private static final Period NONE = new Period(Kind.NONE, 0);
  private static final Period CONSTANT = new Period(Kind.CONSTANT, 0);

  static Period of(Expression expression, Jets jets) {
    Period period = find(expression, jets);
    if (period.kind == Kind.LINE) {
      Bounds slope = jets.of(expression, Bounds.ONE).slope();
      return slope.low() == slope.high() && Double.isFinite(slope.low())
          ? new Period(Kind.LINE, slope.low())
          : NONE;
    }
    return period;
  }

  private static Period find(Expression expression, Jets jets) {
    if (expression instanceof Expression.Number || expression instanceof Expression.Parameter) {
      return CONSTANT;
    }
    if (expression instanceof Expression.Variable) {
      return new Period(Kind.LINE, 1);
    }
    if (expression instanceof Expression.Negation) {
      return of(((Expression.Negation) expression).operand(), jets);
    }
    if (expression instanceof Expression.Binary) {
      return binary((Expression.Binary) expression, jets);
    }
    if (expression instanceof Expression.Call) {
      return call((Expression.Call) expression, jets);
    }
    return NONE;
  }

  private static Period binary(Expression.Binary binary, Jets jets) {
    Period left = of(binary.left(), jets);
    Period right = of(binary.right(), jets);
    switch (binary.operator()) {
      case PLUS:
      case MINUS:
        return sum(left, right);
      case TIMES:
        if (left.kind == Kind.CONSTANT) {
          return right;
        }
        return right.kind == Kind.CONSTANT ? left : waves(left, right);
      case DIVIDE:
        return right.kind == Kind.CONSTANT ? left : waves(left, right);
      default:
        return waves(left, right);
    }
  }

  private static Period sum(Period left, Period right) {
    if (left.kind == Kind.NONE || right.kind == Kind.NONE) {
      return NONE;
    }
    boolean line = left.hasLine() || right.hasLine();
    boolean wave = left.hasWave() || right.hasWave();
    if (left.hasWave() && right.hasWave() && left.frequency != right.frequency) {
      return NONE;
    }
    double frequency = left.hasWave() ? left.frequency : right.hasWave() ? right.frequency : 1;
    if (wave) {
      return new Period(line ? Kind.WAVE_ON_LINE : Kind.WAVE, frequency);
    }
    return line ? new Period(Kind.LINE, 1) : CONSTANT;
  }

  private boolean hasLine() {
    return kind == Kind.LINE || kind == Kind.WAVE_ON_LINE;
  }

  private boolean hasWave() {
    return kind == Kind.WAVE || kind == Kind.WAVE_ON_LINE;
  }

  /** A function of two that are waves or constant. */
  private static Period waves(Period left, Period right) {
    boolean plain = !left.hasLine() && !right.hasLine();
    if (!plain || left.kind == Kind.NONE || right.kind == Kind.NONE) {
      return NONE;
    }
    return sum(left, right);
  }

  private static Period call(Expression.Call call, Jets jets) {
    if (call.function() == FormulaFunction.SIN || call.function() == FormulaFunction.COS) {
      Period argument = of(call.argument(), jets);
      if (argument.kind == Kind.LINE && argument.frequency != 0) {
        return new Period(Kind.WAVE, Math.abs(argument.frequency));
      }
      return argument.kind == Kind.WAVE || argument.kind == Kind.CONSTANT ? argument : NONE;
    }
    Period all = CONSTANT;
    for (Expression argument : call.arguments()) {
      all = waves(all, of(argument, jets));
    }
    return all;
  }
}
