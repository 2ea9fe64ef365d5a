package io.sluice.math;

import io.sluice.math.DoubleDouble.Polynomial;

/**
 * The elementary functions to about 90 bits, by other ways than those under test: Taylor series
 * after a reduction with tables, and one step of Newton's method for the inverse functions.
 */
final class Reference {

  static final DoubleDouble LN2 =
      DoubleDouble.of("0.69314718055994530941723212145817656807550013436025525");

  private static final DoubleDouble LN10 =
      DoubleDouble.of("2.3025850929940456840179914546843642076011014886287730");

  /** Where a function that starts like x is x. */
  private static final double TINY = 0x1p-200;

  /** Steps of the table of powers of e. */
  private static final int STEPS = 32;

  private static final Polynomial EXPM1_RATIO = Polynomial.of(inverseFactorials(1, 1, 1, 13), 6);
  private static final Polynomial SINE_RATIO = Polynomial.of(inverseFactorials(1, 2, -1, 15), 6);
  private static final Polynomial COSINE = Polynomial.of(inverseFactorials(0, 2, -1, 15), 6);
  private static final DoubleDouble[] POWERS_OF_E = powersOfE();

  private Reference() {}

  /** sign^i / (first + i step)!. */
  private static DoubleDouble[] inverseFactorials(int first, int step, int sign, int count) {
    DoubleDouble[] result = new DoubleDouble[count];
    DoubleDouble current = DoubleDouble.ONE;
    int n = 0;
    for (int i = 0; i < count; i++) {
      while (n < first + i * step) {
        n++;
        current = current.over(DoubleDouble.of(n));
      }
      result[i] = sign < 0 && i % 2 == 1 ? current.negated() : current;
    }
    return result;
  }

  /** e^(j / STEPS) for j from -STEPS / 2 on. */
  private static DoubleDouble[] powersOfE() {
    DoubleDouble[] result = new DoubleDouble[STEPS + 1];
    for (int j = 0; j <= STEPS; j++) {
      DoubleDouble sixteenth = DoubleDouble.of((j - STEPS / 2.0) / STEPS / 16);
      DoubleDouble power = sixteenth.times(EXPM1_RATIO.at(sixteenth)).plus(1);
      for (int doubling = 0; doubling < 4; doubling++) {
        power = power.times(power);
      }
      result[j] = power;
    }
    return result;
  }

  static Exact exp(double x) {
    return exp(DoubleDouble.of(x));
  }

  static Exact exp(DoubleDouble x) {
    if (Math.abs(x.high()) > 2000) {
      return new Exact(DoubleDouble.ONE, x.high() < 0 ? -2800 : 2800);
    }
    double k = Math.rint(x.high() / LN2.high());
    DoubleDouble r = x.minus(LN2.times(k));
    double j = Math.rint(r.high() * STEPS);
    r = r.plus(-j / STEPS);
    DoubleDouble expm1 = r.times(EXPM1_RATIO.at(r));
    DoubleDouble step = POWERS_OF_E[(int) j + STEPS / 2];
    return new Exact(step.plus(step.times(expm1)), (int) k);
  }

  static Exact expm1(double x) {
    if (x > 200) {
      return exp(x);
    }
    return Exact.of(Math.abs(x) < TINY ? DoubleDouble.of(x) : expm1(DoubleDouble.of(x)));
  }

  /** e^x - 1 for an x below 200. */
  private static DoubleDouble expm1(DoubleDouble x) {
    return Math.abs(x.high()) < 0.5 / STEPS ? x.times(EXPM1_RATIO.at(x)) : exp(x).value().plus(-1);
  }

  static Exact log(double x) {
    int k = Math.getExponent(x < Double.MIN_NORMAL ? x * 0x1p100 : x);
    k = x < Double.MIN_NORMAL ? k - 100 : k;
    double m = x < Double.MIN_NORMAL ? Math.scalb(x * 0x1p100, -k - 100) : Math.scalb(x, -k);
    if (m > 1.4) {
      m *= 0.5;
      k++;
    }
    return Exact.of(log1p(DoubleDouble.of(m - 1)).plus(LN2.times(k)));
  }

  static Exact log2(double x) {
    return Exact.of(log(x).value().over(LN2));
  }

  static Exact log10(double x) {
    return Exact.of(log(x).value().over(LN10));
  }

  static Exact log1p(double x) {
    return Math.abs(x) < TINY ? Exact.of(x) : Exact.of(log1p(DoubleDouble.of(x)));
  }

  /** ln(1 + f) = y + ln(1 + t) for a y that is close, so that t is tiny. */
  static DoubleDouble log1p(DoubleDouble f) {
    double y = StrictMath.log1p(f.high());
    DoubleDouble t;
    if (f.high() > 1) {
      Exact inverse = exp(-y);
      t = f.scaled(inverse.exponent()).plus(Math.scalb(1.0, inverse.exponent()));
      t = t.times(inverse.significand()).plus(-1);
    } else {
      t = f.plus(f.plus(1).times(expm1(DoubleDouble.of(-y))));
    }
    return DoubleDouble.of(y).plus(t.plus(-0.5 * t.high() * t.high()));
  }

  static Exact sin(double x) {
    return Math.abs(x) < TINY ? Exact.of(x) : Exact.of(quadrant(ReferenceAngle.of(x), 0));
  }

  static Exact cos(double x) {
    return Exact.of(quadrant(ReferenceAngle.of(x), 1));
  }

  static Exact tan(double x) {
    ReferenceAngle angle = ReferenceAngle.of(x);
    return Math.abs(x) < TINY ? Exact.of(x) : Exact.of(quadrant(angle, 0).over(quadrant(angle, 1)));
  }

  private static DoubleDouble quadrant(ReferenceAngle angle, int more) {
    int quadrant = angle.quadrant() + more;
    DoubleDouble r = angle.rest();
    DoubleDouble result = quadrant % 2 == 0 ? sine(r) : COSINE.at(r.times(r));
    return (quadrant & 2) == 0 ? result : result.negated();
  }

  private static DoubleDouble sine(DoubleDouble r) {
    return r.times(SINE_RATIO.at(r.times(r)));
  }

  static Exact atan(double x) {
    if (Math.abs(x) < TINY) {
      return Exact.of(x);
    }
    if (Math.abs(x) <= 1) {
      return Exact.of(atan(DoubleDouble.of(x)));
    }
    DoubleDouble half = x < 0 ? ReferenceAngle.HALF_PI.negated() : ReferenceAngle.HALF_PI;
    boolean huge = Math.abs(x) > 0x1p200;
    return Exact.of(huge ? half : half.minus(atan(DoubleDouble.ONE.over(DoubleDouble.of(x)))));
  }

  private static DoubleDouble atan(DoubleDouble t) {
    DoubleDouble y = DoubleDouble.of(StrictMath.atan(t.high()));
    DoubleDouble sine = sine(y);
    DoubleDouble cosine = COSINE.at(y.times(y));
    return y.plus(t.times(cosine).minus(sine).over(cosine.plus(t.times(sine))));
  }

  static Exact sinh(double x) {
    double a = Math.abs(x);
    if (a < 1) {
      DoubleDouble e = expm1(DoubleDouble.of(x));
      return a < TINY ? Exact.of(x) : Exact.of(e.plus(e.over(e.plus(1))).times(0.5));
    }
    Exact power = exp(a);
    DoubleDouble inverse = DoubleDouble.ONE.over(power.significand());
    DoubleDouble difference = power.significand().minus(inverse.scaled(-2 * power.exponent()));
    Exact result = new Exact(difference, power.exponent() - 1);
    return x < 0 ? result.negated() : result;
  }

  static Exact cosh(double x) {
    Exact power = exp(Math.abs(x));
    DoubleDouble inverse = DoubleDouble.ONE.over(power.significand());
    DoubleDouble sum = power.significand().plus(inverse.scaled(-2 * power.exponent()));
    return new Exact(sum, power.exponent() - 1);
  }

  static Exact tanh(double x) {
    if (Math.abs(x) < TINY) {
      return Exact.of(x);
    }
    if (Math.abs(x) > 60) {
      return Exact.of(Math.signum(x));
    }
    DoubleDouble e = expm1(DoubleDouble.of(2 * x));
    return Exact.of(e.over(e.plus(2)));
  }

  static Exact sechSquared(double x) {
    Exact power = exp(-2 * Math.abs(x));
    DoubleDouble sum = power.value().plus(1);
    DoubleDouble quotient = power.significand().over(sum.times(sum));
    return new Exact(quotient, power.exponent() + 2);
  }

  static Exact asinh(double x) {
    double a = Math.abs(x);
    if (a < TINY) {
      return Exact.of(x);
    }
    DoubleDouble result;
    if (a > 0x1p100) {
      result = log(a).value().plus(LN2);
    } else {
      DoubleDouble square = DoubleDouble.product(a, a);
      DoubleDouble root = square.plus(1).squareRoot();
      result = log1p(square.over(root.plus(1)).plus(a));
    }
    return Exact.of(x < 0 ? result.negated() : result);
  }

  static Exact atanh(double x) {
    double a = Math.abs(x);
    if (a < TINY) {
      return Exact.of(x);
    }
    DoubleDouble result = log1p(DoubleDouble.of(2 * a).over(DoubleDouble.sum(1, -a))).times(0.5);
    return Exact.of(x < 0 ? result.negated() : result);
  }

  static Exact cbrt(double x) {
    int n = Math.abs(x) < 0x1p-400 ? -201 : Math.abs(x) > 0x1p400 ? 201 : 0;
    double scaled = Math.scalb(x, -3 * n);
    double y = StrictMath.cbrt(scaled);
    DoubleDouble square = DoubleDouble.product(y, y);
    DoubleDouble residue = square.times(y).negated().plus(scaled);
    return new Exact(residue.over(square.times(3)).plus(y), n);
  }

  static Exact pow(double x, double y) {
    DoubleDouble logarithm = log(Math.abs(x)).value();
    boolean far = Math.abs(y * logarithm.high()) > 2000;
    Exact result = far ? exp(y * logarithm.high()) : exp(logarithm.times(y));
    return x < 0 && y % 2 != 0 ? result.negated() : result;
  }

  static Exact sigmoid(double x) {
    Exact power = exp(-Math.abs(x));
    DoubleDouble sum = power.value().plus(1);
    return x < 0
        ? new Exact(power.significand().over(sum), power.exponent())
        : Exact.of(DoubleDouble.ONE.over(sum));
  }

  static Exact softplus(double x) {
    Exact power = exp(-Math.abs(x));
    if (x < -100) {
      return power;
    }
    DoubleDouble rest = x > 100 ? power.value() : log1p(power.value());
    return Exact.of(rest.plus(Math.max(x, 0)));
  }

  static Exact logSigmoid(double x) {
    return softplus(-x).negated();
  }

  static Exact logit(double p) {
    DoubleDouble other = DoubleDouble.sum(1, -p);
    if (Math.abs(p - 0.5) < 0.3) {
      return Exact.of(log1p(DoubleDouble.sum(2 * p, -1).over(other)));
    }
    return Exact.of(
        log(p).value().minus(p < TINY ? DoubleDouble.of(-p) : log1p(DoubleDouble.of(-p))));
  }

  static Exact gaussian(double x) {
    double a = Math.min(Math.abs(x), 100);
    return exp(DoubleDouble.product(a, -a));
  }

  static Exact bell(double x) {
    double a = Math.min(Math.abs(x), 100);
    return exp(DoubleDouble.product(a, -0.5 * a));
  }
}
