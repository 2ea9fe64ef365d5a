package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The keys of a component: its id, or its id or formula with values for hyper-parameters. */
final class ComponentKeys {

  static final Key<ComponentSpec, Optional<String>> ID =
      key("id", "an id or an alias")
          .leftOut("required")
          .optional(
              Codec.text("an id such as tanh"),
              spec -> Optional.of(spec.id()).filter(id -> !spec.isText()));

  /** What a wrapper is put around: an optimizer, which may be a wrapper again. */
  private static final Key<ComponentSpec, List<ComponentSpec>> AROUND =
      key("around", "of a wrapper: the optimizer inside, or several, each for itself")
          .leftOut("required of wrappers")
          .quiet()
          .preset(
              new Codec<>(
                  "an optimizer, or a list",
                  field -> ComponentKeys.OPTIMIZERS.some("around: adam").read(field),
                  ComponentKeys::writtenInside),
              ComponentSpec::around,
              List.of());

  /** The keys of an optimizer but its hyper-parameters. */
  static final Section<ComponentSpec> OPTIMIZER =
      Section.of(ID, WrittenText.RULE.key(), WrittenText.RULE.nameKey(), AROUND);

  private static final Section<ComponentSpec> ACTIVATION =
      Section.of(ID, WrittenText.FORMULA.key(), WrittenText.FORMULA.nameKey());

  /**
   * The codec of one.
   *
   * @param noun such as "an optimizer"
   * @param example how one is written
   */
  static Codec<ComponentSpec> codec(String noun, String example) {
    return new Codec<>(
        "an id, or an id and values",
        field -> read(field, noun, example, List.of()),
        ComponentKeys::written);
  }

  /** The codec of an optimizer. */
  static final Codec<ComponentSpec> OPTIMIZERS =
      new Codec<>(
          "an id, or an id or a rule and values",
          ComponentKeys::optimizer,
          spec -> written(spec, OPTIMIZER));

  private static final String OPTIMIZER_NOUN = "an optimizer";

  private ComponentKeys() {}

  private static Optional<ComponentSpec> optimizer(Field field) {
    return field.has(WrittenText.RULE.key().name()) && !field.has(AROUND.name())
        ? refusesMisspelt(field) ? Optional.empty() : WrittenText.RULE.read(field, List.of())
        : configured(field, OPTIMIZER_NOUN, "adam or {id: adam, learning-rate: 0.01}", List.of());
  }

  /** Reads an id with values, or what is put around another. */
  static Optional<ComponentSpec> configured(
      Field field, String noun, String example, List<String> further) {
    if (!field.has(AROUND.name())) {
      return refusesMisspelt(field) ? Optional.empty() : read(field, noun, example, further);
    }
    if (field.has(WrittenText.RULE.key().name())) {
      field.complain(
          "a rule goes around nothing: a wrapper such as {id: lookahead, around: {rule: ...}} does");
      return Optional.empty();
    }
    Optional<ComponentSpec> wrapper =
        read(field, OPTIMIZER_NOUN, "{id: lookahead, around: adam}", List.of(AROUND.name()));
    Optional<List<ComponentSpec>> inside = AROUND.read(field);
    return wrapper.isEmpty() || inside.isEmpty()
        ? Optional.empty()
        : Optional.of(new ComponentSpec(wrapper.get().id(), wrapper.get().values(), inside.get()));
  }

  /** Whether a key is nearly "around" and has no number for a value, which is complained of. */
  private static boolean refusesMisspelt(Field field) {
    for (String key : field.keys()) {
      Field value = field.child(key).orElseThrow();
      String hint = NearestWord.hint(key, List.of(AROUND.name()));
      boolean names =
          value.has(ID.name()) || (value.isScalar() && Numbers.finite(value.scalar()).isEmpty());
      if (!hint.isEmpty() && names) {
        value.complain("unknown key \"" + key + '"' + hint);
        return true;
      }
    }
    return false;
  }

  private static Object writtenInside(List<ComponentSpec> inside) {
    List<Object> written = inside.stream().map(OPTIMIZERS::write).toList();
    return written.size() == 1 ? written.get(0) : written;
  }

  /** Reads one that may have further keys, which are no hyper-parameters. */
  static Optional<ComponentSpec> read(
      Field field, String noun, String example, List<String> further) {
    if (field.isScalar() && field.scalar() != null && !field.scalar().isBlank()) {
      return Optional.of(ComponentSpec.of(field.scalar()));
    }
    if (!field.isMapping()) {
      field.complain(noun + " is written as " + example + ", not as " + field.node().describe());
      return Optional.empty();
    }
    if (!field.has(ID.name())) {
      field.complain(noun + " needs the key \"id\": it is written as " + example);
    }
    return named(field, further);
  }

  /** Reads keys and values, of which some are no hyper-parameters, nor is the id. */
  static Optional<ComponentSpec> named(Field field, List<String> further) {
    Optional<String> id = ID.read(field).flatMap(Function.identity());
    List<String> reserved = new ArrayList<>(further);
    reserved.add(ID.name());
    Optional<Map<String, List<Double>>> values = grids(field, reserved, GridReader::values);
    return id.isEmpty() || values.isEmpty()
        ? Optional.empty()
        : field.make(() -> new ComponentSpec(id.get(), values.get()));
  }

  /** The numbers under all keys but some; nothing if one is wrong. */
  static Optional<Map<String, List<Double>>> grids(
      Field field, List<String> reserved, Function<Field, List<Double>> reader) {
    Map<String, List<Double>> grids = new LinkedHashMap<>();
    for (String key : field.keys()) {
      if (!reserved.contains(key)) {
        grids.put(key, reader.apply(field.child(key).orElseThrow()));
      }
    }
    return Optional.of(grids).filter(all -> !all.containsValue(List.<Double>of()));
  }

  /** The id alone, if that says all; of an activation. */
  static Object written(ComponentSpec activation) {
    return written(activation, ACTIVATION);
  }

  private static Object written(ComponentSpec component, Section<ComponentSpec> keys) {
    Map<String, Object> fields = fields(component, keys);
    return fields.keySet().equals(Set.of(ID.name())) ? component.id() : fields;
  }

  /** Id or formula, and every value; of an activation. */
  static Map<String, Object> fields(ComponentSpec activation) {
    return fields(activation, ACTIVATION);
  }

  private static Map<String, Object> fields(ComponentSpec component, Section<ComponentSpec> keys) {
    Map<String, Object> fields = keys.write(component);
    fields.putAll(component.values());
    return fields;
  }
}
