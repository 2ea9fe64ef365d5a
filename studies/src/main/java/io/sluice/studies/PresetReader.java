package io.sluice.studies;

import io.sluice.formula.RangeText;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Hyperparameter.Kind;
import io.sluice.spi.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the hyper-parameters of activations in a pack: each a preset, or a preset with range, kind
 * and doc.
 */
final class PresetReader {

  private static final String EXAMPLE =
      "{a: 1.5} or {a: {preset: 1.5, range: [0, 10], doc: the slope}}";
  private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");
  private static final List<String> KEYS = List.of("preset", "range", "kind", "doc");

  /** The words for the kinds, which are those of JSON in lists of components. */
  static final Map<String, Kind> KINDS = kinds();

  /** Ranges that were read already; most of a pack are alike. */
  private final Map<String, Interval> ranges = new HashMap<>();

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("real", Kind.REAL);
    kinds.put("integer", Kind.INTEGER);
    kinds.put("flag", Kind.FLAG);
    return kinds;
  }

  /** All of them, if nothing is wrong. */
  Optional<List<Hyperparameter>> read(Field set) {
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

  private Optional<Hyperparameter> one(String name, Field field) {
    if (!field.isMapping()) {
      return preset(field)
          .flatMap(value -> make(field, name, flagKind(field), value, Optional.empty(), ""));
    }
    field.allowOnly(KEYS);
    Optional<Field> presetField = field.required("preset", "{preset: 1.5}");
    Optional<Double> preset = presetField.flatMap(PresetReader::preset);
    Optional<Kind> kind =
        field
            .child("kind")
            .map(value -> value.oneOf(KINDS))
            .orElse(presetField.map(PresetReader::flagKind));
    Optional<String> doc = field.child("doc").map(f -> f.text("a phrase")).orElse(Optional.of(""));
    Optional<Optional<Interval>> range =
        field
            .child("range")
            .map(
                f ->
                    range(f)
                        .flatMap(
                            text -> f.make(() -> ranges.computeIfAbsent(text, RangeText::parse)))
                        .map(Optional::of))
            .orElse(Optional.of(Optional.empty()));
    if (preset.isEmpty() || kind.isEmpty() || doc.isEmpty() || range.isEmpty()) {
      return Optional.empty();
    }
    return make(presetField.get(), name, kind.get(), preset.get(), range.get(), doc.get());
  }

  private static Optional<Hyperparameter> make(
      Field field, String name, Kind kind, double value, Optional<Interval> range, String doc) {
    Interval preset = kind == Kind.FLAG ? Interval.closed(0, 1) : Interval.REALS;
    return field.make(() -> new Hyperparameter(name, kind, value, range.orElse(preset), doc));
  }

  /** True and false make a flag. */
  private static Kind flagKind(Field preset) {
    return Field.flagOf(preset.scalar()).isPresent() ? Kind.FLAG : Kind.REAL;
  }

  private static Optional<Double> preset(Field field) {
    Optional<Boolean> flag = Field.flagOf(field.scalar());
    return flag.isPresent() ? Optional.of(flag.get() ? 1.0 : 0.0) : field.number("1.5");
  }

  /** A range as text, which may also be a list of two ends, both attained. */
  static Optional<String> range(Field field) {
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
}
