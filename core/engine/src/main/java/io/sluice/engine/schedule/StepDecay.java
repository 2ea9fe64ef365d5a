package io.sluice.engine.schedule;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/**
 * s(t) = γ^⌊t / every⌋: a step down after so many updates, as in PyTorch's {@code StepLR}.
 *
 * @param every the length of a step
 * @param gamma γ, what each step multiplies by
 * @param warmUp the length of the warm-up before
 */
record StepDecay(double every, double gamma, double warmUp) implements Schedule {

  StepDecay {
    declared(every, gamma, warmUp);
  }

  private static List<Hyperparameter> declared(double every, double gamma, double warmUp) {
    return List.of(
        Length.declared("every", every, "updates of a step, or below 1 a share of all"),
        Hyperparameter.real("gamma", gamma, Interval.POSITIVE, "what each step multiplies by"),
        Length.warmUp(warmUp));
  }

  @Override
  public String id() {
    return "step";
  }

  @Override
  public Description description() {
    return Description.of("Falls in steps", "s(t) = γ^⌊t / every⌋", "StepLR of PyTorch");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return declared(every, gamma, warmUp);
  }

  @Override
  public Schedule with(Map<String, Double> values) {
    return new StepDecay(values.get("every"), values.get("gamma"), values.get("warm-up"));
  }

  @Override
  public double afterWarmUp(long update, long length) {
    long steps = update / Length.updates(every, length);
    return steps == 0 ? 1 : StrictMath.pow(gamma, steps);
  }
}
