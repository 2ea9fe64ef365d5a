package io.sluice.passport.proof;

import io.sluice.formula.Expression;
import io.sluice.formula.FormulaFunction;
import java.util.EnumSet;
import java.util.Set;

/** Whether a formula consists of functions that can be differentiated as often as one likes. */
final class Analytic {

  private static final Set<FormulaFunction> ROUGH =
      EnumSet.of(
          FormulaFunction.ABS,
          FormulaFunction.SIGN,
          FormulaFunction.STEP,
          FormulaFunction.RELU,
          FormulaFunction.MIN,
          FormulaFunction.MAX,
          FormulaFunction.CLAMP);

  private Analytic() {}

  static boolean is(Expression expression) {
    if (expression instanceof Expression.Choice) {
      return false;
    }
    if (expression instanceof Expression.Negation) {
      return is(((Expression.Negation) expression).operand());
    }
    if (expression instanceof Expression.Binary) {
      Expression.Binary binary = (Expression.Binary) expression;
      return is(binary.left()) && is(binary.right());
    }
    if (expression instanceof Expression.Call) {
      Expression.Call call = (Expression.Call) expression;
      return !ROUGH.contains(call.function()) && call.arguments().stream().allMatch(Analytic::is);
    }
    return true;
  }
}
