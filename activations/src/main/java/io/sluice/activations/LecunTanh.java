package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a tanh(2 x / 3); f' = (2 / 3) a sech²(2 x / 3). With the preset a = 1.7159 f(1) is 1 and
 * f(-1) is -1, to five digits, and |f''| is greatest near there.
 *
 * @param a the value far out
 */
@Extension
public record LecunTanh(double a) implements ActivationExtension {

  /** The preset. */
  public LecunTanh() {
    this(1.7159);
  }

  @Override
  public String id() {
    return "lecun-tanh";
  }

  @Override
  public Description description() {
    return Description.of(
            "A hyperbolic tangent with the value 1 at 1",
            "a * tanh(2 * x / 3)",
            "LeCun, Bottou, Orr, Müller 1998, Efficient BackProp")
        .note(
            "The preset gives 1 and -1 at 1 and -1, so that targets of that size lie off "
                + "the flat ends.");
  }

  @Override
  public Interval range() {
    return Interval.open(-a, a);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "the value far out"));
  }

  @Override
  public LecunTanh with(Map<String, Double> values) {
    return new LecunTanh(values.get("a"));
  }

  @Override
  public double value(double x) {
    return a * Hyperbolic.tanh(2 * x / 3);
  }

  @Override
  public double slope(double x) {
    return 2 * a / 3 * Hyperbolic.sechSquared(2 * x / 3);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = 2 * x[i] / 3;
    }
    Hyperbolic.tanhs(y, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = a * y[i];
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = 2 * x[i] / 3;
    }
    Hyperbolic.tanhsAndSlopes(y, y, slope, from, to);
    for (int i = from; i < to; i++) {
      y[i] = a * y[i];
      slope[i] = 2 * a / 3 * slope[i];
    }
  }
}
