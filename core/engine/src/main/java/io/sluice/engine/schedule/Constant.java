package io.sluice.engine.schedule;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.Map;

/**
 * s(t) = 1.
 *
 * @param warmUp the length of the warm-up before
 */
record Constant(double warmUp) implements Schedule {

  Constant {
    declared(warmUp);
  }

  private static List<Hyperparameter> declared(double warmUp) {
    return List.of(Length.warmUp(warmUp));
  }

  @Override
  public String id() {
    return "constant";
  }

  @Override
  public Description description() {
    return Description.of("The same all the time", "s(t) = 1", "");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return declared(warmUp);
  }

  @Override
  public Schedule with(Map<String, Double> values) {
    return new Constant(values.get("warm-up"));
  }

  @Override
  public double afterWarmUp(long update, long length) {
    return 1;
  }
}
