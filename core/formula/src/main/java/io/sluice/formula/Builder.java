package io.sluice.formula;

import io.sluice.formula.Expression.Binary;
import io.sluice.formula.Expression.Call;
import io.sluice.formula.Expression.Choice;
import io.sluice.formula.Expression.Condition;
import io.sluice.formula.Expression.Negation;
import io.sluice.formula.Expression.Number;
import io.sluice.formula.Expression.Parameter;
import io.sluice.formula.Expression.Reduction;

/** Makes the nodes of an expression. */
final class Builder {

  private final Nodes nodes;

  Builder(Nodes nodes) {
    this.nodes = nodes;
  }

  int node(Expression expression) {
    if (expression instanceof Number) {
      return nodes.constant(((Number) expression).value());
    }
    if (expression instanceof Parameter) {
      return nodes.parameter(((Parameter) expression).index());
    }
    if (expression instanceof Negation) {
      return nodes.negate(node(((Negation) expression).operand()));
    }
    if (expression instanceof Binary) {
      return binary((Binary) expression);
    }
    if (expression instanceof Call) {
      return call((Call) expression);
    }
    if (expression instanceof Choice) {
      Choice choice = (Choice) expression;
      return nodes.select(mask(choice.condition()), node(choice.then()), node(choice.otherwise()));
    }
    if (expression instanceof Reduction) {
      return reduction((Reduction) expression);
    }
    return nodes.variable();
  }

  private int reduction(Reduction reduction) {
    int u = node(reduction.arguments().get(0));
    for (Expression other : reduction.arguments().subList(1, reduction.arguments().size())) {
      u = nodes.multiply(u, node(other));
    }
    return nodes.reduction(reduction, u);
  }

  private int binary(Binary binary) {
    int left = node(binary.left());
    int right = node(binary.right());
    switch (binary.operator()) {
      case PLUS:
        return nodes.add(left, right);
      case MINUS:
        return nodes.subtract(left, right);
      case TIMES:
        return nodes.multiply(left, right);
      case DIVIDE:
        return nodes.divide(left, right);
      default:
        return nodes.isConstant(left, Math.E) && !nodes.isConstant(right)
            ? nodes.apply(Operation.EXP, right)
            : nodes.power(left, right);
    }
  }

  private int mask(Condition condition) {
    int left = node(condition.left());
    int right = node(condition.right());
    switch (condition.comparison()) {
      case LESS:
        return nodes.comparison(Operation.LESS, left, right);
      case AT_MOST:
        return nodes.comparison(Operation.AT_MOST, left, right);
      case GREATER:
        return nodes.comparison(Operation.LESS, right, left);
      case AT_LEAST:
        return nodes.comparison(Operation.AT_MOST, right, left);
      default:
        return nodes.comparison(Operation.EQUAL, left, right);
    }
  }

  private int call(Call call) {
    int u = node(call.argument());
    int zero = nodes.constant(0);
    switch (call.function()) {
      case RELU:
        return nodes.extreme(Operation.MAXIMUM, zero, u);
      case STEP:
        return nodes.comparison(Operation.AT_MOST, zero, u);
      case MIN:
        return nodes.extreme(Operation.MINIMUM, u, node(call.arguments().get(1)));
      case MAX:
        return nodes.extreme(Operation.MAXIMUM, u, node(call.arguments().get(1)));
      case CLAMP:
        int below = nodes.extreme(Operation.MINIMUM, node(call.arguments().get(2)), u);
        return nodes.extreme(Operation.MAXIMUM, node(call.arguments().get(1)), below);
      default:
        return nodes.apply(operation(call.function()), u);
    }
  }

  /** Those that are not listed bear the same name. */
  private static Operation operation(FormulaFunction function) {
    return function == FormulaFunction.ABS
        ? Operation.ABSOLUTE
        : Operation.valueOf(function.name());
  }
}
