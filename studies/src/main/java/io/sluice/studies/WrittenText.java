package io.sluice.studies;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.formula.Formula;
import io.sluice.formula.FormulaActivation;
import io.sluice.formula.FormulaException;
import io.sluice.formula.Rule;
import io.sluice.formula.RuleOptimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A component that a study writes down as a text with values: {@code {formula: "x * tanh(a * x)",
 * a: 1.5}}.
 */
enum WrittenText {
  /** The formula of an activation. */
  FORMULA(
      FormulaActivation.ID,
      "an activation",
      KeyName.key(FormulaActivation.ID, "in place of `id`: a [formula](formulas.md)"),
      "a formula in quotes such as \"x * tanh(a * x)\"") {
    @Override
    ComponentSpec spec(String name, String text, Map<String, List<Double>> values) {
      return ComponentSpec.formula(name, text, values);
    }

    @Override
    void make(String name, String text, Map<String, Double> values) {
      FormulaActivation.of(name, text, values);
    }

    @Override
    List<String> used(String text) {
      return Formula.parametersOf(text);
    }
  },
  /** The rule of an optimizer. */
  RULE(
      RuleOptimizer.ID,
      "an optimizer",
      KeyName.key(RuleOptimizer.ID, "in place of `id`: a [rule](rules.md)"),
      "a rule in quotes such as \"w = w - rate * g\"") {
    @Override
    ComponentSpec spec(String name, String text, Map<String, List<Double>> values) {
      return ComponentSpec.rule(name, text, values);
    }

    @Override
    void make(String name, String text, Map<String, Double> values) {
      RuleOptimizer.of(name, text, values);
    }

    @Override
    List<String> used(String text) {
      return Rule.parametersOf(text);
    }
  };

  private static final String PARAMETER = "[a-z][a-z0-9]*([-_][a-z0-9]+)*";

  private final String word;
  private final String noun;
  private final Key<ComponentSpec, Optional<String>> key;
  private final Key<ComponentSpec, String> name;

  WrittenText(String word, String noun, KeyName told, String example) {
    this.word = word;
    this.noun = noun;
    this.key =
        told.leftOut("none")
            .optional(
                Codec.text(example),
                spec -> Optional.of(spec.text()).filter(text -> spec.isText()));
    String kebabCase = "lower kebab-case such as my-" + noun.substring(noun.indexOf(' ') + 1);
    this.name =
        KeyName.key("name", "the name of a " + word + " in tables")
            .leftOut("the " + word + " in braces")
            .quiet()
            .preset(
                Codec.like("[a-z][a-z0-9]*(-[a-z0-9]+)*", kebabCase)
                    .only(given -> !given.equals(word), kebabCase),
                spec -> spec.isText() ? spec.textName() : "",
                "");
  }

  /** The key of the text. */
  Key<ComponentSpec, Optional<String>> key() {
    return key;
  }

  /** The key of a name for it. */
  Key<ComponentSpec, String> nameKey() {
    return name;
  }

  abstract ComponentSpec spec(String name, String text, Map<String, List<Double>> values);

  /** Makes the component once, to see whether it can be made. */
  abstract void make(String name, String text, Map<String, Double> values);

  /** The names in a text that could be hyper-parameters. */
  abstract List<String> used(String text);

  /**
   * Reads one.
   *
   * @param further keys that are no hyper-parameters
   */
  Optional<ComponentSpec> read(Field field, List<String> further) {
    return declared(field, further).filter(spec -> isSound(field, spec));
  }

  /** Reads one, whether the text is right or not. */
  Optional<ComponentSpec> declared(Field field, List<String> further) {
    if (field.has("id") || field.has("layers")) {
      String other = field.has("id") ? "id" : "layers";
      field.complain(noun + " has either the key \"" + other + "\" or a " + word);
      return Optional.empty();
    }
    Optional<String> text = key.read(field).flatMap(Function.identity());
    Optional<String> name = this.name.read(field);
    Optional<Map<String, List<Double>>> values = values(field, further);
    if (text.isEmpty() || name.isEmpty() || values.isEmpty()) {
      return Optional.empty();
    }
    return field.make(() -> spec(name.get(), text.get(), values.get()));
  }

  private Optional<Map<String, List<Double>>> values(Field field, List<String> further) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    boolean complete = true;
    for (String key : field.keys()) {
      if (key.equals(word) || key.equals("name") || further.contains(key)) {
        continue;
      }
      if (!key.matches(PARAMETER)) {
        field.complain(
            "\""
                + key
                + "\" is no hyper-parameter of a "
                + word
                + "; a "
                + word
                + " with commas needs quotes");
        complete = false;
      } else {
        List<Double> grid = GridReader.values(field.child(key).orElseThrow());
        complete &= !grid.isEmpty();
        values.put(key.replace('_', '-'), grid);
      }
    }
    return complete ? Optional.of(values) : Optional.empty();
  }

  private boolean isSound(Field field, ComponentSpec spec) {
    Map<String, Double> first = new LinkedHashMap<>();
    spec.values().forEach((key, grid) -> first.put(key, grid.get(0)));
    try {
      make(spec.textName(), spec.text(), first);
      return true;
    } catch (FormulaException mistake) {
      field
          .child(word)
          .orElseThrow()
          .complain(mistake.getMessage() + missing(spec.text(), spec.values()));
    } catch (IllegalArgumentException mistake) {
      field.complain(mistake.getMessage());
    }
    return false;
  }

  /** What to do about names without a value, if that may be what is wrong. */
  private String missing(String text, Map<String, List<Double>> values) {
    List<String> missing = new ArrayList<>(usedIn(text));
    values.keySet().forEach(key -> missing.remove(Formula.spelling(key)));
    return missing.isEmpty()
        ? ""
        : "; a hyper-parameter has its value beside the "
            + word
            + ", such as "
            + missing.get(0)
            + ": 1";
  }

  private List<String> usedIn(String text) {
    try {
      return used(text);
    } catch (FormulaException unreadable) {
      return List.of();
    }
  }
}
