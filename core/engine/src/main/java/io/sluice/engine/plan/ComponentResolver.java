package io.sluice.engine.plan;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.text.NumberText;
import io.sluice.engine.text.Thrown;
import io.sluice.engine.watch.Pulse;
import io.sluice.formula.TextComponent;
import io.sluice.moments.Interruption;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.WrappedOptimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Looks components up and makes a configured copy for every combination of declared values. */
final class ComponentResolver {

  private static final int MOST_VARIANTS = 10_000;

  private final PlanSize size;
  private final List<Complaint> complaints;

  ComponentResolver(PlanSize size, List<Complaint> complaints) {
    this.size = size;
    this.complaints = complaints;
  }

  PlanLimits limits() {
    return size.limits();
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
      String unknown = "unknown " + what + " \"" + spec.id() + "\"" + catalog.hint(spec.id());
      complaints.add(new Complaint(path, unknown));
      return List.of();
    }
    return variants(new Declared<>(found.get(), spec.values()), path);
  }

  /**
   * Every variant of a component that was found; none if something is wrong with its values, which
   * is then among the complaints.
   */
  <T extends Component> List<Resolved<T>> variants(Declared<T> declared, String path) {
    if (!areRight(declared, path)) {
      return List.of();
    }
    Catalog.Entry<T> entry = declared.entry();
    T prototype = entry.component();
    size.addVariants(declared.variants(), path);
    List<Resolved<T>> variants = new ArrayList<>();
    for (Map<String, Double> values :
        combinations(prototype.hyperparameters(), declared.values())) {
      String label = label(prototype, values);
      configured(label, path, entry, values)
          .ifPresent(made -> variants.add(new Resolved<>(label, made, values, path)));
    }
    return variants;
  }

  /** The copy with these values; if there is none, the complaint says whose fault it is. */
  @SuppressWarnings("unchecked")
  private <T extends Component> Optional<T> configured(
      String label, String path, Catalog.Entry<T> entry, Map<String, Double> values) {
    if (values.isEmpty()) {
      return Optional.of(entry.component());
    }
    try {
      T copy = (T) entry.component().with(values);
      if (copy != null) {
        return Optional.of(copy);
      }
      complaints.add(new Complaint(path, label + ": with(...) of " + entry + " gave null"));
    } catch (IllegalArgumentException refusal) {
      complaints.add(
          new Complaint(
              path, label + " is refused: " + refusal.getMessage() + " (" + entry.origin() + ")"));
    } catch (RuntimeException | Error thrown) { // A stranger's code may throw anything.
      complaints.add(
          new Complaint(path, label + ": " + Culprit.text(entry, thrown, " in with(...)")));
    }
    return Optional.empty();
  }

  /** What the maker makes; if it throws, that is among the complaints. */
  <T> Optional<T> attempt(String label, String path, Supplier<T> maker) {
    Interruption.check();
    try {
      return Optional.of(Pulse.ofThread().calling(label, maker));
    } catch (CancellationException | Pulse.Stopped givenUp) {
      throw givenUp;
    } catch (Throwable refusal) { // A stranger's code may throw anything.
      boolean hasWords = refusal instanceof RuntimeException && refusal.getMessage() != null;
      String words = hasWords ? refusal.getMessage() : Thrown.line(refusal);
      complaints.add(new Complaint(path, label + " is refused: " + words));
      return Optional.empty();
    }
  }

  /** Whether all values are hyper-parameters in their ranges; what is not, is complained of. */
  boolean areRight(Declared<?> component, String path) {
    int before = complaints.size();
    checkValues(component, path);
    return complaints.size() == before;
  }

  private void checkValues(Declared<?> component, String path) {
    List<Hyperparameter> declared = component.entry().component().hyperparameters();
    String id = component.entry().id();
    double variants = component.variants();
    if (variants > MOST_VARIANTS) {
      complaints.add(
          new Complaint(
              path,
              String.format(
                  Locale.ROOT,
                  "the grid of %s has %,.0f variants, more than %,d",
                  id,
                  variants,
                  MOST_VARIANTS)));
    }
    List<String> names = declared.stream().map(Hyperparameter::name).toList();
    for (Map.Entry<String, List<Double>> entry : component.values().entrySet()) {
      String valuePath = path + "." + entry.getKey();
      int index = names.indexOf(entry.getKey());
      if (index < 0) {
        String known = names.isEmpty() ? "it has none" : "it has " + String.join(", ", names);
        if (component.entry().component() instanceof OptimizerWrapper) {
          known += "; the optimizer inside has its own, under \"around\"";
        }
        complaints.add(
            new Complaint(
                valuePath,
                id
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
   * text has no presets, so it is shown with all values; a wrapper tells last what it is around.
   */
  private static String label(Component prototype, Map<String, Double> values) {
    if (prototype instanceof WrappedOptimizer) {
      WrappedOptimizer wrapped = (WrappedOptimizer) prototype;
      String inside = label(wrapped.inner(), wrapped.valuesInside(values));
      return label(wrapped.wrapper(), wrapped.valuesOutside(values), "around " + inside);
    }
    return label(prototype, values, "");
  }

  private static String label(Component prototype, Map<String, Double> values, String further) {
    StringJoiner changed = new StringJoiner(" ", "(", ")").setEmptyValue("");
    Optional<TextComponent> text = TextComponent.ofStudy(prototype);
    for (Hyperparameter preset : prototype.hyperparameters()) {
      double value = values.get(preset.name());
      if (text.isPresent() || value != preset.value()) {
        changed.add(preset.name() + "=" + NumberText.of(value));
      }
    }
    if (!further.isEmpty()) {
      changed.add(further);
    }
    return text.map(TextComponent::label).orElse(prototype.id()) + changed;
  }
}
