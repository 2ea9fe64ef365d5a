package io.sluice.engine.study;

import io.sluice.formula.FormulaActivation;
import io.sluice.formula.RuleOptimizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A component by name, with the values declared for some of its hyper-parameters. A value that is a
 * list stands for as many variants; several lists stand for every combination.
 *
 * @param id an id or alias; of a text its name, or {@link FormulaActivation#ID} or {@link
 *     RuleOptimizer#ID}
 * @param values the declared values, at least one each
 * @param text the formula of an activation, or the rule of an optimizer, that is in no catalog; or
 *     an empty text
 * @param around what a wrapper is put around, each for itself; empty of what is no wrapper
 */
public record ComponentSpec(
    String id, Map<String, List<Double>> values, String text, List<ComponentSpec> around) {

  public ComponentSpec {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a component needs an id");
    }
    Map<String, List<Double>> copy = new LinkedHashMap<>();
    for (Map.Entry<String, List<Double>> entry : values.entrySet()) {
      if (entry.getValue().isEmpty()) {
        throw new IllegalArgumentException(entry.getKey() + " of " + id + " has no value");
      }
      copy.put(entry.getKey(), List.copyOf(entry.getValue()));
    }
    values = Collections.unmodifiableMap(copy);
    text = text.strip();
    around = List.copyOf(around);
  }

  /** A component of a catalog. */
  public ComponentSpec(String id, Map<String, List<Double>> values) {
    this(id, values, "", List.of());
  }

  /** A wrapper around others. */
  public ComponentSpec(String id, Map<String, List<Double>> values, List<ComponentSpec> around) {
    this(id, values, "", around);
  }

  /**
   * The activation of a formula.
   *
   * @param name what stands for it in tables, or an empty text for the formula itself
   */
  public static ComponentSpec formula(
      String name, String formula, Map<String, List<Double>> values) {
    return new ComponentSpec(
        name.isEmpty() ? FormulaActivation.ID : name, values, formula, List.of());
  }

  /**
   * The optimizer of a rule.
   *
   * @param name what stands for it in tables, or an empty text for the rule itself
   */
  public static ComponentSpec rule(String name, String rule, Map<String, List<Double>> values) {
    return new ComponentSpec(name.isEmpty() ? RuleOptimizer.ID : name, values, rule, List.of());
  }

  /** Whether it is a formula or a rule and not in a catalog. */
  public boolean isText() {
    return !text.isEmpty();
  }

  /** The name that was given to a formula or a rule; empty if there is none. */
  public String textName() {
    return id.equals(FormulaActivation.ID) || id.equals(RuleOptimizer.ID) ? "" : id;
  }

  /** The component with its presets. */
  public static ComponentSpec of(String id) {
    return new ComponentSpec(id, Map.of());
  }
}
