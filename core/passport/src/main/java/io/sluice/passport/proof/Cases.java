package io.sluice.passport.proof;

import io.sluice.formula.Expression;

/** The cases of a formula: those that hyper-parameters decide are none for its inputs. */
final class Cases {

  private Cases() {}

  /** The same formula without the cases that x does not decide. */
  static Expression ofInputs(Expression expression, Jets jets) {
    if (expression instanceof Expression.Negation) {
      return new Expression.Negation(ofInputs(((Expression.Negation) expression).operand(), jets));
    }
    if (expression instanceof Expression.Binary) {
      Expression.Binary binary = (Expression.Binary) expression;
      return new Expression.Binary(
          binary.operator(), ofInputs(binary.left(), jets), ofInputs(binary.right(), jets));
    }
    if (expression instanceof Expression.Call) {
      Expression.Call call = (Expression.Call) expression;
      return new Expression.Call(
          call.function(),
          call.arguments().stream().map(argument -> ofInputs(argument, jets)).toList());
    }
    if (expression instanceof Expression.Choice) {
      return choice((Expression.Choice) expression, jets);
    }
    return expression;
  }

  private static Expression choice(Expression.Choice choice, Jets jets) {
    Expression.Condition condition = choice.condition();
    Jet left = jets.of(condition.left(), Bounds.ALL);
    Jet right = jets.of(condition.right(), Bounds.ALL);
    Boolean holds =
        left.isConstant() && right.isConstant()
            ? Conditions.decide(left.value(), condition.comparison(), right.value())
            : null;
    if (holds != null) {
      return ofInputs(holds ? choice.then() : choice.otherwise(), jets);
    }
    return new Expression.Choice(
        condition, ofInputs(choice.then(), jets), ofInputs(choice.otherwise(), jets));
  }
}
