package io.sluice.studies;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.text.NumberText;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Hyperparameter.Kind;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.ArrayList;
import java.util.List;

/** Writes an activation as a pack of one, which {@link PackFile} reads back. */
public final class PackText {

  private static final String LIST = "\n      - ";

  private final StringBuilder text = new StringBuilder();

  private PackText() {}

  /**
   * The pack of an activation that has a formula; what no text can say stands in comments.
   *
   * @throws IllegalArgumentException if it has no formula that can be read
   */
  public static String of(Activation activation) {
    if (activation instanceof FormulaActivation) {
      return of(((FormulaActivation) activation).definition(), List.of());
    }
    DescribedActivation described = new DescribedActivation(activation);
    return of(described.definition(), described.unsaid());
  }

  /** The pack of a definition. */
  public static String of(ActivationDefinition definition) {
    return of(definition, List.of());
  }

  private static String of(ActivationDefinition definition, List<String> comments) {
    PackText pack = new PackText();
    pack.write(definition, comments);
    return pack.text.toString();
  }

  private void write(ActivationDefinition definition, List<String> comments) {
    Description description = definition.description();
    text.append("pack: ").append(definition.id()).append('\n');
    text.append("version: 1.0.0\nactivations:\n");
    comments.forEach(comment -> text.append("  # ").append(Node.shown(comment, 1000)).append('\n'));
    text.append("  - id: ").append(definition.id()).append('\n');
    if (!description.aliases().isEmpty()) {
      key("aliases", "[" + String.join(", ", description.aliases()) + "]");
    }
    words("summary", description.summary());
    words("formula", description.formula());
    if (!definition.hyperparameters().isEmpty()) {
      text.append("    set:\n");
      definition.hyperparameters().forEach(this::preset);
    }
    if (!definition.trainable().isEmpty()) {
      key("trainable", "[" + String.join(", ", definition.trainable()) + "]");
    }
    if (definition.sharing() != Sharing.FIXED) {
      key("train", ActivationSpec.word(definition.sharing()));
    }
    definition.range().ifPresent(range -> words("range", range));
    definition.kinks().ifPresent(kinks -> key("kinks", listed(kinks)));
    if (!description.notes().isEmpty()) {
      text.append("    notes:");
      description.notes().forEach(note -> text.append(LIST).append(scalar(note)));
      text.append('\n');
    }
    words("source", description.source());
    if (!description.sourceRead()) {
      key("source-read", "false");
    }
  }

  private static String listed(List<String> texts) {
    List<String> quoted = new ArrayList<>();
    texts.forEach(each -> quoted.add(Numbers.looksNumeric(each) ? each : quoted(each)));
    return "[" + String.join(", ", quoted) + "]";
  }

  private void key(String key, String value) {
    text.append("    ").append(key).append(": ").append(value).append('\n');
  }

  private void words(String key, String value) {
    if (!value.isBlank()) {
      key(key, scalar(value));
    }
  }

  private void preset(Hyperparameter preset) {
    boolean flag = preset.kind() == Kind.FLAG;
    String value = flag ? String.valueOf(preset.value() != 0) : NumberText.of(preset.value());
    List<String> parts = new ArrayList<>(List.of("preset: " + value));
    if (!flag && !preset.range().equals(Interval.REALS)) {
      parts.add("range: " + quoted(range(preset.range())));
    }
    if (preset.kind() == Kind.INTEGER) {
      parts.add("kind: integer");
    }
    if (!preset.meaning().isBlank()) {
      parts.add("doc: " + quoted(preset.meaning()));
    }
    String said = parts.size() == 1 ? value : "{" + String.join(", ", parts) + "}";
    text.append("      ").append(preset.name()).append(": ").append(said).append('\n');
  }

  /** A range as packs have it, without losing a bit. */
  static String range(Interval range) {
    return (range.lowerAttained() ? "[" : "(")
        + end(range.lower())
        + ", "
        + end(range.upper())
        + (range.upperAttained() ? "]" : ")");
  }

  private static String end(double value) {
    return Double.isInfinite(value) ? (value < 0 ? "-inf" : "inf") : NumberText.of(value);
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

  private static String quoted(String value) {
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
