package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.text.NearestWord;
import io.sluice.formula.Formula;
import io.sluice.formula.FormulaActivation;
import io.sluice.formula.FormulaException;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The keys of an activation in a pack. */
final class DefinitionKeys {

  static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private static final Codec<String> ID_TEXT =
      Codec.like(NAME, "lower kebab-case such as tanh-lift").bare();

  private static final Key<ActivationDefinition, String> ID =
      key("id", "an id never changes its meaning")
          .like("id: tanh-lift")
          .needed(ID_TEXT, ActivationDefinition::id);

  private static final Key<ActivationDefinition, List<String>> ALIASES =
      key("aliases", "other ids")
          .leftOut("none")
          .quiet()
          .preset(ID_TEXT.any(), of(Description::aliases), List.of());

  private static final Key<ActivationDefinition, String> SUMMARY =
      words("summary", "one sentence", Description::summary);

  private static final Key<ActivationDefinition, String> FORMULA =
      key(
              "formula",
              "in the language of [formulas](formulas.md); a `-` in the name of a hyper-parameter"
                  + " is written `_`")
          .like("formula: x * tanh(x)")
          .needed(Codec.text("a formula such as x * tanh(a * x)"), of(Description::formula));

  private static final Key<ActivationDefinition, List<Hyperparameter>> SET =
      key("set", "its hyper-parameters; the formula uses each of them, and has no other names")
          .leftOut("none")
          .quiet()
          .preset(PresetKeys.SET, ActivationDefinition::hyperparameters, List.of());

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
              new Codec<String>(
                      "a number or a formula of the hyper-parameters",
                      item -> item.text("a number, or a formula of the hyper-parameters"),
                      kink -> Numbers.looksNumeric(kink) ? new Codec.Word(kink) : kink)
                  .any(),
              ActivationDefinition::kinks);

  static final Key<ActivationDefinition, List<String>> NOTES =
      key("notes", "what a careful user should know")
          .leftOut("none")
          .quiet()
          .preset(
              Codec.text("a sentence").typed("a sentence").any(),
              of(Description::notes),
              List.of());

  private static final Key<ActivationDefinition, String> SOURCE =
      words("source", "the paper or program it was taken from", Description::source);

  private static final Key<ActivationDefinition, Boolean> SOURCE_READ =
      key("source-read", "`false` if you could not read the source")
          .quiet()
          .preset(Codec.flag(), of(Description::sourceRead), true);

  /** Every key, in the order in which they are written. */
  static final Section<ActivationDefinition> KEYS =
      Section.of(
          ID,
          ALIASES,
          SUMMARY,
          FORMULA,
          SET,
          TRAINABLE,
          TRAIN,
          RANGE,
          KINKS,
          NOTES,
          SOURCE,
          SOURCE_READ);

  private final Field entry;
  private final String text;

  private DefinitionKeys(Field entry, String text) {
    this.entry = entry;
    this.text = text;
  }

  private static <T> Function<ActivationDefinition, T> of(Function<Description, T> part) {
    return definition -> part.apply(definition.description());
  }

  private static Key<ActivationDefinition, String> words(
      String name, String meaning, Function<Description, String> part) {
    return key(name, meaning).leftOut("empty").quiet().preset(Codec.text("a text"), of(part), "");
  }

  /** The names that an entry claims, in their order; each only once. */
  static Map<String, Field> names(Field entry) {
    Map<String, Field> names = new LinkedHashMap<>();
    Stream.concat(
            entry.child(ID.name()).stream(),
            entry.child(ALIASES.name()).stream().flatMap(aliases -> aliases.items().stream()))
        .filter(name -> name.scalar() != null)
        .forEach(name -> names.putIfAbsent(name.scalar(), name));
    return names;
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
    return new DefinitionKeys(entry, text).read(KEYS.read(entry));
  }

  private Optional<FormulaActivation> read(Section.Given given) {
    boolean isRight =
        KEYS.keys().stream().filter(key -> key != RANGE && key != KINKS).allMatch(given::isRight);
    if (!isRight || !areTrainable(given) || !isShared(given)) {
      return Optional.empty();
    }
    Optional<String> range = given.get(RANGE);
    Optional<List<String>> kinks = given.get(KINKS);
    if (given.isComplete()) {
      try {
        return Optional.of(FormulaActivation.of(definition(given, range, kinks)));
      } catch (IllegalArgumentException wrong) {
        // What is wrong, and where, is found out below: the formula first, then with it the rest.
      }
    }
    Optional<FormulaActivation> made =
        entry
            .make(() -> definition(given, Optional.empty(), Optional.empty()))
            .flatMap(this::formula);
    if (made.isPresent() && range.isPresent()) {
      made = activation(RANGE, definition(given, range, Optional.empty()));
    }
    if (made.isPresent() && kinks.isPresent()) {
      made = activation(KINKS, definition(given, range, kinks));
    }
    return made;
  }

  private static ActivationDefinition definition(
      Section.Given given, Optional<String> range, Optional<List<String>> kinks) {
    Description description =
        new Description(
            given.get(SUMMARY),
            given.get(FORMULA).strip(),
            given.get(SOURCE),
            given.get(ALIASES),
            given.get(NOTES),
            given.get(SOURCE_READ));
    return new ActivationDefinition(
        given.get(ID),
        description,
        given.get(SET),
        given.get(TRAINABLE),
        given.get(TRAIN),
        range,
        kinks);
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

  /** Tries the formula alone. */
  private Optional<FormulaActivation> formula(ActivationDefinition plain) {
    Field field = entry.child(FORMULA.name()).orElseThrow();
    try {
      return Optional.of(FormulaActivation.of(plain));
    } catch (FormulaException mistake) {
      int stripped = field.scalar().indexOf(plain.description().formula());
      field.complain(
          ScalarPlace.of(
              text, field.node().location(), field.scalar(), stripped + mistake.position()),
          mistake.complaint() + missing(plain));
    } catch (IllegalArgumentException mistake) {
      field.complain(mistake.getMessage());
    }
    return Optional.empty();
  }

  /** What to do about names without a preset, if that may be what is wrong. */
  private static String missing(ActivationDefinition plain) {
    List<String> missing;
    try {
      missing = new ArrayList<>(Formula.parametersOf(plain.description().formula()));
    } catch (FormulaException unreadable) {
      return "";
    }
    plain.hyperparameters().forEach(each -> missing.remove(Formula.spelling(each.name())));
    return missing.isEmpty()
        ? ""
        : "; a hyper-parameter has its preset in set: {" + missing.get(0) + ": 1}";
  }
}
