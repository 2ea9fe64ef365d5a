package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = ln((1 + e^(α x)) / (1 + e^(α (x - 1)))) / α, a softened clamp(x, 0, 1); f' = σ(α x) - σ(α
 * (x - 1)).
 *
 * <p>Above 1/2 the value is 1 - f(1 - x). Below, with e = e^(α x), f = ln(1 + e (1 - e^-α) / (1 + e
 * e^-α)) / α, where nothing cancels; f' = e (1 - e^-α) / ((1 + e) (1 + e e^-α)) at the lesser of x
 * and 1 - x.
 *
 * @param alpha α, how sharp its corners are
 */
@Extension
public record SoftClipping(double alpha) implements ActivationExtension {

  /** The preset. */
  public SoftClipping() {
    this(0.5);
  }

  @Override
  public String id() {
    return "soft-clipping";
  }

  @Override
  public Description description() {
    return Description.of(
            "A softened clamp between 0 and 1",
            "(softplus(alpha * x) - softplus(alpha * (x - 1))) / alpha",
            "Klimek, Perelstein, arXiv 1810.11509")
        .note("The preset is Echo-AI's; with it the slope is nowhere above 1/8.");
  }

  @Override
  public Interval range() {
    return Interval.open(0, 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.closed(1e-6, 1e3), "how sharp its corners are"));
  }

  @Override
  public SoftClipping with(Map<String, Double> values) {
    return new SoftClipping(values.get("alpha"));
  }

  @Override
  public double value(double x) {
    return value(x, Exponential.exp(exponent(x)), decay(), rise());
  }

  @Override
  public double slope(double x) {
    return slope(x, Exponential.exp(exponent(x)), decay(), rise());
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    exponentials(x, y, from, to);
    double decay = decay();
    double rise = rise();
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], y[i], decay, rise);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    exponentials(x, slope, from, to);
    double decay = decay();
    double rise = rise();
    for (int i = from; i < to; i++) {
      double input = x[i];
      double e = slope[i];
      y[i] = value(input, e, decay, rise);
      slope[i] = slope(input, e, decay, rise);
    }
  }

  private void exponentials(double[] x, double[] e, int from, int to) {
    for (int i = from; i < to; i++) {
      e[i] = exponent(x[i]);
    }
    Exponential.exps(e, e, from, to);
  }

  private static double lower(double x) {
    return x > 0.5 ? 1 - x : x;
  }

  private double exponent(double x) {
    return alpha * lower(x);
  }

  /** e with what rounding its exponent lost; far out there is nothing to make good. */
  private double exact(double x, double e) {
    return e == 0 ? 0 : Math.fma(e, Math.fma(alpha, lower(x), -exponent(x)), e);
  }

  private double decay() {
    return Exponential.exp(-alpha);
  }

  private double rise() {
    return -Exponential.expm1(-alpha);
  }

  /** By e, which is e^(α x) or e^(α (1 - x)), and e^-α and 1 - e^-α. */
  private double value(double x, double e, double decay, double rise) {
    double exact = exact(x, e);
    double ratio = exact * rise / (1 + exact * decay);
    double value = Logarithm.log1p(ratio) / alpha;
    return x > 0.5 ? 1 - value : value;
  }

  private double slope(double x, double e, double decay, double rise) {
    double exact = exact(x, e);
    return exact / (1 + exact) * (rise / (1 + exact * decay));
  }
}
