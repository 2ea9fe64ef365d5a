package io.sluice.passport.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every operation encloses the exact results, computed in decimal numbers of 400 digits. */
class BoundsTest {

  private static final MathContext EXACT = new MathContext(400);

  private final Random random = new Random(7);

  @Test
  void sumsProductsAndQuotientsEncloseTheExactResults() {
    for (int i = 0; i < 20_000; i++) {
      Bounds a = bounds();
      Bounds b = bounds();
      double x = inside(a);
      double y = inside(b);
      BigDecimal p = new BigDecimal(x);
      BigDecimal q = new BigDecimal(y);
      encloses(a.plus(b), p.add(q));
      encloses(a.minus(b), p.subtract(q));
      encloses(a.times(b), p.multiply(q));
      encloses(a.squared(), p.multiply(p));
      if (y != 0) {
        encloses(a.over(b), p.divide(q, EXACT));
      }
      if (a.low() >= 0) {
        encloses(a.root(), p.sqrt(EXACT));
      }
    }
  }

  @Test
  void exactResultsAreNotWidened() {
    Bounds half = Bounds.of(0.5);
    assertThat(half.plus(half)).isEqualTo(Bounds.ONE);
    assertThat(half.times(half)).isEqualTo(Bounds.of(0.25));
    assertThat(Bounds.ONE.over(half)).isEqualTo(Bounds.of(2));
    assertThat(Bounds.of(4).root()).isEqualTo(Bounds.of(2));
    assertThat(Bounds.ZERO.times(Bounds.ALL)).isEqualTo(Bounds.ZERO);
  }

  @Test
  void signsSurviveUnderflow() {
    Bounds tiny = Bounds.of(1e-200);
    assertThat(tiny.times(tiny).low()).isZero();
    assertThat(tiny.times(tiny).high()).isPositive();
  }

  @Test
  void nothingIsKnownOfAQuotientByZero() {
    assertThat(Bounds.ONE.over(new Bounds(-1, 1))).isEqualTo(Bounds.ALL);
    assertThat(Bounds.ONE.over(new Bounds(0, 2)))
        .isEqualTo(new Bounds(0.5, Double.POSITIVE_INFINITY));
  }

  private static void encloses(Bounds bounds, BigDecimal exact) {
    assertThat(
            Double.isInfinite(bounds.low()) || new BigDecimal(bounds.low()).compareTo(exact) <= 0)
        .as("%s below %s", bounds, exact.doubleValue())
        .isTrue();
    assertThat(
            Double.isInfinite(bounds.high()) || new BigDecimal(bounds.high()).compareTo(exact) >= 0)
        .as("%s above %s", bounds, exact.doubleValue())
        .isTrue();
  }

  private Bounds bounds() {
    double a = number();
    double b = random.nextInt(4) == 0 ? a : number();
    return new Bounds(Math.min(a, b), Math.max(a, b));
  }

  private double number() {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return random.nextInt(5) - 2;
    }
    return Math.scalb(random.nextDouble() * 2 - 1, random.nextInt(kind < 3 ? 600 : 20) - 10);
  }

  private double inside(Bounds bounds) {
    double x = bounds.low() + random.nextDouble() * (bounds.high() - bounds.low());
    return bounds.contains(x) ? x : bounds.low();
  }
}
