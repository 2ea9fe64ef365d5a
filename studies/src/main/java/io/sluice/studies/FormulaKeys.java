package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.text.NearestWord;
import io.sluice.formula.Formula;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Optional;

/** The keys of an activation in a pack. */
final class FormulaKeys {

  private static final Key<ActivationDefinition, String> FORMULA =
      key(
              "formula",
              "in the language of [formulas](formulas.md); a `-` in the name of a hyper-parameter"
                  + " is written `_`")
          .like("formula: x * tanh(x)")
          .needed(
              Codec.text("a formula such as x * tanh(a * x)"),
              DefinitionKeys.of(Description::formula));

  private static final Key<ActivationDefinition, List<Hyperparameter>> SET =
      DefinitionKeys.SET.of(definition -> definition);

  private static final Key<ActivationDefinition, List<String>> TRAINABLE =
      key("trainable", "those of them that can be trained")
          .leftOut("none")
          .quiet()
          .preset(
              new Codec<String>(
                      "a name",
                      item ->
                          Optional.of(item.scalar() == null ? "" : item.scalar().replace('_', '-')),
                      name -> name)
                  .bare()
                  .any(),
              ActivationDefinition::trainable,
              List.of());

  private static final Key<ActivationDefinition, Sharing> TRAIN =
      key("train", "what a study gets that does not say who shares what is trained")
          .quiet()
          .preset(ActivationKeys.SHARING, ActivationDefinition::sharing, Sharing.FIXED);

  private static final Key<ActivationDefinition, Optional<String>> RANGE =
      key(
              "range",
              "all values lie in it; ends can be formulas of the hyper-parameters, in which `inf` is"
                  + " infinity: `(-alpha, inf)`, `[-inf if a > 0 else 0, inf)`")
          .leftOut("derived from the formula")
          .optional(PresetKeys.RANGE_TEXT, ActivationDefinition::range);

  private static final Key<ActivationDefinition, Optional<List<String>>> KINKS =
      key(
              "kinks",
              "where the function has no slope; `[]` for nowhere, and one at `inf` is none: `0 if p <="
                  + " 1 else inf`")
          .leftOut("looked for")
          .optional(
              numberOr("a formula of the hyper-parameters").any(), ActivationDefinition::kinks);

  private static final Key<ActivationDefinition, Optional<String>> SLOPE =
      key(
              "slope",
              "the slope that training takes in place of the derivative: a surrogate, as of step"
                  + " units; a formula as that of the value. Losses see the value alone, and nothing"
                  + " can be trained beside it")
          .leftOut("derived from the formula")
          .optional(numberOr("a formula such as max(0, 1 - abs(x))"), ActivationDefinition::slope);

  private static final Key<ActivationDefinition, Optional<String>> COMPUTED =
      key(
              "computed",
              "the same function in the form that is computed, where that keeps digits which the"
                  + " formula as people write it loses; `sluice passport` compares the two")
          .leftOut("the formula")
          .optional(
              numberOr("a formula such as 0.5 / (1 + abs(x))"), ActivationDefinition::computed);

  private static Codec<String> numberOr(String formula) {
    return new Codec<>(
        "a number or " + formula,
        item -> item.text("a number, or " + formula),
        text -> Numbers.looksNumeric(text) ? new Codec.Word(text) : text);
  }

  /** Every key, in the order in which they are written. */
  static final Section<ActivationDefinition> KEYS =
      DefinitionKeys.<ActivationDefinition>before()
          .and(Section.of(FORMULA, COMPUTED, SLOPE, SET, TRAINABLE, TRAIN, RANGE, KINKS))
          .and(DefinitionKeys.after());

  private final Field entry;
  private final String text;

  private FormulaKeys(Field entry, String text) {
    this.entry = entry;
    this.text = text;
  }

  /**
   * The activation, if nothing is wrong with it.
   *
   * @param text the whole text, in which characters of formulas are looked for
   */
  static Optional<FormulaActivation> read(Field entry, String text) {
    if (!entry.isMapping()) {
      entry.complain(
          "an activation is written as {id: tanh-lift, formula: x * tanh(x)}, not as "
              + entry.node().describe());
      return Optional.empty();
    }
    return new FormulaKeys(entry, text).read(KEYS.read(entry));
  }

  private Optional<FormulaActivation> read(Section.Given given) {
    boolean isRight =
        KEYS.keys().stream().filter(key -> key != RANGE && key != KINKS).allMatch(given::isRight);
    if (!isRight || !areTrainable(given) || !isShared(given) || !isSurrogate(given)) {
      return Optional.empty();
    }
    Optional<String> range = given.get(RANGE);
    Optional<List<String>> kinks = given.get(KINKS);
    if (given.isComplete()) {
      try {
        return Optional.of(
            FormulaActivation.of(definition(given, range, kinks, given.get(COMPUTED))));
      } catch (IllegalArgumentException wrong) {
        // What is wrong, and where, is found out below: the formula first, then with it the rest.
      }
    }
    Optional<FormulaActivation> made =
        entry
            .make(() -> definition(given, Optional.empty(), Optional.empty(), Optional.empty()))
            .flatMap(this::formula);
    Optional<String> computed = given.get(COMPUTED);
    if (made.isPresent() && computed.isPresent()) {
      made = computed(definition(given, Optional.empty(), Optional.empty(), computed));
    }
    if (made.isPresent() && range.isPresent()) {
      made = activation(RANGE, definition(given, range, Optional.empty(), computed));
    }
    if (made.isPresent() && kinks.isPresent()) {
      made = activation(KINKS, definition(given, range, kinks, computed));
    }
    return made;
  }

  private static ActivationDefinition definition(
      Section.Given given,
      Optional<String> range,
      Optional<List<String>> kinks,
      Optional<String> computed) {
    return new ActivationDefinition(
        given.get(DefinitionKeys.ID),
        DefinitionKeys.description(given, FORMULA),
        given.get(SET),
        given.get(TRAINABLE),
        given.get(TRAIN),
        range,
        kinks,
        given.get(SLOPE),
        computed);
  }

  private Optional<FormulaActivation> activation(Key<?, ?> key, ActivationDefinition declared) {
    return entry.child(key.name()).orElseThrow().make(() -> FormulaActivation.of(declared));
  }

  private boolean areTrainable(Section.Given given) {
    List<String> known = given.get(SET).stream().map(Hyperparameter::name).toList();
    List<String> names = given.get(TRAINABLE);
    List<Field> items = entry.child(TRAINABLE.name()).map(Field::items).orElse(List.of());
    boolean right = true;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!known.contains(name)) {
        items
            .get(i)
            .complain(
                "only what is under \"set\" can be trained, not "
                    + items.get(i).node().describe()
                    + (known.isEmpty()
                        ? "; nothing is there"
                        : NearestWord.hint(name, known)
                            + "; there are "
                            + String.join(", ", known)));
        right = false;
      } else if (names.indexOf(name) < i) {
        items.get(i).complain("\"" + name + "\" is named twice");
        right = false;
      }
    }
    return right;
  }

  private boolean isShared(Section.Given given) {
    boolean right = given.get(TRAIN) == Sharing.FIXED || !given.get(TRAINABLE).isEmpty();
    if (!right) {
      entry
          .child(TRAIN.name())
          .orElseThrow()
          .complain("\"train\" needs the key \"trainable\", for example trainable: [a]");
    }
    return right;
  }

  /** Whether the slope, if there is one, can be read and nothing is trained beside it. */
  private boolean isSurrogate(Section.Given given) {
    Optional<String> slope = given.get(SLOPE);
    if (slope.isEmpty()) {
      return true;
    }
    Field field = entry.child(SLOPE.name()).orElseThrow();
    if (!given.get(TRAINABLE).isEmpty()) {
      field.complain(
          "beside \"slope\" nothing can be \"trainable\", because slopes by hyper-parameters are"
              + " derived from the formula");
      return false;
    }
    List<String> names = given.get(SET).stream().map(Hyperparameter::name).toList();
    return DefinitionKeys.made(
            field,
            slope.get(),
            text,
            given.get(SET),
            () -> Formula.parse(slope.get(), names),
            Formula::parametersOf)
        .isPresent();
  }

  /** Tries what is computed, when the formula is known to be right. */
  private Optional<FormulaActivation> computed(ActivationDefinition plain) {
    return DefinitionKeys.made(
        entry.child(COMPUTED.name()).orElseThrow(),
        plain.computedText(),
        text,
        plain.hyperparameters(),
        () -> FormulaActivation.of(plain),
        Formula::parametersOf);
  }

  /** Tries the formula alone. */
  private Optional<FormulaActivation> formula(ActivationDefinition plain) {
    return DefinitionKeys.made(
        entry, FORMULA, text, plain, () -> FormulaActivation.of(plain), Formula::parametersOf);
  }
}
