package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x ((1 + 2 α) g(x) - α) with the normal gate g and a trained α: the gate runs from -α to 1
 * + α. With u = x g, f' = (1 + 2 α) u' - α, and the slope by α is 2 u - x.
 *
 * @param alpha α, how far the gate is expanded, trained
 */
@Extension
public record ExpandedGelu(double alpha) implements ExpandedGate {

  private static final Gelu GELU = new Gelu();

  /** Below it the normal distribution is subnormal. */
  private static final double FAINT = -37.5;

  /** From here on it is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  /** The preset. */
  public ExpandedGelu() {
    this(0);
  }

  @Override
  public String id() {
    return "xgelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line with an expanded normal gate",
            "x * ((1 + 2 * alpha) * normcdf(x) - alpha)",
            "Huang, arXiv 2405.20768")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return alpha > 0
        ? Interval.atLeast(Extremes.least(this, -1000, 0, 20000))
        : alpha == 0 ? GELU.range() : Interval.REALS;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.closed(-0.5, 10), "α, how far the gate is expanded, trained"));
  }

  @Override
  public ExpandedGelu with(Map<String, Double> values) {
    return new ExpandedGelu(values.get("alpha"));
  }

  @Override
  public List<String> trainable() {
    return List.of("alpha");
  }

  @Override
  public double value(double x) {
    return value(x, alpha);
  }

  @Override
  public double slope(double x) {
    return slope(x, alpha);
  }

  @Override
  public double unit(double x) {
    if (x < FAINT) {
      double near = Math.max(x, -FAR);
      return Faint.cumulative(near, near);
    }
    return GELU.value(x);
  }

  @Override
  public double unitSlope(double x) {
    return GELU.slope(x);
  }
}
