package io.sluice.engine.catalog;

import io.sluice.engine.text.NearestWord;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hyper-parameters as people set them, by name and text. */
public final class Settings {

  private Settings() {}

  /** The presets by name. */
  public static Map<String, Double> presets(Component component) {
    Map<String, Double> presets = new LinkedHashMap<>();
    component.hyperparameters().forEach(preset -> presets.put(preset.name(), preset.value()));
    return presets;
  }

  /**
   * What was set, as numbers.
   *
   * @throws IllegalArgumentException if a text is no number
   */
  public static Map<String, Double> numbers(Map<String, String> settings) {
    Map<String, Double> values = new LinkedHashMap<>();
    settings.forEach((name, text) -> values.put(name, number(name, text)));
    return values;
  }

  /**
   * The presets with some of them replaced by what was set.
   *
   * @throws IllegalArgumentException if there is no such hyper-parameter, with the nearest one, or
   *     a value is not allowed
   */
  public static Map<String, Double> values(Component component, Map<String, Double> settings) {
    Map<String, Double> values = presets(component);
    settings.forEach((name, value) -> values.put(name, checked(component, name, value)));
    return values;
  }

  private static double checked(Component component, String name, double value) {
    List<Hyperparameter> declared = component.hyperparameters();
    Hyperparameter hyperparameter =
        declared.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(component, name));
    String complaint = hyperparameter.complaint(value);
    if (!complaint.isEmpty()) {
      throw new IllegalArgumentException(complaint);
    }
    return value;
  }

  private static IllegalArgumentException unknown(Component component, String name) {
    List<String> names = component.hyperparameters().stream().map(Hyperparameter::name).toList();
    return new IllegalArgumentException(
        component.id()
            + " has no hyper-parameter \""
            + name
            + "\""
            + NearestWord.hint(name, names)
            + (names.isEmpty() ? "; it has none" : "; it has " + String.join(", ", names)));
  }

  /**
   * A number, or true or false for 1 and 0.
   *
   * @throws IllegalArgumentException that names what is to be a number
   */
  public static double number(String name, String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true") ? 1 : 0;
    }
    return NumberText.read(text)
        .orElseThrow(
            () -> new IllegalArgumentException(name + " must be a number, not \"" + text + "\""));
  }
}
