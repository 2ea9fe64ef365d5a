package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = 1 / cosh x = 2 e / (1 + e²) with e = e^-|x|; f' = -f(x) tanh x. */
@Extension
public final class Sech extends OnePass {

  @Override
  public String id() {
    return "sech";
  }

  @Override
  public Description description() {
    return Description.of("The hyperbolic secant", "1 / cosh(x)", "");
  }

  @Override
  public Interval range() {
    return Interval.openClosed(0, 1);
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double e) {
    return 2 * e / Math.fma(e, e, 1);
  }

  @Override
  double slope(double x, double e) {
    return -Hyperbolic.tanh(x) * value(x, e);
  }
}
