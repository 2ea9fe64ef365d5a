package io.sluice.engine.schedule;

import io.sluice.math.Trigonometric;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/**
 * s(t) = α + (1 − α) (1 + cos(π t / T)) / 2: half a wave down to α, which the first update beyond
 * the last would have. Loshchilov &amp; Hutter 2017, arXiv 1608.03983, without restarts.
 *
 * @param alpha α, the end
 * @param warmUp the length of the warm-up before
 */
record CosineDecay(double alpha, double warmUp) implements Schedule {

  CosineDecay {
    declared(alpha, warmUp);
  }

  private static List<Hyperparameter> declared(double alpha, double warmUp) {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.closed(0, 1), "where it would end"),
        Length.warmUp(warmUp));
  }

  @Override
  public String id() {
    return "cosine";
  }

  @Override
  public Description description() {
    return Description.of(
        "Falls like half a wave",
        "s(t) = α + (1 − α) (1 + cos(π t / T)) / 2",
        "Loshchilov & Hutter 2017");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return declared(alpha, warmUp);
  }

  @Override
  public Schedule with(Map<String, Double> values) {
    return new CosineDecay(values.get("alpha"), values.get("warm-up"));
  }

  @Override
  public double afterWarmUp(long update, long length) {
    return alpha + (1 - alpha) * 0.5 * (1 + Trigonometric.cos(Math.PI * update / length));
  }
}
