package io.sluice.cli;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Components by their ids, and hyper-parameters in words. */
final class ComponentText {

  private ComponentText() {}

  /** The entry with this id or alias; otherwise says what there is. */
  static <T extends Component> Catalog.Entry<T> find(Catalog<T> catalog, String kind, String id) {
    return catalog
        .find(id)
        .orElseThrow(
            () -> CommandFailure.wrongUsage("no " + kind + " \"" + id + "\"" + catalog.hint(id)));
  }

  /** The presets by name. */
  static Map<String, Double> presets(Component component) {
    Map<String, Double> presets = new LinkedHashMap<>();
    component.hyperparameters().forEach(preset -> presets.put(preset.name(), preset.value()));
    return presets;
  }

  /** A value as study files spell it. */
  static String value(Hyperparameter hyperparameter) {
    return hyperparameter.kind() == Hyperparameter.Kind.FLAG
        ? Boolean.toString(hyperparameter.value() != 0)
        : NumberText.of(hyperparameter.value());
  }

  /** The presets with some of them replaced by what the user set. */
  static Map<String, Double> values(Component component, Map<String, Double> settings) {
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
      throw CommandFailure.wrongUsage(complaint);
    }
    return value;
  }

  private static CommandFailure unknown(Component component, String name) {
    List<String> names = component.hyperparameters().stream().map(Hyperparameter::name).toList();
    return CommandFailure.wrongUsage(
        component.id()
            + " has no hyper-parameter \""
            + name
            + "\""
            + NearestWord.hint(name, names)
            + (names.isEmpty() ? "; it has none" : "; it has " + String.join(", ", names)));
  }

  /** A number, or true or false for 1 and 0. */
  static double number(String name, String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true") ? 1 : 0;
    }
    return NumberSpelling.parse(text)
        .orElseThrow(
            () -> CommandFailure.wrongUsage(name + " must be a number, not \"" + text + "\""));
  }
}
