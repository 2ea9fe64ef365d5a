package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.text.NumberText;
import io.sluice.formula.RangeText;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Hyperparameter.Kind;
import io.sluice.spi.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of the hyper-parameters of an activation in a pack: each is a preset, or a preset with
 * range, kind and doc.
 */
final class PresetKeys {

  private static final String EXAMPLE =
      "{a: 1.5} or {a: {preset: 1.5, range: [0, 10], doc: the slope}}";
  private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");

  /** A preset value; true and false make a flag. */
  private record Preset(double value, boolean isFlag) {}

  private static final Key<Hyperparameter, Preset> PRESET =
      key("preset", "its value where a study says nothing; `true` and `false` make a flag")
          .like("{preset: 1.5}")
          .needed(
              new Codec<>(
                  "a number, `true` or `false`",
                  PresetKeys::preset,
                  preset -> preset.isFlag() ? (Object) (preset.value() != 0) : preset.value()),
              one -> new Preset(one.value(), one.kind() == Kind.FLAG));

  /** A range as text, which may also be a list of two ends, both attained. */
  static final Codec<String> RANGE_TEXT =
      new Codec<>(
          "a range such as `[0, 1]`, `(0, inf)` or `\"[0, inf)\"`",
          PresetKeys::range,
          text -> text);

  private static final Key<Hyperparameter, Optional<Interval>> RANGE =
      key("range", "which values are allowed")
          .leftOut("all reals")
          .optional(
              RANGE_TEXT.as(RangeText::parse, PresetKeys::text),
              one ->
                  Optional.of(one.range())
                      .filter(range -> one.kind() != Kind.FLAG && !range.equals(Interval.REALS)));

  private static final Key<Hyperparameter, Optional<Kind>> KIND =
      key("kind", "what numbers they are; a flag is 1 or 0 in the formula")
          .leftOut("`real`, or `flag`")
          .optional(
              Codec.oneOf(List.of(Kind.values()), kind -> kind.name().toLowerCase(Locale.ROOT))
                  .bare(),
              one -> Optional.of(one.kind()).filter(kind -> kind == Kind.INTEGER));

  private static final Key<Hyperparameter, String> DOC =
      key("doc", "what it is, a phrase")
          .leftOut("empty")
          .quiet()
          .preset(Codec.text("a phrase"), Hyperparameter::meaning, "");

  static final Section<Hyperparameter> KEYS = Section.of(PRESET, RANGE, KIND, DOC);

  /** All hyper-parameters by their names. */
  static final Codec<List<Hyperparameter>> SET =
      new Codec<>(
          "names with presets, or with the keys below", PresetKeys::read, PresetKeys::written);

  private PresetKeys() {}

  private static Optional<List<Hyperparameter>> read(Field set) {
    if (!set.isMapping()) {
      set.expected(EXAMPLE);
      return Optional.empty();
    }
    List<Hyperparameter> read = new ArrayList<>();
    for (String key : set.keys()) {
      Field field = set.child(key).orElseThrow();
      if (PARAMETER.matcher(key).matches()) {
        one(key.replace('_', '-'), field).ifPresent(read::add);
      } else {
        field.complain(
            "\""
                + Node.shown(key)
                + "\" cannot be the name of a hyper-parameter, which is like a or negative-slope");
      }
    }
    return read.size() == set.keys().size() ? Optional.of(read) : Optional.empty();
  }

  private static Optional<Hyperparameter> one(String name, Field field) {
    if (!field.isMapping()) {
      return preset(field)
          .flatMap(preset -> make(field, name, preset, Optional.empty(), Optional.empty(), ""));
    }
    Section.Given given = KEYS.read(field);
    return given.isComplete()
        ? make(
            field.child(PRESET.name()).orElseThrow(),
            name,
            given.get(PRESET),
            given.get(KIND),
            given.get(RANGE),
            given.get(DOC))
        : Optional.empty();
  }

  private static Optional<Hyperparameter> make(
      Field field,
      String name,
      Preset preset,
      Optional<Kind> kind,
      Optional<Interval> range,
      String doc) {
    Kind certain = kind.orElse(preset.isFlag() ? Kind.FLAG : Kind.REAL);
    Interval all = certain == Kind.FLAG ? Interval.closed(0, 1) : Interval.REALS;
    return field.make(
        () -> new Hyperparameter(name, certain, preset.value(), range.orElse(all), doc));
  }

  private static Optional<Preset> preset(Field field) {
    Optional<Boolean> flag = Field.flagOf(field.scalar());
    return flag.isPresent()
        ? flag.map(yes -> new Preset(yes ? 1 : 0, true))
        : field.number("1.5").map(value -> new Preset(value, false));
  }

  private static Optional<String> range(Field field) {
    if (field.isSequence()) {
      List<Field> ends = field.items();
      if (ends.size() == 2 && ends.stream().allMatch(end -> end.scalar() != null)) {
        return Optional.of("[" + ends.get(0).scalar() + ", " + ends.get(1).scalar() + "]");
      }
      field.expected("two ends such as [0, 1], or a text such as \"[0, inf)\"");
      return Optional.empty();
    }
    return field.text("a range such as (0, inf), [0, 1] or \"[0, inf)\"");
  }

  /** A range as packs have it, without losing a bit. */
  static String text(Interval range) {
    return (range.lowerAttained() ? "[" : "(")
        + end(range.lower())
        + ", "
        + end(range.upper())
        + (range.upperAttained() ? "]" : ")");
  }

  private static String end(double value) {
    return Double.isInfinite(value) ? (value < 0 ? "-inf" : "inf") : NumberText.of(value);
  }

  private static Map<String, Object> written(List<Hyperparameter> presets) {
    Map<String, Object> set = Codec.fields();
    for (Hyperparameter each : presets) {
      Map<String, Object> said = KEYS.write(each);
      set.put(each.name(), said.size() == 1 ? said.get(PRESET.name()) : said);
    }
    return set;
  }
}
