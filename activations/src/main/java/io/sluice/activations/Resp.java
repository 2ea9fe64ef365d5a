package io.sluice.activations;

import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a x + ln 2 from zero on, else ln(1 + e^x); f' = a above zero, else the logistic function,
 * so slope(0) = 1/2, from the left. 0 with slope 0 at negative infinity.
 */
@Extension
public final class Resp extends OnePass {

  private static final double LN2 = 0.6931471805599453;

  private final double a;

  /** The preset. */
  public Resp() {
    this(1);
  }

  private Resp(double a) {
    this.a = a;
  }

  @Override
  public String id() {
    return "resp";
  }

  @Override
  public Description description() {
    return Description.of(
            "Rectified softplus: a line above zero, softplus below",
            "a * x + log(2) if x >= 0 else softplus(x)",
            "activations-plus")
        .note("Smooth for a = 1/2 only; the preset a = 1 of activations-plus has a kink at zero.");
  }

  @Override
  public Interval range() {
    if (a > 0) {
      return Interval.POSITIVE;
    }
    return a == 0
        ? Interval.openClosed(0, LN2)
        : Interval.openClosed(Double.NEGATIVE_INFINITY, LN2);
  }

  @Override
  public double[] kinks() {
    return a == 0.5 ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.closed(-1e6, 1e6), "slope above zero"));
  }

  @Override
  public Resp with(Map<String, Double> values) {
    return new Resp(values.get("a"));
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double decay) {
    if (x >= 0) {
      // At infinity a slope of zero gives the limit, not NaN.
      return Math.fma(a, a == 0 ? 0 : x, LN2);
    }
    return Logistic.softplus(x, decay);
  }

  @Override
  double slope(double x, double decay) {
    return x > 0 ? a : Logistic.sigmoid(x, decay);
  }
}
