package io.sluice.passport.proof;

import io.sluice.formula.Expression;
import io.sluice.formula.FormulaFunction;
import io.sluice.math.Power;
import java.util.List;

/** Evaluates a formula on boxes of inputs. */
final class Jets {

  private static final int LARGEST_WHOLE_POWER = 64;

  private final double[] parameters;

  /**
   * For a formula with these values of its hyper-parameters.
   *
   * @param parameters in the formula's order
   */
  Jets(double[] parameters) {
    this.parameters = parameters.clone();
  }

  Jet of(Expression expression, Bounds x) {
    if (expression instanceof Expression.Number) {
      double value = ((Expression.Number) expression).value();
      boolean rounded = value == Math.PI || value == Math.E;
      return Jet.constant(rounded ? Bounds.around(value) : Bounds.of(value));
    }
    if (expression instanceof Expression.Variable) {
      return Jet.variable(x);
    }
    if (expression instanceof Expression.Parameter) {
      return Jet.constant(Bounds.of(parameters[((Expression.Parameter) expression).index()]));
    }
    if (expression instanceof Expression.Negation) {
      return of(((Expression.Negation) expression).operand(), x).negated();
    }
    if (expression instanceof Expression.Binary) {
      return binary((Expression.Binary) expression, x);
    }
    if (expression instanceof Expression.Call) {
      return call((Expression.Call) expression, x);
    }
    return choice((Expression.Choice) expression, x);
  }

  private Jet binary(Expression.Binary binary, Bounds x) {
    if (binary.operator() == Expression.Operator.DIVIDE) {
      return quotient(binary, x);
    }
    Jet left = of(binary.left(), x);
    Jet right = of(binary.right(), x);
    Expression twice = Patterns.onePlusTanh(binary);
    if (twice != null) {
      Jet u = of(twice, x);
      return Jet.constant(Bounds.of(2)).times(FunctionJets.of(FormulaFunction.SIGMOID, u.plus(u)));
    }
    switch (binary.operator()) {
      case PLUS:
        return left.plus(right);
      case MINUS:
        return left.minus(right);
      case TIMES:
        return binary.left().equals(binary.right())
            ? FunctionJets.of(FormulaFunction.SQUARE, left)
            : left.times(right);
      default:
        return power(left, right);
    }
  }

  /** Where numerator and denominator share a part, it is divided out first. */
  private Jet quotient(Expression.Binary binary, Bounds x) {
    Expression over = Patterns.sigmoid(binary);
    if (over != null) {
      return FunctionJets.of(FormulaFunction.SIGMOID, of(over, x));
    }
    Jet left = of(binary.left(), x);
    Jet right = of(binary.right(), x);
    if (left.value().contains(0) || left.isConstant()) {
      return left.over(right);
    }
    Expression numerator = binary.left();
    Jet factor = Jet.constant(Bounds.ONE);
    while (numerator instanceof Expression.Binary
        && ((Expression.Binary) numerator).operator() == Expression.Operator.TIMES
        && of(((Expression.Binary) numerator).left(), x).isConstant()) {
      factor = factor.times(of(((Expression.Binary) numerator).left(), x));
      numerator = ((Expression.Binary) numerator).right();
    }
    Jet share = of(numerator, x);
    Jet one = Jet.constant(Bounds.ONE);
    Patterns.Split sum = Patterns.split(binary.right(), numerator);
    if (sum != null) {
      Jet rest = of(sum.rest(), x);
      int sign = sum.absolute() && share.value().high() < 0 ? -1 : 1;
      return factor
          .times(one.over(rest.over(share).plus(Jet.constant(Bounds.of(sign)))))
          .and(left.over(right));
    }
    Patterns.Split root = Patterns.splitRoot(binary.right(), numerator);
    if (root != null) {
      Jet square = FunctionJets.of(FormulaFunction.SQUARE, share);
      Jet inside = of(root.rest(), x).over(square).plus(of(root.factor(), x));
      Jet size = one.over(FunctionJets.of(FormulaFunction.SQRT, inside));
      return factor.times(share.value().high() < 0 ? size.negated() : size).and(left.over(right));
    }
    return left.over(right);
  }

  private Jet call(Expression.Call call, Bounds x) {
    List<Expression> arguments = call.arguments();
    Expression inner = Patterns.softplus(call);
    if (inner != null) {
      return FunctionJets.of(FormulaFunction.SOFTPLUS, of(inner, x));
    }
    switch (call.function()) {
      case SQRT:
        return root(call, x);
      case MIN:
        return least(of(arguments.get(0), x), of(arguments.get(1), x));
      case MAX:
        return greatest(of(arguments.get(0), x), of(arguments.get(1), x));
      case CLAMP:
        return greatest(
            of(arguments.get(1), x), least(of(arguments.get(0), x), of(arguments.get(2), x)));
      default:
        return FunctionJets.of(call.function(), of(call.argument(), x));
    }
  }

  /** √(r + c u²), for large u also as |u| √(r / u² + c). */
  private Jet root(Expression.Call call, Bounds x) {
    Jet plain = FunctionJets.of(FormulaFunction.SQRT, of(call.argument(), x));
    Expression share = Patterns.squared(call.argument());
    if (share == null) {
      return plain;
    }
    Jet u = of(share, x);
    if (u.isConstant() || u.value().contains(0)) {
      return plain;
    }
    Patterns.Split split = Patterns.splitRoot(call, share);
    Jet inside =
        of(split.rest(), x)
            .over(FunctionJets.of(FormulaFunction.SQUARE, u))
            .plus(of(split.factor(), x));
    return FunctionJets.of(FormulaFunction.ABS, u)
        .times(FunctionJets.of(FormulaFunction.SQRT, inside))
        .and(plain);
  }

  private static Jet greatest(Jet a, Jet b) {
    if (a.value().low() >= b.value().high()) {
      return a;
    }
    if (b.value().low() >= a.value().high()) {
      return b;
    }
    return a.or(b)
        .within(
            new Bounds(
                Math.max(a.value().low(), b.value().low()),
                Math.max(a.value().high(), b.value().high())));
  }

  private static Jet least(Jet a, Jet b) {
    return greatest(a.negated(), b.negated()).negated();
  }

  private Jet choice(Expression.Choice choice, Bounds x) {
    Expression.Condition condition = choice.condition();
    Bounds left = of(condition.left(), x).value();
    Bounds right = of(condition.right(), x).value();
    Boolean decided = Conditions.decide(left, condition.comparison(), right);
    if (decided == null) {
      return of(choice.then(), x).or(of(choice.otherwise(), x));
    }
    return of(decided ? choice.then() : choice.otherwise(), x);
  }

  private static Jet power(Jet base, Jet exponent) {
    double n = exponent.value().low();
    if (exponent.isConstant() && n == exponent.value().high()) {
      if (n == Math.rint(n) && Math.abs(n) <= LARGEST_WHOLE_POWER) {
        return n >= 0 ? whole(base, (int) n) : Jet.constant(Bounds.ONE).over(whole(base, (int) -n));
      }
      if (base.value().low() > 0) {
        return base.through(
            real(base.value(), n),
            real(base.value(), n - 1).times(n),
            real(base.value(), n - 2)
                .times(n)
                .times(Math.nextUp(n - 1))
                .hull(real(base.value(), n - 2).times(n).times(Math.nextDown(n - 1))));
      }
      if (base.value().low() == 0 && n > 0) {
        return new Jet(real(base.value(), n), Bounds.ALL, Bounds.ALL, false);
      }
    }
    return FunctionJets.of(
        FormulaFunction.EXP, exponent.times(FunctionJets.of(FormulaFunction.LOG, base)));
  }

  private static Jet whole(Jet base, int n) {
    if (n == 0) {
      return Jet.constant(Bounds.ONE);
    }
    if (n == 1) {
      return base;
    }
    Bounds v = base.value();
    return base.through(
        wholePower(v, n),
        wholePower(v, n - 1).times(n),
        wholePower(v, n - 2).times((double) n * (n - 1)));
  }

  private static Bounds wholePower(Bounds v, int n) {
    Bounds result = Bounds.ONE;
    if (n % 2 == 0) {
      Bounds size = v.absolute();
      for (int i = 0; i < n; i++) {
        result = result.times(size);
      }
      return result;
    }
    Bounds low = Bounds.ONE;
    Bounds high = Bounds.ONE;
    for (int i = 0; i < n; i++) {
      low = low.times(Bounds.of(v.low()));
      high = high.times(Bounds.of(v.high()));
    }
    return new Bounds(low.low(), high.high());
  }

  /** A power of positive numbers, widened by 8 units in the last place. */
  private static Bounds real(Bounds v, double n) {
    double a = Power.pow(v.low(), n);
    double b = Power.pow(v.high(), n);
    double least = Math.min(a, b);
    double greatest = Math.max(a, b);
    return Bounds.outer(
        Double.isInfinite(least) ? Double.MAX_VALUE : Math.max(0, least - 8 * Math.ulp(least)),
        greatest + 8 * Math.ulp(greatest));
  }
}
