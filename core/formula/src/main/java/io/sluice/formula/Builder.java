package io.sluice.formula;

import io.sluice.formula.Expression.Binary;
import io.sluice.formula.Expression.Call;
import io.sluice.formula.Expression.Choice;
import io.sluice.formula.Expression.Condition;
import io.sluice.formula.Expression.Negation;
import io.sluice.formula.Expression.Number;
import io.sluice.formula.Expression.Parameter;

/** Makes the nodes of an expression. */
final class Builder {

  private final Rewriter rewriter;

  Builder(Rewriter rewriter) {
    this.rewriter = rewriter;
  }

  int node(Expression expression) {
    if (expression instanceof Number) {
      return rewriter.constant(((Number) expression).value());
    }
    if (expression instanceof Parameter) {
      return rewriter.graph.parameter(((Parameter) expression).index());
    }
    if (expression instanceof Negation) {
      return rewriter.negate(node(((Negation) expression).operand()));
    }
    if (expression instanceof Binary) {
      return binary((Binary) expression);
    }
    if (expression instanceof Call) {
      return call((Call) expression);
    }
    if (expression instanceof Choice) {
      Choice choice = (Choice) expression;
      return rewriter.select(
          mask(choice.condition()), node(choice.then()), node(choice.otherwise()));
    }
    return rewriter.graph.variable();
  }

  private int binary(Binary binary) {
    int left = node(binary.left());
    int right = node(binary.right());
    switch (binary.operator()) {
      case PLUS:
        return rewriter.add(left, right);
      case MINUS:
        return rewriter.subtract(left, right);
      case TIMES:
        return rewriter.multiply(left, right);
      case DIVIDE:
        return rewriter.divide(left, right);
      default:
        return rewriter.graph.isConstant(left, Math.E) && !rewriter.graph.isConstant(right)
            ? rewriter.apply(Operation.EXP, right)
            : rewriter.power(left, right);
    }
  }

  private int mask(Condition condition) {
    int left = node(condition.left());
    int right = node(condition.right());
    switch (condition.comparison()) {
      case LESS:
        return rewriter.comparison(Operation.LESS, left, right);
      case AT_MOST:
        return rewriter.comparison(Operation.AT_MOST, left, right);
      case GREATER:
        return rewriter.comparison(Operation.LESS, right, left);
      case AT_LEAST:
        return rewriter.comparison(Operation.AT_MOST, right, left);
      default:
        return rewriter.comparison(Operation.EQUAL, left, right);
    }
  }

  private int call(Call call) {
    int u = node(call.argument());
    int zero = rewriter.constant(0);
    switch (call.function()) {
      case RELU:
        return rewriter.extreme(Operation.MAXIMUM, zero, u);
      case STEP:
        return rewriter.comparison(Operation.AT_MOST, zero, u);
      case MIN:
        return rewriter.extreme(Operation.MINIMUM, u, node(call.arguments().get(1)));
      case MAX:
        return rewriter.extreme(Operation.MAXIMUM, u, node(call.arguments().get(1)));
      case CLAMP:
        int below = rewriter.extreme(Operation.MINIMUM, node(call.arguments().get(2)), u);
        return rewriter.extreme(Operation.MAXIMUM, node(call.arguments().get(1)), below);
      default:
        return rewriter.apply(operation(call.function()), u);
    }
  }

  /** Those that are not listed bear the same name. */
  private static Operation operation(FormulaFunction function) {
    return function == FormulaFunction.ABS
        ? Operation.ABSOLUTE
        : Operation.valueOf(function.name());
  }
}
