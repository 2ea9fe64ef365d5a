package io.sluice.passport.proof;

import io.sluice.math.CommonLogarithm;
import io.sluice.math.CubeRoot;
import io.sluice.math.ErrorFunction;
import io.sluice.math.Exponential;
import io.sluice.math.Gaussian;
import io.sluice.math.Hyperbolic;
import io.sluice.math.HyperbolicSine;
import io.sluice.math.InverseHyperbolic;
import io.sluice.math.InverseTrigonometric;
import io.sluice.math.Logarithm;
import io.sluice.math.Logistic;
import io.sluice.math.Normal;
import io.sluice.math.Trigonometric;
import java.util.function.DoubleUnaryOperator;

/**
 * Elementary functions of intervals. Monotone ones are evaluated at the ends and widened by 8 units
 * in the last place, more than twice the largest error that {@code docs/mathematics.md} states of
 * any of them; StrictMath's, within one such unit by its specification, by the same. Periodic ones
 * look for the extremes between the ends.
 */
final class FunctionBounds {

  private static final int MARGIN = 8;

  /** 2π, π / 2 in their last places. */
  private static final double TURN = 6.283185307179586;

  private static final double LARGEST_ANGLE = 1e9;

  private FunctionBounds() {}

  private static double down(double value) {
    return Double.isFinite(value) ? value - MARGIN * Math.ulp(value) : value;
  }

  private static double up(double value) {
    return Double.isFinite(value) ? value + MARGIN * Math.ulp(value) : value;
  }

  /** An increasing function with these bounds; it is known exactly where it is 0 at 0. */
  private static Bounds increasing(
      DoubleUnaryOperator function, Bounds x, double least, double greatest) {
    return Bounds.outer(
        Math.max(least, end(function, x.low(), -1)),
        Math.min(greatest, end(function, x.high(), 1)));
  }

  private static double end(DoubleUnaryOperator function, double x, int direction) {
    double value = function.applyAsDouble(x);
    if (x == 0 && value == 0) {
      return 0;
    }
    double moved = direction < 0 ? down(value) : up(value);
    if (direction < 0 && moved == Double.POSITIVE_INFINITY && Double.isFinite(x)) {
      return Math.nextDown(moved);
    }
    if (direction > 0 && moved == Double.NEGATIVE_INFINITY && Double.isFinite(x)) {
      return Math.nextUp(moved);
    }
    return moved;
  }

  private static Bounds increasing(DoubleUnaryOperator function, Bounds x) {
    return increasing(function, x, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** A function of |x| that decreases. */
  private static Bounds bump(
      DoubleUnaryOperator function, Bounds x, double least, double greatest) {
    Bounds size = x.absolute();
    return increasing(y -> function.applyAsDouble(-y), size.negated(), least, greatest);
  }

  static Bounds exp(Bounds x) {
    return increasing(Exponential::exp, x, 0, Double.POSITIVE_INFINITY);
  }

  static Bounds expm1(Bounds x) {
    return increasing(Exponential::expm1, x, -1, Double.POSITIVE_INFINITY);
  }

  static Bounds log(Bounds x) {
    return x.low() < 0 ? Bounds.ALL : increasing(FunctionBounds::logarithm, x);
  }

  private static double logarithm(double x) {
    return x == 0 ? Double.NEGATIVE_INFINITY : Logarithm.log(x);
  }

  static Bounds log1p(Bounds x) {
    return x.low() < -1 ? Bounds.ALL : increasing(Logarithm::log1p, x);
  }

  static Bounds log2(Bounds x) {
    return x.low() < 0 ? Bounds.ALL : increasing(CommonLogarithm::log2, x);
  }

  static Bounds log10(Bounds x) {
    return x.low() < 0 ? Bounds.ALL : increasing(CommonLogarithm::log10, x);
  }

  static Bounds cbrt(Bounds x) {
    return increasing(CubeRoot::cbrt, x);
  }

  static Bounds asin(Bounds x) {
    return x.low() < -1 || x.high() > 1 ? Bounds.ALL : increasing(StrictMath::asin, x);
  }

  static Bounds atan(Bounds x) {
    return increasing(InverseTrigonometric::atan, x, -1.5707963267948968, 1.5707963267948968);
  }

  static Bounds sinh(Bounds x) {
    return increasing(HyperbolicSine::sinh, x);
  }

  static Bounds cosh(Bounds x) {
    return increasing(HyperbolicSine::cosh, x.absolute(), 1, Double.POSITIVE_INFINITY);
  }

  static Bounds tanh(Bounds x) {
    return increasing(Hyperbolic::tanh, x, -1, 1);
  }

  /** 1 - tanh². */
  static Bounds sechSquared(Bounds x) {
    return bump(Hyperbolic::sechSquared, x, 0, 1);
  }

  static Bounds asinh(Bounds x) {
    return increasing(InverseHyperbolic::asinh, x);
  }

  static Bounds acosh(Bounds x) {
    return x.low() < 1
        ? Bounds.ALL
        : log(x.plus(x.squared().minus(Bounds.ONE).root())).and(new Bounds(0, 1e4));
  }

  static Bounds atanh(Bounds x) {
    return x.low() < -1 || x.high() > 1 ? Bounds.ALL : increasing(InverseHyperbolic::atanh, x);
  }

  static Bounds erf(Bounds x) {
    return increasing(ErrorFunction::erf, x, -1, 1);
  }

  static Bounds erfc(Bounds x) {
    return increasing(y -> ErrorFunction.erfc(-y), x.negated(), 0, 2);
  }

  /** e^(-x²). */
  static Bounds gaussian(Bounds x) {
    return bump(Gaussian::gaussian, x, 0, 1);
  }

  /** e^(-x² / 2). */
  static Bounds bell(Bounds x) {
    return bump(Normal::bell, x, 0, 1);
  }

  static Bounds cumulative(Bounds x) {
    return increasing(Normal::cumulative, x, 0, 1);
  }

  static Bounds sigmoid(Bounds x) {
    return increasing(Logistic::sigmoid, x, 0, 1);
  }

  /** σ(x) σ(-x). */
  static Bounds sigmoidSlope(Bounds x) {
    return bump(y -> Logistic.sigmoid(y) * Logistic.sigmoid(-y), x, 0, 0.25);
  }

  static Bounds softplus(Bounds x) {
    return increasing(Logistic::softplus, x, 0, Double.POSITIVE_INFINITY);
  }

  static Bounds sin(Bounds x) {
    return wave(Trigonometric::sin, x, 0.25, 0.75);
  }

  static Bounds cos(Bounds x) {
    return wave(Trigonometric::cos, x, 0, 0.5);
  }

  /**
   * A wave with its crests and troughs at these parts of a turn. Counting is off by less than the
   * slack, so a crest just outside may be taken for one inside, never the other way round.
   */
  private static Bounds wave(DoubleUnaryOperator wave, Bounds x, double crest, double trough) {
    if (!(x.low() >= -LARGEST_ANGLE && x.high() <= LARGEST_ANGLE) || x.width() > TURN) {
      return new Bounds(-1, 1);
    }
    double a = wave.applyAsDouble(x.low());
    double b = wave.applyAsDouble(x.high());
    double least = a == 0 && x.low() == 0 && b >= 0 ? 0 : Math.min(down(a), down(b));
    double greatest = b == 0 && x.high() == 0 && a <= 0 ? 0 : Math.max(up(a), up(b));
    double from = x.low() / TURN;
    double to = x.high() / TURN;
    double slack = 1e-12 + 1e-15 * Math.max(Math.abs(from), Math.abs(to));
    if (Math.ceil(from - crest - slack) <= to - crest + slack) {
      greatest = 1;
    }
    if (Math.ceil(from - trough - slack) <= to - trough + slack) {
      least = -1;
    }
    return Bounds.outer(Math.max(-1, least), Math.min(1, greatest));
  }
}
