package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x ((1 + 2 α) g(x) - α) with the arctangent gate g and a trained α: the gate runs from -α
 * to 1 + α. With u = x g, f' = (1 + 2 α) u' - α, and the slope by α is 2 u - x.
 *
 * @param alpha α, how far the gate is expanded, trained
 */
@Extension
public record ExpandedArctan(double alpha) implements ExpandedGate {

  /** The preset. */
  public ExpandedArctan() {
    this(0);
  }

  @Override
  public String id() {
    return "xatlu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line with an expanded arctangent gate",
            "x * ((1 + 2 * alpha) * (atan(x) + pi / 2) / pi - alpha)",
            "Huang, arXiv 2405.20768")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return alpha > 0
        ? Interval.atLeast(Extremes.least(this, -1000, 0, 20000))
        : alpha == 0 ? Interval.above(-0.3183098861837907) : Interval.REALS;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.closed(-0.5, 10), "α, how far the gate is expanded, trained"));
  }

  @Override
  public ExpandedArctan with(Map<String, Double> values) {
    return new ExpandedArctan(values.get("alpha"));
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
    return CauchyLinear.unit(x);
  }

  @Override
  public double unitSlope(double x) {
    return CauchyLinear.unitSlope(x);
  }
}
