package io.sluice.studies;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.formula.Formula;
import io.sluice.formula.FormulaActivation;
import io.sluice.formula.FormulaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads an activation that is a formula: {@code {formula: "x * tanh(a * x)", a: 1.5}}. */
final class FormulaReader {

  private static final String PARAMETER = "[a-z][a-z0-9]*([-_][a-z0-9]+)*";

  private FormulaReader() {}

  /**
   * Reads one.
   *
   * @param further keys that are no hyper-parameters
   */
  static Optional<ComponentSpec> read(Field field, List<String> further) {
    return declared(field, further).filter(spec -> isSound(field, spec));
  }

  /** Reads one, whether the formula is right or not. */
  static Optional<ComponentSpec> declared(Field field, List<String> further) {
    if (field.has("id") || field.has("layers")) {
      String other = field.has("id") ? "id" : "layers";
      field.complain("an activation has either the key \"" + other + "\" or a formula");
      return Optional.empty();
    }
    Optional<String> text = ComponentKeys.FORMULA.read(field).flatMap(Function.identity());
    Optional<String> name = ComponentKeys.FORMULA_NAME.read(field);
    Optional<Map<String, List<Double>>> values = values(field, further);
    if (text.isEmpty() || name.isEmpty() || values.isEmpty()) {
      return Optional.empty();
    }
    return field.make(() -> ComponentSpec.formula(name.get(), text.get(), values.get()));
  }

  private static Optional<Map<String, List<Double>>> values(Field field, List<String> further) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    boolean complete = true;
    for (String key : field.keys()) {
      if (key.equals("formula") || key.equals("name") || further.contains(key)) {
        continue;
      }
      if (!key.matches(PARAMETER)) {
        field.complain(
            "\""
                + key
                + "\" is no hyper-parameter of a formula; a formula with commas needs quotes");
        complete = false;
      } else {
        List<Double> grid = GridReader.values(field.child(key).orElseThrow());
        complete &= !grid.isEmpty();
        values.put(key.replace('_', '-'), grid);
      }
    }
    return complete ? Optional.of(values) : Optional.empty();
  }

  /** Makes the activation once, to see whether it can be made. */
  private static boolean isSound(Field field, ComponentSpec spec) {
    Map<String, Double> first = new LinkedHashMap<>();
    spec.values().forEach((key, grid) -> first.put(key, grid.get(0)));
    try {
      FormulaActivation.of(spec.formulaName(), spec.formula(), first);
      return true;
    } catch (FormulaException mistake) {
      field
          .child("formula")
          .orElseThrow()
          .complain(mistake.getMessage() + missing(spec.formula(), spec.values()));
    } catch (IllegalArgumentException mistake) {
      field.complain(mistake.getMessage());
    }
    return false;
  }

  /** What to do about names without a value, if that may be what is wrong. */
  private static String missing(String text, Map<String, List<Double>> values) {
    List<String> missing = new ArrayList<>(used(text));
    values.keySet().forEach(key -> missing.remove(Formula.spelling(key)));
    return missing.isEmpty()
        ? ""
        : "; a hyper-parameter has its value beside the formula, such as " + missing.get(0) + ": 1";
  }

  private static List<String> used(String text) {
    try {
      return Formula.parametersOf(text);
    } catch (FormulaException unreadable) {
      return List.of();
    }
  }
}
