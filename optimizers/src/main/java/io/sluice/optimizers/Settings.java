package io.sluice.optimizers;

import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.Map;

/**
 * The hyper-parameters of an optimizer with their values, declared once: what a record of them, its
 * list of hyper-parameters and its copying would else say three times.
 *
 * @param all in the order they are shown
 */
public record Settings(List<Hyperparameter> all) {

  public Settings {
    all = List.copyOf(all);
  }

  /** These hyper-parameters at their presets. */
  public static Settings of(Hyperparameter... all) {
    return new Settings(List.of(all));
  }

  /** The same hyper-parameters with these values, each inside its range. */
  public Settings with(Map<String, Double> values) {
    return new Settings(
        all.stream()
            .map(
                each ->
                    new Hyperparameter(
                        each.name(),
                        each.kind(),
                        values.get(each.name()),
                        each.range(),
                        each.meaning()))
            .toList());
  }

  /** The value of a declared hyper-parameter. */
  public double real(String name) {
    for (Hyperparameter each : all) {
      if (each.name().equals(name)) {
        return each.value();
      }
    }
    throw new IllegalArgumentException("no hyper-parameter is called " + name);
  }

  /** The value of a whole number. */
  public int integer(String name) {
    return (int) real(name);
  }

  /** The value of a flag. */
  public boolean flag(String name) {
    return real(name) != 0;
  }
}
