package io.sluice.passport.proof;

import io.sluice.formula.Expression;
import io.sluice.formula.FormulaFunction;
import java.util.ArrayList;
import java.util.List;

/** Parts of formulas that are better evaluated as one than piece by piece. */
final class Patterns {

  private static final Expression ONE = new Expression.Number(1);
  private static final Expression TWO = new Expression.Number(2);

  private Patterns() {}

  /**
   * A denominator as {@code rest + factor * share²} or {@code rest + |share|}.
   *
   * @param rest the terms that have nothing of the share
   * @param factor what stands before the share
   * @param absolute whether it is |share|
   */
  record Split(Expression rest, Expression factor, boolean absolute) {}

  /** u where the quotient is 1 / (1 + e^-u), otherwise null. */
  static Expression sigmoid(Expression.Binary quotient) {
    if (!quotient.left().equals(ONE)) {
      return null;
    }
    Expression exponent = onePlusExp(quotient.right());
    if (exponent == null) {
      return null;
    }
    return exponent instanceof Expression.Negation
        ? ((Expression.Negation) exponent).operand()
        : new Expression.Negation(exponent);
  }

  /** u where the call is ln(1 + e^u), otherwise null. */
  static Expression softplus(Expression.Call call) {
    if (call.function() == FormulaFunction.LOG) {
      return onePlusExp(call.argument());
    }
    return call.function() == FormulaFunction.LOG1P ? exponent(call.argument()) : null;
  }

  /** u where the sum is 1 + tanh u, which is 2 / (1 + e^(-2 u)); otherwise null. */
  static Expression onePlusTanh(Expression.Binary sum) {
    return sum.operator() == Expression.Operator.PLUS
            && sum.left().equals(ONE)
            && sum.right() instanceof Expression.Call
            && ((Expression.Call) sum.right()).function() == FormulaFunction.TANH
        ? ((Expression.Call) sum.right()).argument()
        : null;
  }

  /** u where a term of the sum is c u² and u is not a number, otherwise null. */
  static Expression squared(Expression sum) {
    List<Expression> terms = terms(sum);
    for (Expression term : terms) {
      Expression square =
          term instanceof Expression.Binary
                  && ((Expression.Binary) term).operator() == Expression.Operator.TIMES
              ? ((Expression.Binary) term).right()
              : term;
      Expression base = base(square);
      if (terms.size() > 1 && base != null && !isPlain(base)) {
        return base;
      }
    }
    return null;
  }

  private static boolean isPlain(Expression base) {
    return base instanceof Expression.Number || base instanceof Expression.Parameter;
  }

  private static Expression base(Expression square) {
    if (square instanceof Expression.Call
        && ((Expression.Call) square).function() == FormulaFunction.SQUARE) {
      return ((Expression.Call) square).argument();
    }
    return square instanceof Expression.Binary
            && ((Expression.Binary) square).operator() == Expression.Operator.POWER
            && ((Expression.Binary) square).right().equals(TWO)
        ? ((Expression.Binary) square).left()
        : null;
  }

  private static Expression onePlusExp(Expression sum) {
    if (!(sum instanceof Expression.Binary)
        || ((Expression.Binary) sum).operator() != Expression.Operator.PLUS) {
      return null;
    }
    Expression.Binary binary = (Expression.Binary) sum;
    if (binary.left().equals(ONE)) {
      return exponent(binary.right());
    }
    return binary.right().equals(ONE) ? exponent(binary.left()) : null;
  }

  private static Expression exponent(Expression call) {
    return call instanceof Expression.Call
            && ((Expression.Call) call).function() == FormulaFunction.EXP
        ? ((Expression.Call) call).argument()
        : null;
  }

  /** A sum with the share or its size as a term, otherwise null. */
  static Split split(Expression sum, Expression share) {
    List<Expression> terms = terms(sum);
    Expression size = new Expression.Call(FormulaFunction.ABS, List.of(share));
    for (Expression term : terms) {
      if (terms.size() > 1 && (term.equals(share) || term.equals(size))) {
        return new Split(rest(terms, term), ONE, term.equals(size));
      }
    }
    return null;
  }

  /** The root of a sum with a multiple of the share's square as a term, otherwise null. */
  static Split splitRoot(Expression root, Expression share) {
    if (!(root instanceof Expression.Call)
        || ((Expression.Call) root).function() != FormulaFunction.SQRT) {
      return null;
    }
    List<Expression> terms = terms(((Expression.Call) root).argument());
    for (Expression term : terms) {
      Expression factor = factor(term, share);
      if (terms.size() > 1 && factor != null) {
        return new Split(rest(terms, term), factor, false);
      }
    }
    return null;
  }

  private static Expression factor(Expression term, Expression share) {
    if (isSquare(term, share)) {
      return ONE;
    }
    if (term instanceof Expression.Binary
        && ((Expression.Binary) term).operator() == Expression.Operator.TIMES
        && isSquare(((Expression.Binary) term).right(), share)) {
      return ((Expression.Binary) term).left();
    }
    return null;
  }

  private static boolean isSquare(Expression term, Expression share) {
    return term.equals(new Expression.Call(FormulaFunction.SQUARE, List.of(share)))
        || term.equals(new Expression.Binary(Expression.Operator.POWER, share, TWO))
        || term.equals(new Expression.Binary(Expression.Operator.TIMES, share, share));
  }

  private static List<Expression> terms(Expression sum) {
    List<Expression> terms = new ArrayList<>();
    if (sum instanceof Expression.Binary
        && ((Expression.Binary) sum).operator() == Expression.Operator.PLUS) {
      terms.addAll(terms(((Expression.Binary) sum).left()));
      terms.addAll(terms(((Expression.Binary) sum).right()));
    } else {
      terms.add(sum);
    }
    return terms;
  }

  private static Expression rest(List<Expression> terms, Expression without) {
    Expression rest = null;
    boolean left = false;
    for (Expression term : terms) {
      if (!left && term == without) {
        left = true;
      } else {
        rest = rest == null ? term : new Expression.Binary(Expression.Operator.PLUS, rest, term);
      }
    }
    return rest;
  }
}
