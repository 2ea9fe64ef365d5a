package io.sluice.studies;

import io.sluice.engine.study.ComponentSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A formula where otherwise the id of an activation stands, outside of a study. */
public final class FormulaText {

  private FormulaText() {}

  /** Whether the text is a formula, alone or with its values, and not an id. */
  public static boolean isFormula(String text) {
    return !text.isBlank() && !text.matches("[A-Za-z][A-Za-z0-9._-]*");
  }

  /**
   * Reads a formula: {@code x * tanh(a * x)}, or as in a study {@code {formula: "x * tanh(a * x)",
   * a: 1.5}}. Whether the formula itself is right is not looked at.
   *
   * @param values further hyper-parameters, which win over those in the text
   * @throws StudyFormatException if it is neither
   */
  public static ComponentSpec read(String text, Map<String, Double> values) {
    Map<String, List<Double>> all = new LinkedHashMap<>();
    String name = "";
    String formula = text;
    if (text.strip().startsWith("{")) {
      Reading reading = Reading.of("the formula", null);
      Node tree = TreeReader.readValue(text, "the formula", reading.complaints());
      Field root = Field.root(reading, tree);
      root.required("formula", "{formula: \"x * tanh(a * x)\", a: 1.5}");
      Optional<ComponentSpec> declared =
          root.has("formula")
              ? WrittenText.FORMULA.declared(root, List.of("train"))
              : Optional.empty();
      reading.complaints().throwIfAny();
      name = declared.orElseThrow().textName();
      formula = declared.orElseThrow().text();
      all.putAll(declared.orElseThrow().values());
    }
    values.forEach((key, value) -> all.put(key.replace('_', '-'), List.of(value)));
    return ComponentSpec.formula(name, formula, all);
  }
}
