package io.sluice.activations;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;

/**
 * f(x) = x ((1 + 2 α) g(x) - α): a gate g between 0 and 1 that is expanded to run from -α to 1 + α.
 * With the unit u = x g, f = (1 + 2 α) u - α x, f' = (1 + 2 α) u' - α, and the slope by α is 2 u -
 * x.
 */
interface ExpandedGate extends OneParameter {

  /** u, which is f without expansion. */
  Activation unit();

  /** α, how far the gate is expanded. */
  double alpha();

  @Override
  default Interval range() {
    if (alpha() == 0) {
      return unit().range();
    }
    return alpha() > 0 ? Interval.atLeast(Extremes.least(this, -1000, 0, 20000)) : Interval.REALS;
  }

  @Override
  default List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha",
            alpha(),
            Interval.closed(-0.5, 10),
            "α, how far the gate is expanded, trained"));
  }

  @Override
  default List<String> trainable() {
    return List.of("alpha");
  }

  @Override
  default double value(double x) {
    return value(x, alpha());
  }

  @Override
  default double slope(double x) {
    return slope(x, alpha());
  }

  @Override
  default double value(double x, double a) {
    double u = unit().value(x);
    return a == 0 ? u : Math.fma(1 + 2 * a, u, -a * x);
  }

  @Override
  default double slope(double x, double a) {
    return Math.fma(1 + 2 * a, unit().slope(x), -a);
  }

  @Override
  default double slopeBy(double x, double a) {
    return 2 * unit().value(x) - x;
  }
}
