package io.sluice.passport.proof;

import io.sluice.formula.FormulaFunction;

/** The functions of formulas, with their first two slopes. */
final class FunctionJets {

  private static final Bounds TWO = Bounds.of(2);
  private static final Bounds ROOT_PI = Bounds.around(1.7724538509055159);
  private static final Bounds ROOT_TWO_PI = Bounds.around(2.5066282746310002);
  private static final Bounds LN_2 = Bounds.around(0.6931471805599453);
  private static final Bounds LN_10 = Bounds.around(2.302585092994046);

  private FunctionJets() {}

  /** A function of one argument. */
  static Jet of(FormulaFunction function, Jet u) {
    Bounds v = u.value();
    switch (function) {
      case ABS:
        return v.low() >= 0 ? u : v.high() <= 0 ? u.negated() : absolute(u);
      case SIGN:
        return steps(v, -1, v.low() > 0, v.high() < 0);
      case STEP:
        return steps(v, 0, v.low() >= 0, v.high() < 0);
      case RELU:
        return v.low() >= 0
            ? u
            : v.high() <= 0
                ? Jet.constant(Bounds.ZERO)
                : u.or(Jet.constant(Bounds.ZERO)).within(new Bounds(0, v.high()));
      case SQUARE:
        return u.through(v.squared(), v.times(2), TWO);
      case SQRT:
        return root(u);
      case CBRT:
        return cubeRoot(u);
      case EXP:
        Bounds exp = FunctionBounds.exp(v);
        return u.through(exp, exp, exp);
      case EXPM1:
        Bounds slope = FunctionBounds.exp(v);
        return u.through(FunctionBounds.expm1(v), slope, slope);
      case LOG:
        return logarithm(u, FunctionBounds.log(v), v, Bounds.ONE);
      case LOG2:
        return logarithm(u, FunctionBounds.log2(v), v, LN_2);
      case LOG10:
        return logarithm(u, FunctionBounds.log10(v), v, LN_10);
      case LOG1P:
        return logarithm(u, FunctionBounds.log1p(v), v.plus(Bounds.ONE), Bounds.ONE);
      default:
        return transcendental(function, u);
    }
  }

  private static Jet transcendental(FormulaFunction function, Jet u) {
    Bounds v = u.value();
    switch (function) {
      case SIN:
        Bounds sine = FunctionBounds.sin(v);
        return u.through(sine, FunctionBounds.cos(v), sine.negated());
      case COS:
        Bounds cosine = FunctionBounds.cos(v);
        return u.through(cosine, FunctionBounds.sin(v).negated(), cosine.negated());
      case TAN:
        return of(FormulaFunction.SIN, u).over(of(FormulaFunction.COS, u));
      case SINC:
        return sinc(u);
      case SINH:
        Bounds sinh = FunctionBounds.sinh(v);
        return u.through(sinh, FunctionBounds.cosh(v), sinh);
      case COSH:
        Bounds cosh = FunctionBounds.cosh(v);
        return u.through(cosh, FunctionBounds.sinh(v), cosh);
      case TANH:
        Bounds tanh = FunctionBounds.tanh(v);
        Bounds sech = FunctionBounds.sechSquared(v);
        return u.through(tanh, sech, tanh.times(sech).times(-2));
      case ERF:
        return error(u, FunctionBounds.erf(v), 1);
      case ERFC:
        return error(u, FunctionBounds.erfc(v), -1);
      case NORMCDF:
        Bounds density = FunctionBounds.bell(v).over(ROOT_TWO_PI);
        return u.through(FunctionBounds.cumulative(v), density, density.times(v).negated());
      case SIGMOID:
        Bounds bump = FunctionBounds.sigmoidSlope(v);
        return u.through(
            FunctionBounds.sigmoid(v),
            bump,
            bump.times(FunctionBounds.tanh(v.times(0.5))).negated());
      case SOFTPLUS:
        return u.through(
            FunctionBounds.softplus(v), FunctionBounds.sigmoid(v), FunctionBounds.sigmoidSlope(v));
      default:
        return inverse(function, u);
    }
  }

  private static Jet inverse(FormulaFunction function, Jet u) {
    Bounds v = u.value();
    Bounds square = v.squared();
    Bounds over = square.plus(Bounds.ONE);
    Bounds under = Bounds.ONE.minus(square);
    switch (function) {
      case ATAN:
        return u.through(
            FunctionBounds.atan(v), Bounds.ONE.over(over), v.times(-2).over(over.squared()));
      case ASINH:
        Bounds root = over.root();
        return u.through(
            FunctionBounds.asinh(v), Bounds.ONE.over(root), v.negated().over(root.times(over)));
      case ATANH:
        return u.through(
            FunctionBounds.atanh(v), Bounds.ONE.over(under), v.times(2).over(under.squared()));
      case ASIN:
        return arc(u, FunctionBounds.asin(v), under, 1);
      case ACOS:
        return arc(u, Bounds.around(1.5707963267948966).minus(FunctionBounds.asin(v)), under, -1);
      case ACOSH:
        Bounds below = square.minus(Bounds.ONE).root();
        return u.through(
            FunctionBounds.acosh(v),
            Bounds.ONE.over(below),
            v.negated().over(below.times(below.squared())));
      default:
        throw new IllegalArgumentException(function + " does not have one argument");
    }
  }

  private static Jet arc(Jet u, Bounds value, Bounds under, int sign) {
    if (under.low() <= 0) {
      return new Jet(value, Bounds.ALL, Bounds.ALL, false);
    }
    Bounds root = under.root();
    return u.through(
        value, Bounds.of(sign).over(root), u.value().times(sign).over(root.times(under)));
  }

  private static Jet absolute(Jet u) {
    return u.or(u.negated()).within(u.value().absolute());
  }

  private static Jet steps(Bounds v, double below, boolean isAbove, boolean isBelow) {
    if (isAbove || isBelow) {
      return Jet.constant(Bounds.of(isAbove ? 1 : below));
    }
    return Jet.constant(new Bounds(below, 1)).rough();
  }

  private static Jet root(Jet u) {
    Bounds root = u.value().root();
    if (u.value().low() <= 0) {
      return new Jet(root, Bounds.ALL, Bounds.ALL, false);
    }
    Bounds slope = Bounds.ONE.over(root.times(2));
    return u.through(root, slope, slope.over(u.value().times(-2)));
  }

  private static Jet cubeRoot(Jet u) {
    Bounds root = FunctionBounds.cbrt(u.value());
    if (u.value().contains(0)) {
      return new Jet(root, Bounds.ALL, Bounds.ALL, false);
    }
    Bounds slope = Bounds.ONE.over(root.squared().times(3));
    return u.through(root, slope, slope.times(-2).over(u.value().times(3)));
  }

  private static Jet logarithm(Jet u, Bounds value, Bounds argument, Bounds base) {
    if (argument.low() <= 0) {
      return new Jet(value, Bounds.ALL, Bounds.ALL, false);
    }
    return u.through(
        value,
        Bounds.ONE.over(argument.times(base)),
        Bounds.of(-1).over(argument.squared().times(base)));
  }

  private static Jet error(Jet u, Bounds value, int sign) {
    Bounds slope = FunctionBounds.gaussian(u.value()).times(2 * sign).over(ROOT_PI);
    return u.through(value, slope, slope.times(u.value()).times(-2));
  }

  /** Up to 1 by series whose next term bounds the rest; the bend is at most 1/3 in size. */
  private static Jet sinc(Jet u) {
    Bounds v = u.value();
    Bounds third = new Bounds(-0.33333333333333337, 0.33333333333333337);
    Bounds value = new Bounds(-0.21723362821122168, 1);
    Bounds slope = new Bounds(-0.43618181727145854, 0.43618181727145854);
    if (v.low() >= -1 && v.high() <= 1) {
      Bounds square = v.squared();
      Bounds fourth = square.squared();
      value = value.and(series(Bounds.ONE, square, 6, fourth, 120));
      Bounds share = series(Bounds.ONE.over(Bounds.of(3)), square, 30, fourth, 840);
      slope = slope.and(v.negated().times(share));
    }
    if (v.low() > 0.05 || v.high() < -0.05) {
      value = value.and(FunctionBounds.sin(v).over(v));
      slope = slope.and(FunctionBounds.cos(v).minus(value).over(v));
    }
    return u.through(value, slope, third);
  }

  /** first - square / a + fourth / b, or less by up to the last term. */
  private static Bounds series(Bounds first, Bounds square, int a, Bounds fourth, int b) {
    Bounds last = fourth.over(Bounds.of(b)).hull(Bounds.ZERO);
    return first.minus(square.over(Bounds.of(a))).plus(last);
  }
}
