package io.sluice.studies;

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

/** Reads an activation of a pack. */
final class DefinitionReader {

  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String FORMULA = "a formula such as x * tanh(a * x)";
  private static final List<String> KEYS =
      List.of(
          "id",
          "aliases",
          "summary",
          "formula",
          "set",
          "trainable",
          "train",
          "range",
          "kinks",
          "notes",
          "source",
          "source-read");

  private final Field entry;
  private final String text;

  /**
   * @param text the whole text, in which characters of formulas are looked for
   */
  DefinitionReader(Field entry, String text) {
    this.entry = entry;
    this.text = text;
  }

  /** The names that an entry claims, in their order; each only once. */
  static Map<String, Field> names(Field entry) {
    Map<String, Field> names = new LinkedHashMap<>();
    entry.child("id").filter(id -> id.scalar() != null).ifPresent(id -> names.put(id.scalar(), id));
    for (Field alias : entry.child("aliases").map(Field::items).orElse(List.of())) {
      if (alias.scalar() != null) {
        names.putIfAbsent(alias.scalar(), alias);
      }
    }
    return names;
  }

  /** The activation, if nothing is wrong with it. */
  Optional<FormulaActivation> read() {
    if (!entry.isMapping()) {
      entry.complain(
          "an activation is written as {id: tanh-lift, formula: x * tanh(x)}, not as "
              + entry.node().describe());
      return Optional.empty();
    }
    entry.allowOnly(KEYS);
    Optional<String> id = entry.required("id", "id: tanh-lift").flatMap(DefinitionReader::id);
    Optional<String> formula =
        entry.required("formula", "formula: x * tanh(x)").flatMap(field -> field.text(FORMULA));
    Optional<List<String>> aliases = list("aliases", DefinitionReader::id);
    Optional<List<String>> notes = list("notes", note -> note.text("a sentence"));
    Optional<String> summary = words("summary");
    Optional<String> source = words("source");
    Optional<Boolean> sourceRead =
        entry.child("source-read").map(Field::flag).orElse(Optional.of(true));
    Optional<List<Hyperparameter>> presets =
        entry.child("set").map(PresetReader::read).orElse(Optional.of(List.of()));
    if (id.isEmpty()
        || formula.isEmpty()
        || aliases.isEmpty()
        || notes.isEmpty()
        || summary.isEmpty()
        || source.isEmpty()
        || sourceRead.isEmpty()
        || presets.isEmpty()) {
      return Optional.empty();
    }
    Description description =
        new Description(
            summary.get(),
            formula.get().strip(),
            source.get(),
            aliases.get(),
            notes.get(),
            sourceRead.get());
    Optional<List<String>> trainable = trainable(presets.get());
    Optional<Sharing> sharing = sharing(trainable.orElse(List.of()));
    if (trainable.isEmpty() || sharing.isEmpty()) {
      return Optional.empty();
    }
    return entry
        .make(
            () ->
                new ActivationDefinition(
                    id.get(),
                    description,
                    presets.get(),
                    trainable.get(),
                    sharing.get(),
                    Optional.empty(),
                    Optional.empty()))
        .flatMap(this::activation);
  }

  private static Optional<String> id(Field field) {
    return PackFile.like(field, NAME, "lower kebab-case such as tanh-lift");
  }

  private Optional<String> words(String key) {
    return entry.child(key).map(field -> field.text("a text")).orElse(Optional.of(""));
  }

  private <T> Optional<List<T>> list(String key, Function<Field, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    boolean complete = true;
    for (Field item : entry.child(key).map(Field::items).orElse(List.of())) {
      Optional<T> element = reader.apply(item);
      element.ifPresent(read::add);
      complete &= element.isPresent();
    }
    return complete ? Optional.of(read) : Optional.empty();
  }

  private Optional<List<String>> trainable(List<Hyperparameter> presets) {
    List<String> known = presets.stream().map(Hyperparameter::name).toList();
    List<String> seen = new ArrayList<>();
    return list(
        "trainable",
        item -> {
          String name = item.scalar() == null ? "" : item.scalar().replace('_', '-');
          if (!known.contains(name)) {
            item.complain(
                "only what is under \"set\" can be trained, not "
                    + item.node().describe()
                    + (known.isEmpty()
                        ? "; nothing is there"
                        : NearestWord.hint(name, known)
                            + "; there are "
                            + String.join(", ", known)));
            return Optional.empty();
          }
          if (seen.contains(name)) {
            item.complain("\"" + name + "\" is named twice");
            return Optional.empty();
          }
          seen.add(name);
          return Optional.of(name);
        });
  }

  private Optional<Sharing> sharing(List<String> trainable) {
    Optional<Field> train = entry.child("train");
    if (train.isEmpty()) {
      return Optional.of(Sharing.FIXED);
    }
    Optional<Sharing> sharing = train.get().oneOf(NetworkReader.SHARINGS);
    if (sharing.filter(Sharing.FIXED::equals).isEmpty() && trainable.isEmpty()) {
      train.get().complain("\"train\" needs the key \"trainable\", for example trainable: [a]");
      return Optional.empty();
    }
    return sharing;
  }

  /** Tries all at once; if anything is wrong the formula first, then what is declared with it. */
  private Optional<FormulaActivation> activation(ActivationDefinition plain) {
    Optional<Field> rangeField = entry.child("range");
    Optional<Field> kinksField = entry.child("kinks");
    Optional<String> range = rangeField.flatMap(PresetReader::range);
    Optional<List<String>> kinks =
        kinksField.flatMap(
            field ->
                list("kinks", kink -> kink.text("a number, or a formula of the hyper-parameters")));
    if (range.isPresent() == rangeField.isPresent()
        && kinks.isPresent() == kinksField.isPresent()) {
      try {
        return Optional.of(FormulaActivation.of(declared(plain, range, kinks)));
      } catch (IllegalArgumentException wrong) {
        // What is wrong, and where, is found out below.
      }
    }
    Optional<FormulaActivation> made = formula(plain);
    if (made.isPresent() && range.isPresent()) {
      made =
          rangeField
              .get()
              .make(() -> FormulaActivation.of(declared(plain, range, Optional.empty())));
    }
    if (made.isPresent() && kinks.isPresent()) {
      made = kinksField.get().make(() -> FormulaActivation.of(declared(plain, range, kinks)));
    }
    return made;
  }

  private static ActivationDefinition declared(
      ActivationDefinition plain, Optional<String> range, Optional<List<String>> kinks) {
    return new ActivationDefinition(
        plain.id(),
        plain.description(),
        plain.hyperparameters(),
        plain.trainable(),
        plain.sharing(),
        range,
        kinks);
  }

  private Optional<FormulaActivation> formula(ActivationDefinition plain) {
    Field field = entry.child("formula").orElseThrow();
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
