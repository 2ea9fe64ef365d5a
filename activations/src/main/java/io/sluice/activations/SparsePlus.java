package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = 0 up to -1, x from 1 on and (x + 1)² / 4 between; f' = 0, 1 and (x + 1) / 2, continuous. A
 * softplus that is exactly zero far below.
 */
@Extension
public record SparsePlus() implements ActivationExtension {

  @Override
  public String id() {
    return "sparse-plus";
  }

  @Override
  public Description description() {
    return Description.of(
        "A smooth rectifier that is exactly zero below -1 and exactly x above 1",
        "0 if x <= -1 else ((x + 1)^2 / 4 if x < 1 else x)",
        "JAX, jax.nn.sparse_plus");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  public double value(double x) {
    double inner = x + 1;
    return x <= -1 ? 0 : x < 1 ? 0.25 * inner * inner : x;
  }

  @Override
  public double slope(double x) {
    return 0.5 * Math.max(0, Math.min(2, x + 1));
  }
}
