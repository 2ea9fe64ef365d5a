package io.sluice.activations;

import io.sluice.math.LogOdds;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = ln(p / (1 - p)) with p = x brought into [ε, 1 - ε]; f' = 1 / (p (1 - p)) inside, else 0,
 * also at the kinks. The inverse of the sigmoid.
 *
 * @param epsilon ε, how close to 0 and 1 it goes
 */
@Extension
public record Logit(double epsilon) implements ActivationExtension {

  /** The preset. */
  public Logit() {
    this(1e-6);
  }

  @Override
  public String id() {
    return "logit";
  }

  @Override
  public Description description() {
    return Description.of(
            "The logarithm of the odds",
            "log(clamp(x, epsilon, 1 - epsilon) / (1 - clamp(x, epsilon, 1 - epsilon)))",
            "Paszke and others, PyTorch, torch.special.logit")
        .note("PyTorch does not clamp unless told to, and gives NaN outside (0, 1); 1e-6 is ours.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(value(0), value(1));
  }

  @Override
  public double[] kinks() {
    return new double[] {epsilon, 1 - epsilon};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "epsilon", epsilon, Interval.open(0, 0.5), "ε, how close to 0 and 1 it goes"));
  }

  @Override
  public Logit with(Map<String, Double> values) {
    return new Logit(values.get("epsilon"));
  }

  @Override
  public double value(double x) {
    double upper = 1 - epsilon;
    if (x > epsilon && x < upper || Double.isNaN(x)) {
      return LogOdds.logit(x);
    }
    // 1 - ε is rounded, so its value is had by symmetry.
    double highest = -LogOdds.logit(epsilon);
    return x == upper ? Math.min(highest, LogOdds.logit(x)) : Math.copySign(highest, x - 0.5);
  }

  @Override
  public double slope(double x) {
    return x > epsilon && x < 1 - epsilon ? 1 / (x * (1 - x)) : Double.isNaN(x) ? x : 0;
  }
}
