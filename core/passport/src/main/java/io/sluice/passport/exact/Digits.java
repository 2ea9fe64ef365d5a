package io.sluice.passport.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions in decimal numbers of a fixed number of digits. Each loses a few of the last
 * ones, and more where terms cancel; whoever calls finds out by asking for more digits.
 */
final class Digits {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Beyond, e^u and e^-u are far from any double. */
  private static final int LARGEST_EXPONENT = 2000;

  private static final BigDecimal NOTHING = BigDecimal.ONE.scaleByPowerOfTen(-5000);

  private final MathContext context;
  private final BigDecimal tiny;
  private BigDecimal pi;
  private BigDecimal lnTen;

  Digits(int digits) {
    this.context = new MathContext(digits + 10);
    this.tiny = BigDecimal.ONE.scaleByPowerOfTen(-digits - 12);
  }

  MathContext context() {
    return context;
  }

  BigDecimal plus(BigDecimal a, BigDecimal b) {
    return a.add(b, context);
  }

  BigDecimal times(BigDecimal a, BigDecimal b) {
    return a.multiply(b, context);
  }

  BigDecimal over(BigDecimal a, BigDecimal b) {
    return a.divide(b, context);
  }

  BigDecimal root(BigDecimal a) {
    return a.sqrt(context);
  }

  BigDecimal cubeRoot(BigDecimal a) {
    if (a.signum() == 0) {
      return a;
    }
    BigDecimal root = new BigDecimal(StrictMath.cbrt(a.doubleValue()));
    for (int i = 0; i < 6; i++) {
      BigDecimal square = times(root, root);
      root = over(plus(times(TWO, root), over(a, square)), BigDecimal.valueOf(3));
    }
    return root;
  }

  /** By Machin's formula. */
  BigDecimal pi() {
    if (pi == null) {
      BigDecimal fifth = inverseArc(5).multiply(BigDecimal.valueOf(16));
      pi = plus(fifth, inverseArc(239).multiply(BigDecimal.valueOf(-4)));
    }
    return pi;
  }

  /** arctan(1 / n). */
  private BigDecimal inverseArc(int n) {
    BigDecimal term = over(BigDecimal.ONE, BigDecimal.valueOf(n));
    BigDecimal square = BigDecimal.valueOf(-(long) n * n);
    BigDecimal sum = term;
    for (int i = 3; term.abs().compareTo(tiny) > 0; i += 2) {
      term = over(term, square);
      sum = plus(sum, over(term, BigDecimal.valueOf(i)));
    }
    return sum;
  }

  BigDecimal exp(BigDecimal u) {
    if (u.compareTo(BigDecimal.valueOf(-LARGEST_EXPONENT)) < 0) {
      return NOTHING;
    }
    return u.signum() < 0
        ? over(BigDecimal.ONE, plus(BigDecimal.ONE, expm1(u.negate())))
        : plus(BigDecimal.ONE, expm1(u));
  }

  /** By a series for u / 2^k, then k times m ← m (m + 2). */
  BigDecimal expm1(BigDecimal u) {
    if (u.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (u.compareTo(BigDecimal.valueOf(-LARGEST_EXPONENT)) < 0) {
      return NOTHING.subtract(BigDecimal.ONE, context);
    }
    if (u.compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) > 0) {
      throw new ArithmeticException("e^" + u + " is too large");
    }
    boolean falls = u.signum() < 0;
    BigDecimal size = u.abs();
    int halvings = Math.max(0, Math.getExponent(size.doubleValue()) + 9);
    BigDecimal x = times(size, power(HALF, halvings));
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 2; term.compareTo(times(tiny, x)) > 0; n++) {
      term = over(times(term, x), BigDecimal.valueOf(n));
      sum = plus(sum, term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = times(sum, plus(sum, TWO));
    }
    return falls ? over(sum.negate(), plus(sum, BigDecimal.ONE)) : sum;
  }

  BigDecimal power(BigDecimal base, int exponent) {
    return base.pow(exponent, context);
  }

  /** Halley's method from a double, each step of which triples the digits. */
  BigDecimal log(BigDecimal u) {
    if (u.signum() <= 0) {
      throw new ArithmeticException("no logarithm of " + u);
    }
    if (u.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.01")) < 0) {
      return log1p(u.subtract(BigDecimal.ONE));
    }
    int decade = u.precision() - u.scale();
    if (Math.abs(decade) > 200) {
      BigDecimal mantissa = u.scaleByPowerOfTen(-decade);
      return plus(log(mantissa), times(lnTen(), BigDecimal.valueOf(decade)));
    }
    BigDecimal y = new BigDecimal(StrictMath.log(u.doubleValue()));
    for (int digits = 15; digits < context.getPrecision() + 3; digits *= 3) {
      BigDecimal guess = exp(y);
      y = plus(y, over(times(TWO, u.subtract(guess, context)), plus(u, guess)));
    }
    return y;
  }

  private BigDecimal lnTen() {
    if (lnTen == null) {
      lnTen = log(BigDecimal.TEN);
    }
    return lnTen;
  }

  BigDecimal log1p(BigDecimal u) {
    if (u.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (u.abs().compareTo(new BigDecimal("0.02")) >= 0) {
      return log(plus(BigDecimal.ONE, u));
    }
    BigDecimal t = over(u, plus(TWO, u));
    BigDecimal square = times(t, t);
    BigDecimal term = t;
    BigDecimal sum = t;
    for (int n = 3; term.abs().compareTo(times(tiny, t.abs())) > 0; n += 2) {
      term = times(term, square);
      sum = plus(sum, over(term, BigDecimal.valueOf(n)));
    }
    return times(TWO, sum);
  }

  BigDecimal sin(BigDecimal u) {
    return wave(u, true);
  }

  BigDecimal cos(BigDecimal u) {
    return wave(u, false);
  }

  private BigDecimal wave(BigDecimal u, boolean odd) {
    BigDecimal turn = times(TWO, pi());
    BigInteger turns = u.divide(turn, 0, RoundingMode.HALF_EVEN).toBigInteger();
    BigDecimal x = plus(u, times(turn, new BigDecimal(turns)).negate());
    BigDecimal square = times(x, x).negate();
    BigDecimal term = odd ? x : BigDecimal.ONE;
    BigDecimal sum = term;
    BigDecimal least = times(tiny, term.abs());
    for (int n = odd ? 2 : 1; term.abs().compareTo(least) > 0; n += 2) {
      term = over(times(term, square), BigDecimal.valueOf((long) n * (n + 1)));
      sum = plus(sum, term);
    }
    return sum;
  }

  /** By halving the angle until the series is short. */
  BigDecimal atan(BigDecimal u) {
    BigDecimal x = u;
    int doublings = 0;
    while (x.abs().compareTo(new BigDecimal("0.05")) > 0) {
      x = over(x, plus(BigDecimal.ONE, root(plus(BigDecimal.ONE, times(x, x)))));
      doublings++;
    }
    BigDecimal square = times(x, x).negate();
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 3; term.abs().compareTo(times(tiny, x.abs())) > 0; n += 2) {
      term = times(term, square);
      sum = plus(sum, over(term, BigDecimal.valueOf(n)));
    }
    return times(sum, power(TWO, doublings));
  }

  BigDecimal erf(BigDecimal u) {
    if (u.abs().compareTo(BigDecimal.valueOf(5)) > 0) {
      BigDecimal size = BigDecimal.ONE.subtract(erfc(u.abs()), context);
      return u.signum() < 0 ? size.negate() : size;
    }
    BigDecimal square = times(u, u);
    BigDecimal term = u;
    BigDecimal sum = u;
    for (int n = 1; term.abs().compareTo(times(tiny, u.abs())) > 0; n++) {
      term = over(times(times(TWO, square), term), BigDecimal.valueOf(2L * n + 1));
      sum = plus(sum, term);
    }
    return over(times(times(TWO, sum), exp(square.negate())), root(pi()));
  }

  /** By a continued fraction from 5 on, from its end. */
  BigDecimal erfc(BigDecimal u) {
    if (u.compareTo(BigDecimal.valueOf(5)) <= 0) {
      return BigDecimal.ONE.subtract(erf(u), context);
    }
    double digits = context.getPrecision() * 2.4;
    double size = Math.min(1e6, u.doubleValue());
    int terms = 20 + (int) (digits * digits / (4 * size * size));
    BigDecimal square = times(u, u);
    BigDecimal fraction = u;
    for (int n = terms; n > 0; n--) {
      fraction = plus(u, over(BigDecimal.valueOf(n).multiply(HALF), fraction));
    }
    return over(exp(square.negate()), times(fraction, root(pi())));
  }
}
