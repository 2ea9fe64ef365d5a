package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f(x) = x σ(e^-x); with u = e^-x, f' = σ(u) (1 - x u σ(-u)). Close to x below zero, to x / 2
 * above.
 */
@Extension
public record GeneralizedSwish() implements OneFunction {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "generalized-swish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gate of the sigmoid of an exponential",
            "x * sigmoid(exp(-x))",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public double inner(double x) {
    return Exponential.exp(-x);
  }

  @Override
  public void inners(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = -x[i];
    }
    Exponential.exps(y, y, from, to);
  }

  @Override
  public double value(double x, double u) {
    return x * Logistic.sigmoid(u);
  }

  @Override
  public double slope(double x, double u) {
    double rest = u > FAR || u == 0 ? 0 : x * u * Logistic.sigmoid(-u);
    return Logistic.sigmoid(u) * (1 - rest);
  }
}
