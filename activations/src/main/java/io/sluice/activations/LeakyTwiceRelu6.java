package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x between 0 and 6, a line of slope l below and one of slope h above; at the kinks the
 * slope is the left one.
 *
 * @param low the slope below 0
 * @param high the slope above 6
 */
@Extension
public record LeakyTwiceRelu6(double low, double high) implements ActivationExtension {

  /** The preset. */
  public LeakyTwiceRelu6() {
    this(0.2, 0.2);
  }

  @Override
  public String id() {
    return "leaky-twice-relu6";
  }

  @Override
  public Description description() {
    return Description.of(
            "A ramp to 6 that leaks on both sides",
            "low * x if x <= 0 else (x if x <= 6 else high * (x - 6) + 6)",
            "Dong and others, TensorLayer")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return new Interval(
        low == 0 ? 0 : Double.NEGATIVE_INFINITY,
        high == 0 ? 6 : Double.POSITIVE_INFINITY,
        true,
        true);
  }

  @Override
  public double[] kinks() {
    return low == 1
        ? (high == 1 ? new double[0] : new double[] {6})
        : high == 1 ? new double[] {0} : new double[] {0, 6};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("low", low, Interval.closed(0, 1), "the slope below 0"),
        Hyperparameter.real("high", high, Interval.closed(0, 1), "the slope above 6"));
  }

  @Override
  public LeakyTwiceRelu6 with(Map<String, Double> values) {
    return new LeakyTwiceRelu6(values.get("low"), values.get("high"));
  }

  @Override
  public double value(double x) {
    return x <= 0 ? low * limited(x) : x > 6 ? Math.fma(high, limited(x) - 6, 6) : x;
  }

  @Override
  public double slope(double x) {
    return x <= 0 ? low : x > 6 ? high : Double.isNaN(x) ? x : 1;
  }

  /** Where a slope is zero infinity has a value, too. */
  private static double limited(double x) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
  }
}
