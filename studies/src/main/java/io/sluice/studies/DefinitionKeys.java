package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.formula.Formula;
import io.sluice.formula.FormulaException;
import io.sluice.spi.Component;
import io.sluice.spi.Definition;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The keys that everything in a pack has, whatever it is that its text defines. */
final class DefinitionKeys {

  static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private static final Codec<String> ID_TEXT =
      Codec.like(NAME, "lower kebab-case such as tanh-lift").bare();

  static final Key<Definition, String> ID =
      key("id", "an id never changes its meaning")
          .like("id: tanh-lift")
          .needed(ID_TEXT, Definition::id);

  static final Key<Definition, List<String>> ALIASES =
      key("aliases", "other ids")
          .leftOut("none")
          .quiet()
          .preset(ID_TEXT.any(), of(Description::aliases), List.of());

  static final Key<Definition, String> SUMMARY =
      words("summary", "one sentence", Description::summary);

  static final Key<Definition, List<Hyperparameter>> SET =
      key("set", "its hyper-parameters; the text uses each of them, and has no other names")
          .leftOut("none")
          .quiet()
          .preset(PresetKeys.SET, Definition::hyperparameters, List.of());

  static final Key<Definition, List<String>> NOTES =
      key("notes", "what a careful user should know")
          .leftOut("none")
          .quiet()
          .preset(
              Codec.text("a sentence").typed("a sentence").any(),
              of(Description::notes),
              List.of());

  private static final Key<Definition, String> SOURCE =
      words("source", "the paper or program it was taken from", Description::source);

  private static final Key<Definition, Boolean> SOURCE_READ =
      key("source-read", "`false` if you could not read the source")
          .quiet()
          .preset(Codec.flag(), of(Description::sourceRead), true);

  private DefinitionKeys() {}

  /** What comes before the text. */
  static <D extends Definition> Section<D> before() {
    return Section.of(ID, ALIASES, SUMMARY).of(definition -> definition);
  }

  /** What comes last. */
  static <D extends Definition> Section<D> after() {
    return Section.of(NOTES, SOURCE, SOURCE_READ).of(definition -> definition);
  }

  /** A part of the description. */
  static <D extends Definition, T> Function<D, T> of(Function<Description, T> part) {
    return definition -> part.apply(definition.description());
  }

  private static Key<Definition, String> words(
      String name, String meaning, Function<Description, String> part) {
    return key(name, meaning).leftOut("empty").quiet().preset(Codec.text("a text"), of(part), "");
  }

  /** The description in an entry whose keys are all right. */
  static Description description(Section.Given given, Key<?, String> text) {
    return new Description(
        given.get(SUMMARY),
        given.get(text).strip(),
        given.get(SOURCE),
        given.get(ALIASES),
        given.get(NOTES),
        given.get(SOURCE_READ));
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
   * Makes the component of a definition; what is wrong with its text is said at its character.
   *
   * @param key of the text
   * @param pack the whole text of the pack
   * @param parameters the names in a text that could be hyper-parameters
   */
  static <T extends Component> Optional<T> made(
      Field entry,
      Key<?, String> key,
      String pack,
      Definition definition,
      Supplier<T> maker,
      Function<String, List<String>> parameters) {
    Field field = entry.child(key.name()).orElseThrow();
    String text = definition.description().formula();
    return made(field, text, pack, definition.hyperparameters(), maker, parameters);
  }

  /**
   * Makes something of a text; what is wrong with the text is said at its character.
   *
   * @param text as it is read
   * @param pack the whole text of the pack
   * @param known the hyper-parameters the text may have
   * @param parameters the names in a text that could be hyper-parameters
   */
  static <T> Optional<T> made(
      Field field,
      String text,
      String pack,
      List<Hyperparameter> known,
      Supplier<T> maker,
      Function<String, List<String>> parameters) {
    try {
      return Optional.of(maker.get());
    } catch (FormulaException mistake) {
      int stripped = field.scalar().indexOf(text);
      field.complain(
          ScalarPlace.of(
              pack, field.node().location(), field.scalar(), stripped + mistake.position()),
          mistake.complaint() + missing(text, known, parameters));
    } catch (IllegalArgumentException mistake) {
      field.complain(mistake.getMessage());
    }
    return Optional.empty();
  }

  /** What to do about names without a preset, if that may be what is wrong. */
  private static String missing(
      String text, List<Hyperparameter> known, Function<String, List<String>> parameters) {
    List<String> missing;
    try {
      missing = new ArrayList<>(parameters.apply(text));
    } catch (FormulaException unreadable) {
      return "";
    }
    known.forEach(each -> missing.remove(Formula.spelling(each.name())));
    return missing.isEmpty()
        ? ""
        : "; a hyper-parameter has its preset in set: {" + missing.get(0) + ": 1}";
  }
}
