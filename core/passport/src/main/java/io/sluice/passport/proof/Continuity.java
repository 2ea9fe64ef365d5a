package io.sluice.passport.proof;

import io.sluice.formula.Expression;
import io.sluice.formula.FormulaFunction;

/**
 * Whether the value of a formula does not jump: nothing in it does, and where it has cases, x is
 * compared with a number, at which both cases agree.
 */
final class Continuity {

  private static final double SAME = 1e-12;

  private Continuity() {}

  static boolean of(Expression expression, Jets jets) {
    if (expression instanceof Expression.Negation) {
      return of(((Expression.Negation) expression).operand(), jets);
    }
    if (expression instanceof Expression.Binary) {
      Expression.Binary binary = (Expression.Binary) expression;
      return of(binary.left(), jets) && of(binary.right(), jets);
    }
    if (expression instanceof Expression.Call) {
      Expression.Call call = (Expression.Call) expression;
      return call.function() != FormulaFunction.SIGN
          && call.function() != FormulaFunction.STEP
          && call.arguments().stream().allMatch(argument -> of(argument, jets));
    }
    if (expression instanceof Expression.Choice) {
      return choice((Expression.Choice) expression, jets);
    }
    return true;
  }

  private static boolean choice(Expression.Choice choice, Jets jets) {
    if (!of(choice.then(), jets) || !of(choice.otherwise(), jets)) {
      return false;
    }
    Expression left = choice.condition().left();
    Expression right = choice.condition().right();
    Expression other = left instanceof Expression.Variable ? right : left;
    if (!(left instanceof Expression.Variable) && !(right instanceof Expression.Variable)) {
      return false;
    }
    Jet border = jets.of(other, Bounds.ALL);
    if (!border.isConstant() || !border.value().isFinite()) {
      return false;
    }
    Bounds then = jets.of(choice.then(), border.value()).value();
    Bounds otherwise = jets.of(choice.otherwise(), border.value()).value();
    Bounds both = then.hull(otherwise);
    return both.isFinite()
        && both.width()
            <= SAME * Math.max(1, Math.max(Math.abs(both.low()), Math.abs(both.high())));
  }
}
