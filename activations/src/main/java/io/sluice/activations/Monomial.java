package io.sluice.activations;

import io.sluice.math.Power;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x^n; f' = n x^(n - 1). For n = 0 it is 1.
 *
 * @param degree the exponent
 */
@Extension
public record Monomial(double degree) implements ActivationExtension {

  /** The preset. */
  public Monomial() {
    this(3);
  }

  @Override
  public String id() {
    return "monomial";
  }

  @Override
  public Description description() {
    return Description.of(
            "A power with a whole exponent",
            "x^degree",
            "Novak and others, Neural Tangents, neural_tangents.stax, Monomial")
        .note("The library has no preset for the degree; 3 is ours.");
  }

  @Override
  public Interval range() {
    if (degree == 0) {
      return Interval.closed(1, 1);
    }
    return degree % 2 == 0 ? Interval.NOT_NEGATIVE : Interval.REALS;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.integer("degree", (int) degree, Interval.closed(0, 100), "the exponent"));
  }

  @Override
  public Monomial with(Map<String, Double> values) {
    return new Monomial(values.get("degree"));
  }

  @Override
  public double value(double x) {
    return Double.isNaN(x) ? x : Power.pow(x, degree);
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, degree == 0 ? 0 : degree * Power.pow(x, degree - 1));
  }
}
