package io.sluice.passport.exact;

import io.sluice.formula.Expression;
import io.sluice.formula.FormulaFunction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The exact values of a formula, as far as doubles can tell. Not for several threads. */
public final class ExactFormula {

  private static final int[] DIGITS = {30, 45, 90, 300, 600, 700};
  private static final BigDecimal AGREEMENT = new BigDecimal("1e-22");

  private final Expression expression;
  private final BigDecimal[] parameters;
  private final Digits[] digits = new Digits[DIGITS.length];

  /** Whether a number that is not 0 left no trace in a sum, or two such came out as 0. */
  private boolean lost;

  /**
   * For one formula.
   *
   * @param parameters the values of its hyper-parameters, in its order
   */
  public ExactFormula(Expression expression, double[] parameters) {
    this.expression = expression;
    this.parameters = new BigDecimal[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      this.parameters[i] = new BigDecimal(parameters[i]);
    }
    for (int i = 0; i < DIGITS.length; i++) {
      digits[i] = new Digits(DIGITS[i]);
    }
  }

  /** The value to 22 digits; empty where it is undefined, too large or cannot be had. */
  public Optional<BigDecimal> value(double x) {
    lost = false;
    try {
      BigDecimal input = new BigDecimal(x);
      BigDecimal last = value(expression, input, digits[0]);
      for (int i = 1; i < DIGITS.length; i++) {
        BigDecimal next = value(expression, input, digits[i]);
        BigDecimal difference = next.subtract(last).abs();
        // 0 at few digits may be what was left when all of them cancelled, as in 1 + tanh(x), or
        // when there were too few to tell 1 + exp(x) from 1.
        boolean doubtful = lost && next.signum() == 0 && i < DIGITS.length - 1;
        if (!doubtful && difference.compareTo(next.abs().multiply(AGREEMENT)) <= 0) {
          return Optional.of(next);
        }
        last = next;
      }
      return Optional.empty();
    } catch (ArithmeticException undefined) {
      return Optional.empty();
    }
  }

  private BigDecimal value(Expression expression, BigDecimal x, Digits d) {
    if (expression instanceof Expression.Number) {
      double number = ((Expression.Number) expression).value();
      return number == Math.PI
          ? d.pi()
          : number == Math.E ? d.exp(BigDecimal.ONE) : new BigDecimal(number);
    }
    if (expression instanceof Expression.Variable) {
      return x;
    }
    if (expression instanceof Expression.Parameter) {
      return parameters[((Expression.Parameter) expression).index()];
    }
    if (expression instanceof Expression.Negation) {
      return value(((Expression.Negation) expression).operand(), x, d).negate();
    }
    if (expression instanceof Expression.Binary) {
      return binary((Expression.Binary) expression, x, d);
    }
    if (expression instanceof Expression.Call) {
      return call((Expression.Call) expression, x, d);
    }
    Expression.Choice choice = (Expression.Choice) expression;
    return value(holds(choice.condition(), x, d) ? choice.then() : choice.otherwise(), x, d);
  }

  private boolean holds(Expression.Condition condition, BigDecimal x, Digits d) {
    int order = value(condition.left(), x, d).compareTo(value(condition.right(), x, d));
    switch (condition.comparison()) {
      case LESS:
        return order < 0;
      case AT_MOST:
        return order <= 0;
      case GREATER:
        return order > 0;
      case AT_LEAST:
        return order >= 0;
      default:
        return order == 0;
    }
  }

  private BigDecimal binary(Expression.Binary binary, BigDecimal x, Digits d) {
    BigDecimal left = value(binary.left(), x, d);
    BigDecimal right = value(binary.right(), x, d);
    switch (binary.operator()) {
      case PLUS:
        return sum(left, right, d);
      case MINUS:
        return sum(left, right.negate(), d);
      case TIMES:
        return d.times(left, right);
      case DIVIDE:
        return d.over(left, right);
      default:
        return power(left, right, d);
    }
  }

  private BigDecimal sum(BigDecimal left, BigDecimal right, Digits d) {
    BigDecimal sum = d.plus(left, right);
    boolean both = left.signum() != 0 && right.signum() != 0;
    lost |= both && (sum.signum() == 0 || sum.compareTo(left) == 0 || sum.compareTo(right) == 0);
    return sum;
  }

  private static BigDecimal power(BigDecimal base, BigDecimal exponent, Digits d) {
    BigDecimal whole = exponent.stripTrailingZeros();
    if (whole.scale() <= 0 && whole.abs().compareTo(BigDecimal.valueOf(1000)) <= 0) {
      int n = whole.intValueExact();
      BigDecimal power = d.power(base, Math.abs(n));
      return n < 0 ? d.over(BigDecimal.ONE, power) : power;
    }
    if (base.signum() == 0 && exponent.signum() > 0) {
      return BigDecimal.ZERO;
    }
    return d.exp(d.times(exponent, d.log(base)));
  }

  private BigDecimal call(Expression.Call call, BigDecimal x, Digits d) {
    List<BigDecimal> arguments =
        call.arguments().stream().map(argument -> value(argument, x, d)).toList();
    switch (call.function()) {
      case MIN:
        return arguments.get(0).min(arguments.get(1));
      case MAX:
        return arguments.get(0).max(arguments.get(1));
      case CLAMP:
        return arguments.get(1).max(arguments.get(0).min(arguments.get(2)));
      default:
        return plain(call.function(), arguments.get(0), d);
    }
  }

  private static BigDecimal plain(FormulaFunction function, BigDecimal u, Digits d) {
    switch (function) {
      case ABS:
        return u.abs();
      case SIGN:
        return BigDecimal.valueOf(u.signum());
      case STEP:
        return BigDecimal.valueOf(u.signum() < 0 ? 0 : 1);
      case RELU:
        return u.max(BigDecimal.ZERO);
      case SQUARE:
        return d.times(u, u);
      case SQRT:
        return d.root(u);
      case CBRT:
        return d.cubeRoot(u);
      case EXP:
        return d.exp(u);
      case EXPM1:
        return d.expm1(u);
      case LOG:
        return d.log(u);
      case LOG1P:
        return d.log1p(u);
      case LOG2:
        return d.over(d.log(u), d.log(BigDecimal.valueOf(2)));
      case LOG10:
        return d.over(d.log(u), d.log(BigDecimal.TEN));
      default:
        return transcendental(function, u, d);
    }
  }

  private static BigDecimal transcendental(FormulaFunction function, BigDecimal u, Digits d) {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal two = BigDecimal.valueOf(2);
    switch (function) {
      case SIN:
        return d.sin(u);
      case COS:
        return d.cos(u);
      case TAN:
        return d.over(d.sin(u), d.cos(u));
      case SINC:
        return u.signum() == 0 ? one : d.over(d.sin(u), u);
      case SINH:
        BigDecimal m = d.expm1(u);
        return d.over(d.plus(m, d.over(m, d.plus(m, one))), two);
      case COSH:
        BigDecimal e = d.exp(u);
        return d.over(d.plus(e, d.over(one, e)), two);
      case TANH:
        BigDecimal twice = d.expm1(d.times(two, u.abs()).negate());
        BigDecimal size = d.over(twice.negate(), d.plus(twice, two));
        return u.signum() < 0 ? size.negate() : size;
      case SIGMOID:
        return u.signum() < 0
            ? d.over(d.exp(u), d.plus(one, d.exp(u)))
            : d.over(one, d.plus(one, d.exp(u.negate())));
      case SOFTPLUS:
        BigDecimal rest = d.log1p(d.exp(u.abs().negate()));
        return u.signum() > 0 ? d.plus(u, rest) : rest;
      case ERF:
        return d.erf(u);
      case ERFC:
        return d.erfc(u);
      case NORMCDF:
        return d.over(d.erfc(d.over(u.negate(), d.root(two))), two);
      default:
        return inverse(function, u, d);
    }
  }

  private static BigDecimal inverse(FormulaFunction function, BigDecimal u, Digits d) {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal square = d.times(u, u);
    switch (function) {
      case ATAN:
        return d.atan(u);
      case ASIN:
        return d.atan(d.over(u, d.root(one.subtract(square))));
      case ACOS:
        return d.plus(
            d.over(d.pi(), BigDecimal.valueOf(2)),
            d.atan(d.over(u, d.root(one.subtract(square)))).negate());
      case ASINH:
        BigDecimal root = d.root(d.plus(square, one));
        BigDecimal size = d.log1p(d.plus(u.abs(), d.over(square, d.plus(one, root))));
        return u.signum() < 0 ? size.negate() : size;
      case ACOSH:
        return d.log(d.plus(u, d.root(square.subtract(one))));
      case ATANH:
        return d.over(d.log(d.over(d.plus(one, u), one.subtract(u))), BigDecimal.valueOf(2));
      default:
        throw new IllegalArgumentException(function + " does not have one argument");
    }
  }
}
