package io.sluice.studies;

import io.sluice.engine.text.NumberText;
import io.sluice.formula.TextComponent;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Component;
import io.sluice.spi.Definition;
import io.sluice.spi.OptimizerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes an activation as a pack of one, which {@link PackFile} reads back. */
public final class PackText {

  private static final String LIST = "\n      - ";

  private final StringBuilder text = new StringBuilder();

  private PackText() {}

  /**
   * The pack of an activation that has a formula, or of an optimizer that is a rule; what no text
   * can say stands in comments.
   *
   * @throws IllegalArgumentException if there is no formula that can be read and no rule
   */
  public static String of(Component component) {
    if (component instanceof TextComponent) {
      return of(((TextComponent) component).definition());
    }
    if (!(component instanceof Activation)) {
      throw new IllegalArgumentException(
          component.id() + " is written in Java and has no rule that says all of it");
    }
    Activation activation = (Activation) component;
    DescribedActivation described = new DescribedActivation(activation);
    return of(described.definition(), described.unsaid());
  }

  /** The pack of a definition. */
  public static String of(Definition definition) {
    return of(definition, List.of());
  }

  private static String of(Definition definition, List<String> comments) {
    PackText pack = new PackText();
    pack.write(definition, comments);
    return pack.text.toString();
  }

  private void write(Definition definition, List<String> comments) {
    text.append("pack: ").append(definition.id()).append('\n');
    boolean isRule = definition instanceof OptimizerDefinition;
    text.append("version: 1.0.0\n").append(isRule ? "optimizers:\n" : "activations:\n");
    comments.forEach(comment -> text.append("  # ").append(Node.shown(comment, 1000)).append('\n'));
    String indent = "  - ";
    Map<String, Object> fields =
        isRule
            ? RuleKeys.KEYS.write((OptimizerDefinition) definition)
            : FormulaKeys.KEYS.write((ActivationDefinition) definition);
    for (Map.Entry<String, Object> entry : fields.entrySet()) {
      text.append(indent).append(entry.getKey()).append(':');
      value(entry.getKey(), entry.getValue());
      text.append('\n');
      indent = "    ";
    }
  }

  /** Sentences and what has keys of its own on lines of their own, all else behind the key. */
  private void value(String key, Object value) {
    if (value instanceof Map) {
      ((Map<?, ?>) value)
          .forEach(
              (name, said) -> text.append("\n      ").append(name).append(": ").append(flow(said)));
    } else if (key.equals(DefinitionKeys.NOTES.name())) {
      ((List<?>) value).forEach(note -> text.append("\n      - ").append(scalar((String) note)));
    } else if (value instanceof String && isBlock((String) value)) {
      text.append(" |-");
      ((String) value)
          .lines()
          .forEach(line -> text.append(line.isEmpty() ? "\n" : "\n      ").append(line));
    } else {
      text.append(' ').append(value instanceof String ? scalar((String) value) : flow(value));
    }
  }

  /** Whether it has lines that stand as they are in a block. */
  private static boolean isBlock(String value) {
    return value.contains("\n")
        && !Character.isWhitespace(value.charAt(0))
        && !value.endsWith("\n")
        && value.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F);
  }

  /** A value on one line, texts in quotes. */
  private static String flow(Object value) {
    if (value instanceof Map) {
      List<String> entries = new ArrayList<>();
      ((Map<?, ?>) value).forEach((key, said) -> entries.add(key + ": " + flow(said)));
      return "{" + String.join(", ", entries) + "}";
    }
    if (value instanceof List) {
      return "[" + String.join(", ", ((List<?>) value).stream().map(PackText::flow).toList()) + "]";
    }
    if (value instanceof Double) {
      return NumberText.of((Double) value);
    }
    return value instanceof String ? quoted((String) value) : value.toString();
  }

  /** A text as it stands after a key: bare where YAML reads it back as it is. */
  private static String scalar(String value) {
    boolean bare =
        value.matches("[A-Za-z0-9(.+][^\\p{Cntrl}\"\\\\]*")
            && !value.matches("(?s).*(:(\\s|$)| #|\\s$).*")
            && !value.equalsIgnoreCase("null")
            && value.chars().allMatch(c -> c >= ' ' && c < 0xD800);
    return bare ? value : quoted(value);
  }

  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                quoted.append("\\n");
              } else if (Character.isISOControl(c)) {
                quoted.append(String.format("\\u%04x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
