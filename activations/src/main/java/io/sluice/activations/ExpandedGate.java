package io.sluice.activations;

/**
 * f(x) = x ((1 + 2 α) g(x) - α): a gate g between 0 and 1 that is expanded to run from -α to 1 + α.
 * With the unit u = x g, f = (1 + 2 α) u - α x, f' = (1 + 2 α) u' - α, and the slope by α is 2 u -
 * x.
 */
interface ExpandedGate extends OneParameter {

  /** u(x) = x g(x). */
  double unit(double x);

  /** u'(x). */
  double unitSlope(double x);

  @Override
  default double value(double x, double a) {
    return a == 0 ? unit(x) : Math.fma(1 + 2 * a, unit(x), -a * x);
  }

  @Override
  default double slope(double x, double a) {
    return Math.fma(1 + 2 * a, unitSlope(x), -a);
  }

  @Override
  default double slopeBy(double x, double a) {
    return 2 * unit(x) - x;
  }
}
