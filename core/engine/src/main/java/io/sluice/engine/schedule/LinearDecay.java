package io.sluice.engine.schedule;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/**
 * s(t) = 1 − (1 − α) t / T: straight down to α, which the first update beyond the last would have.
 *
 * @param alpha α, the end
 * @param warmUp the length of the warm-up before
 */
record LinearDecay(double alpha, double warmUp) implements Schedule {

  LinearDecay {
    declared(alpha, warmUp);
  }

  private static List<Hyperparameter> declared(double alpha, double warmUp) {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.closed(0, 1), "where it would end"),
        Length.warmUp(warmUp));
  }

  @Override
  public String id() {
    return "linear";
  }

  @Override
  public Description description() {
    return Description.of("Falls straight", "s(t) = 1 − (1 − α) t / T", "linear_schedule of Optax");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return declared(alpha, warmUp);
  }

  @Override
  public Schedule with(Map<String, Double> values) {
    return new LinearDecay(values.get("alpha"), values.get("warm-up"));
  }

  @Override
  public double afterWarmUp(long update, long length) {
    return 1 - (1 - alpha) * update / length;
  }
}
