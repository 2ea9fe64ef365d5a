package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = max(α (x + c) - c, min(α (x - c) + c, x)): x between -c and c, lines of slope α beyond; at
 * the kinks the slope is α.
 *
 * @param alpha α, the outer slope
 * @param c where the outer lines begin
 */
@Extension
public record PiecewiseLinear(double alpha, double c) implements ActivationExtension {

  /** The preset. */
  public PiecewiseLinear() {
    this(0.1, 1);
  }

  @Override
  public String id() {
    return "plu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The piecewise linear unit",
            "max(alpha * (x + c) - c, min(alpha * (x - c) + c, x))",
            "Nicolae, arXiv 1809.09534")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return alpha == 0 ? Interval.closed(-c, c) : Interval.REALS;
  }

  @Override
  public double[] kinks() {
    return alpha == 1 ? new double[0] : new double[] {-c, c};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.closed(0, 1), "α, the outer slope"),
        Hyperparameter.real("c", c, Interval.openClosed(0, 1e6), "where the outer lines begin"));
  }

  @Override
  public PiecewiseLinear with(Map<String, Double> values) {
    return new PiecewiseLinear(values.get("alpha"), values.get("c"));
  }

  @Override
  public double value(double x) {
    double a = Math.abs(x);
    return a > c ? Math.copySign(Math.fma(alpha, limited(a) - c, c), x) : x;
  }

  @Override
  public double slope(double x) {
    return Math.abs(x) < c ? 1 : Double.isNaN(x) ? x : alpha;
  }

  /** With a slope of zero infinity has a value, too. */
  private double limited(double a) {
    return alpha == 0 ? Math.min(a, Double.MAX_VALUE) : a;
  }
}
