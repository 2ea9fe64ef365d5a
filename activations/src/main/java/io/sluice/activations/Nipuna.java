package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = max(x, x σ(β x)), so x above zero and x σ(β x) below; f' = 1 above, else σ(β x) (1 + β x
 * σ(-β x)), so slope(0) = 1/2. -0 at negative infinity.
 *
 * @param beta β, how sharp the gate is
 */
@Extension
public record Nipuna(double beta) implements ActivationExtension {

  private static final Silu GATE = new Silu();

  /** The preset. */
  public Nipuna() {
    this(1);
  }

  @Override
  public String id() {
    return "nipuna";
  }

  @Override
  public Description description() {
    return Description.of(
            "The greater of the line and its gate",
            "max(x, x * sigmoid(beta * x))",
            "Madhu, Kautish, Alnowibet, Zawbaa, Mohamed, Axioms 12, 2023 (NIPUNA)")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(GATE.range().lower() / beta);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("beta", beta, Interval.openClosed(0, 1e6), "β, how sharp the gate is"));
  }

  @Override
  public Nipuna with(Map<String, Double> values) {
    return new Nipuna(values.get("beta"));
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : GATE.value(beta * x) / beta;
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : GATE.slope(beta * x);
  }
}
