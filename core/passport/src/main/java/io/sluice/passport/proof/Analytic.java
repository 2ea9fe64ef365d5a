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

  /** Cases count only where x decides between them. */
  static boolean is(Expression expression, Jets jets) {
    if (expression instanceof Expression.Choice) {
      Expression.Choice choice = (Expression.Choice) expression;
      Boolean holds = decided(choice.condition(), jets);
      return holds != null && is(holds ? choice.then() : choice.otherwise(), jets);
    }
    if (expression instanceof Expression.Negation) {
      return is(((Expression.Negation) expression).operand(), jets);
    }
    if (expression instanceof Expression.Binary) {
      Expression.Binary binary = (Expression.Binary) expression;
      return is(binary.left(), jets) && is(binary.right(), jets);
    }
    if (expression instanceof Expression.Call) {
      Expression.Call call = (Expression.Call) expression;
      return !ROUGH.contains(call.function())
          && call.arguments().stream().allMatch(argument -> is(argument, jets));
    }
    return true;
  }

  /** What the hyper-parameters make of a condition without x; null if it depends on x. */
  private static Boolean decided(Expression.Condition condition, Jets jets) {
    Jet left = jets.of(condition.left(), Bounds.ALL);
    Jet right = jets.of(condition.right(), Bounds.ALL);
    return left.isConstant() && right.isConstant()
        ? Conditions.decide(left.value(), condition.comparison(), right.value())
        : null;
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
