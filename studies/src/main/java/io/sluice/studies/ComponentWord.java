package io.sluice.studies;

import io.sluice.engine.study.ComponentSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A word that means a component outside of a study: an id, the text of a formula or a rule alone,
 * or keys and values as in a study, in braces or line by line.
 *
 * @param kind what the word is
 * @param spec the component as a study names it; whether a text in it is right is not looked at
 */
public record ComponentWord(Kind kind, ComponentSpec spec) {

  /** What a word is. */
  public enum Kind {
    /** An id or an alias, and nothing else. */
    ID,
    /** An id with values, or what is put around another. */
    CONFIGURED,
    /** A formula, alone or with values. */
    FORMULA,
    /** A rule, alone or with values. */
    RULE
  }

  private static final String NAME = "[A-Za-z][A-Za-z0-9._-]*";
  private static final String KEYS = "(?s)\\s*(\\{.*|[\"']?[A-Za-z][\\w-]*[\"']?\\s*:(\\s.*)?)";
  private static final String ASSIGNS = "(?s)([^{]*[;\\n])?\\s*[a-z]\\w*\\s*=[^=].*";
  private static final List<String> NO_VALUES = List.of("train");
  private static final int LONGEST_SHOWN = 60;

  /**
   * Reads a word.
   *
   * @throws StudyFormatException if it is keys and values, and something is wrong with them
   * @throws IllegalArgumentException if it is blank
   */
  public static ComponentWord of(String word) {
    if (word.matches(KEYS)) {
      return configured(word);
    }
    if (word.matches(ASSIGNS)) {
      return new ComponentWord(Kind.RULE, ComponentSpec.rule("", word, Map.of()));
    }
    return word.isBlank() || word.matches(NAME)
        ? new ComponentWord(Kind.ID, ComponentSpec.of(word))
        : new ComponentWord(Kind.FORMULA, ComponentSpec.formula("", word, Map.of()));
  }

  /** Reads a word where only a formula can stand, so that {@code x} is one. */
  public static ComponentWord formula(String word) {
    ComponentWord read = of(word);
    if (word.matches(KEYS) && read.kind() != Kind.FORMULA) {
      throw new IllegalArgumentException(
          Node.shown(word, LONGEST_SHOWN)
              + " has no formula: write {formula: \"x * tanh(a * x)\", a: 1.5}");
    }
    return read.kind() == Kind.FORMULA
        ? read
        : new ComponentWord(Kind.FORMULA, ComponentSpec.formula("", word, Map.of()));
  }

  /** The activation of the word as a value in a study. */
  public static String activationInStudy(String word) {
    return inStudy(word, "formula");
  }

  /** The optimizer of the word, likewise. */
  static String optimizerInStudy(String word) {
    return inStudy(word, "rule");
  }

  private static String inStudy(String word, String key) {
    return word.isBlank() || word.matches(NAME) || word.matches(KEYS) || word.startsWith("[")
        ? word
        : "{" + key + ": " + PackText.quoted(word) + "}";
  }

  /** The same with further values, which win over those it has. */
  public ComponentWord with(Map<String, Double> values) {
    Map<String, List<Double>> all = new LinkedHashMap<>(spec.values());
    boolean text = spec.isText();
    values.forEach((name, value) -> all.put(text ? name.replace('_', '-') : name, List.of(value)));
    return new ComponentWord(kind, new ComponentSpec(spec.id(), all, spec.text(), spec.around()));
  }

  private static ComponentWord configured(String word) {
    Reading reading = Reading.of(Node.shown(word.strip(), LONGEST_SHOWN), null);
    Node tree = TreeReader.readValue(word, reading.source(), reading.complaints());
    Field root = Field.root(reading, tree);
    Kind kind =
        root.has(WrittenText.FORMULA.key().name())
            ? Kind.FORMULA
            : root.has(WrittenText.RULE.key().name()) ? Kind.RULE : Kind.CONFIGURED;
    Optional<ComponentSpec> spec =
        switch (kind) {
          case FORMULA -> WrittenText.FORMULA.declared(root, NO_VALUES);
          case RULE -> WrittenText.RULE.declared(root, List.of());
          default -> ComponentKeys.configured(root, "a component", "{id: snake, a: 2}", NO_VALUES);
        };
    spec.ifPresent(read -> refuseSeveral(root, read));
    reading.complaints().throwIfAny();
    boolean plain = root.keys().equals(Set.of(ComponentKeys.ID.name()));
    return new ComponentWord(plain ? Kind.ID : kind, spec.orElseThrow());
  }

  /** A study makes a trial of each value; here there is one component. */
  private static void refuseSeveral(Field field, ComponentSpec spec) {
    spec.values()
        .forEach(
            (name, values) -> {
              if (values.size() > 1) {
                field.complain(name + " has " + values.size() + " values; only a study takes them");
              }
            });
    if (spec.around().size() > 1) {
      field.complain(spec.id() + " is around several; only a study takes them");
    }
    spec.around().forEach(inner -> refuseSeveral(field, inner));
  }
}
