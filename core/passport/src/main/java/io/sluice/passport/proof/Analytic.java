package io.sluice.passport.proof;

import io.sluice.formula.Expression;
import io.sluice.formula.FormulaFunction;
import java.util.EnumSet;
import java.util.Set;

/** How a formula is made: of smooth functions only, and of how many parts. */
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

  /** How many numbers, names, operators and calls the formula has. */
  static int parts(Expression expression) {
    if (expression instanceof Expression.Negation) {
      return 1 + parts(((Expression.Negation) expression).operand());
    }
    if (expression instanceof Expression.Binary) {
      Expression.Binary binary = (Expression.Binary) expression;
      return 1 + parts(binary.left()) + parts(binary.right());
    }
    if (expression instanceof Expression.Call) {
      Expression.Call call = (Expression.Call) expression;
      return 1 + call.arguments().stream().mapToInt(Analytic::parts).sum();
    }
    if (expression instanceof Expression.Choice) {
      Expression.Choice choice = (Expression.Choice) expression;
      return parts(choice.condition().left())
          + parts(choice.condition().right())
          + parts(choice.then())
          + parts(choice.otherwise());
    }
    return 1;
  }
}
