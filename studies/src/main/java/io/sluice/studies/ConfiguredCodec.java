package io.sluice.studies;

import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One of some components that the engine has: its id, or its id with values for hyper-parameters.
 *
 * @param noun such as "a loss"
 * @param example how one is written
 * @param missing what is said, before the example, where there is no id
 * @param all each of them with its presets
 * @param with one with other values
 * @param values the number or numbers of a hyper-parameter; several stand for as many variants
 */
record ConfiguredCodec<T extends Component>(
    String noun,
    String example,
    String missing,
    List<T> all,
    BiFunction<T, Map<String, Double>, T> with,
    Function<Field, List<Double>> values) {

  /** The codec of its variants. */
  Codec<List<T>> codec() {
    Codec<T> ids = Codec.oneOf(all, Component::id);
    return new Codec<>(
        "an id, or an id and values",
        field -> field.isScalar() ? ids.read(field).map(List::of) : configured(field, ids),
        variants -> written(variants.get(0)));
  }

  private Optional<List<T>> configured(Field field, Codec<T> ids) {
    if (!field.isMapping()) {
      field.complain(noun + " is written as " + example + ", not as " + field.node().describe());
      return Optional.empty();
    }
    if (!field.has("id")) {
      field.complain(missing + example);
      return Optional.empty();
    }
    return field.child("id").flatMap(ids::read).flatMap(preset -> variants(field, preset));
  }

  private Optional<List<T>> variants(Field field, T preset) {
    List<Map<String, Double>> variants = new ArrayList<>();
    variants.add(presets(preset));
    for (String key : field.keys()) {
      if (!key.equals("id")) {
        variants = varied(variants, field.child(key).orElseThrow(), key, preset);
      }
    }
    List<T> made = new ArrayList<>();
    variants.forEach(each -> field.make(() -> with.apply(preset, each)).ifPresent(made::add));
    return made.isEmpty() ? Optional.empty() : Optional.of(made);
  }

  private static Map<String, Double> presets(Component component) {
    Map<String, Double> presets = new LinkedHashMap<>();
    component.hyperparameters().forEach(each -> presets.put(each.name(), each.value()));
    return presets;
  }

  /** All of the shorter variants with each value of one more hyper-parameter. */
  private List<Map<String, Double>> varied(
      List<Map<String, Double>> shorter, Field field, String key, T preset) {
    Optional<Hyperparameter> declared =
        preset.hyperparameters().stream().filter(each -> each.name().equals(key)).findFirst();
    if (declared.isEmpty()) {
      List<String> names = List.copyOf(presets(preset).keySet());
      field.complain(
          preset.id()
              + " has no hyper-parameter \""
              + key
              + '"'
              + NearestWord.hint(key, names)
              + "; it has "
              + (names.isEmpty() ? "none" : String.join(", ", names)));
      return List.of();
    }
    List<Map<String, Double>> longer = new ArrayList<>();
    for (double value : values.apply(field)) {
      String complaint = declared.get().complaint(value);
      if (!complaint.isEmpty()) {
        field.complain(complaint);
        continue;
      }
      for (Map<String, Double> variant : shorter) {
        Map<String, Double> more = new LinkedHashMap<>(variant);
        more.put(key, value);
        longer.add(more);
      }
    }
    return longer;
  }

  /** The id, with every value if there are any. */
  private static Object written(Component component) {
    if (component.hyperparameters().isEmpty()) {
      return component.id();
    }
    Map<String, Object> fields = Codec.fields();
    fields.put("id", component.id());
    fields.putAll(presets(component));
    return fields;
  }
}
