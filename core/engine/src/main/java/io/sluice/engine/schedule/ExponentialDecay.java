package io.sluice.engine.schedule;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/**
 * s(t) = γ^t, as in PyTorch's {@code ExponentialLR}; γ above 1 grows.
 *
 * @param gamma γ, what each update multiplies by
 * @param warmUp the length of the warm-up before
 */
record ExponentialDecay(double gamma, double warmUp) implements Schedule {

  ExponentialDecay {
    declared(gamma, warmUp);
  }

  private static List<Hyperparameter> declared(double gamma, double warmUp) {
    return List.of(
        Hyperparameter.real("gamma", gamma, Interval.POSITIVE, "what each update multiplies by"),
        Length.warmUp(warmUp));
  }

  @Override
  public String id() {
    return "exponential";
  }

  @Override
  public Description description() {
    return Description.of(
        "Falls by the same share in each update", "s(t) = γ^t", "ExponentialLR of PyTorch");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return declared(gamma, warmUp);
  }

  @Override
  public Schedule with(Map<String, Double> values) {
    return new ExponentialDecay(values.get("gamma"), values.get("warm-up"));
  }

  @Override
  public double afterWarmUp(long update, long length) {
    return StrictMath.pow(gamma, update);
  }
}
