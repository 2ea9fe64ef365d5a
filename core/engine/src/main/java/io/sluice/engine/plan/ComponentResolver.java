package io.sluice.engine.plan;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.text.NumberText;
import io.sluice.engine.text.Thrown;
import io.sluice.engine.watch.Pulse;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Looks components up and makes a configured copy for every combination of declared values. */
final class ComponentResolver {

  private static final int MOST_VARIANTS = 10_000;

  private final List<Complaint> complaints;

  ComponentResolver(List<Complaint> complaints) {
    this.complaints = complaints;
  }

  /**
   * Every variant of the component; none if something is wrong with it, which is then among the
   * complaints.
   *
   * @param what the kind of component, for messages
   */
  <T extends Component> List<Resolved<T>> resolve(
      String what, Catalog<T> catalog, ComponentSpec spec, String path) {
    var found = catalog.find(spec.id());
    if (found.isEmpty()) {
      String hint =
          catalog.nearest(spec.id()).map(id -> " (did you mean \"" + id + "\"?)").orElse("");
      complaints.add(new Complaint(path, "unknown " + what + " \"" + spec.id() + "\"" + hint));
      return List.of();
    }
    T prototype = found.get().component();
    List<Hyperparameter> declared = prototype.hyperparameters();
    int before = complaints.size();
    checkValues(spec, declared, path);
    if (complaints.size() > before) {
      return List.of();
    }
    List<Resolved<T>> variants = new ArrayList<>();
    for (Map<String, Double> values : combinations(declared, spec.values())) {
      String label = label(prototype, values);
      attempt(label, path, () -> configured(prototype, values))
          .ifPresent(made -> variants.add(new Resolved<>(label, made, values, path)));
    }
    return variants;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Component> T configured(T prototype, Map<String, Double> values) {
    return values.isEmpty() ? prototype : (T) prototype.with(values);
  }

  /** What the maker makes; if it throws, that is among the complaints. */
  <T> Optional<T> attempt(String label, String path, Supplier<T> maker) {
    try {
      return Optional.of(Pulse.ofThread().calling(label, maker));
    } catch (Throwable refusal) { // A stranger's code may throw anything.
      boolean hasWords = refusal instanceof RuntimeException && refusal.getMessage() != null;
      String words = hasWords ? refusal.getMessage() : Thrown.line(refusal);
      complaints.add(new Complaint(path, label + " is refused: " + words));
      return Optional.empty();
    }
  }

  private void checkValues(ComponentSpec spec, List<Hyperparameter> declared, String path) {
    double variants = 1;
    for (List<Double> values : spec.values().values()) {
      variants *= values.size();
    }
    if (variants > MOST_VARIANTS) {
      complaints.add(
          new Complaint(
              path,
              String.format(
                  Locale.ROOT,
                  "the grid of %s has %,.0f variants, more than %,d",
                  spec.id(),
                  variants,
                  MOST_VARIANTS)));
    }
    List<String> names = declared.stream().map(Hyperparameter::name).toList();
    for (Map.Entry<String, List<Double>> entry : spec.values().entrySet()) {
      String valuePath = path + "." + entry.getKey();
      int index = names.indexOf(entry.getKey());
      if (index < 0) {
        String known = names.isEmpty() ? "it has none" : "it has " + String.join(", ", names);
        complaints.add(
            new Complaint(
                valuePath,
                spec.id()
                    + " has no hyper-parameter \""
                    + entry.getKey()
                    + "\""
                    + NearestWord.hint(entry.getKey(), names)
                    + "; "
                    + known));
        continue;
      }
      for (double value : entry.getValue()) {
        String complaint = declared.get(index).complaint(value);
        if (!complaint.isEmpty()) {
          complaints.add(new Complaint(valuePath, complaint));
        }
      }
    }
  }

  private static List<Map<String, Double>> combinations(
      List<Hyperparameter> declared, Map<String, List<Double>> given) {
    List<Map<String, Double>> combinations = new ArrayList<>();
    combinations.add(new LinkedHashMap<>());
    for (Hyperparameter hyperparameter : declared) {
      List<Double> values =
          given.getOrDefault(hyperparameter.name(), List.of(hyperparameter.value()));
      List<Map<String, Double>> longer = new ArrayList<>();
      for (Map<String, Double> shorter : combinations) {
        for (double value : values) {
          Map<String, Double> combination = new LinkedHashMap<>(shorter);
          combination.put(hyperparameter.name(), value);
          longer.add(combination);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  /**
   * The id, and in brackets the values that are not presets: {@code adam(learning-rate=0.1)}. A
   * formula has no presets, so it is shown with all values.
   */
  private static String label(Component prototype, Map<String, Double> values) {
    StringJoiner changed = new StringJoiner(" ", "(", ")").setEmptyValue("");
    boolean formula = prototype instanceof FormulaActivation;
    for (Hyperparameter preset : prototype.hyperparameters()) {
      double value = values.get(preset.name());
      if (formula || value != preset.value()) {
        changed.add(preset.name() + "=" + NumberText.of(value));
      }
    }
    return (formula ? ((FormulaActivation) prototype).label() : prototype.id()) + changed;
  }
}
