package org.example.frozen;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** tanh, by Sluice's mathematics. */
@Extension
public final class FrozenTanh implements ActivationExtension {

  @Override
  public String id() {
    return "frozen-tanh";
  }

  @Override
  public Interval range() {
    return Interval.open(-1, 1);
  }

  @Override
  public double value(double x) {
    return Hyperbolic.tanh(x);
  }

  @Override
  public double slope(double x) {
    return Hyperbolic.sechSquared(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Hyperbolic.tanhs(x, y, from, to);
  }
}
