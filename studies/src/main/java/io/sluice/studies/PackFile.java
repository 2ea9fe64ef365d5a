package io.sluice.studies;

import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PackFormatException;
import io.sluice.engine.catalog.PackReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads packs from YAML or JSON text. The format is described in docs/writing-a-plugin.md; its
 * complaints have the places and words of those about studies.
 */
public final class PackFile implements PackReader {

  static final String EXAMPLE = "my-activations";

  private static final List<String> KEYS = List.of("pack", "version", "activations");
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,60}");

  @Override
  public Pack read(String text, String source) {
    try {
      return mapped(text, source);
    } catch (StudyFormatException wrong) {
      throw new PackFormatException(
          wrong.complaints().stream()
              .map(
                  each ->
                      new PackFormatException.Complaint(each.location().toString(), each.message()))
              .toList());
    }
  }

  private static Pack mapped(String text, String source) {
    Reading reading = Reading.of(source, null);
    Field root = Field.root(reading, TreeReader.read(text, source, reading.complaints()));
    if (!root.isMapping()) {
      root.complain(
          "a pack has the keys "
              + String.join(", ", KEYS)
              + ", but this is "
              + root.node().describe());
      throw reading.complaints().exception();
    }
    root.allowOnly(KEYS);
    Optional<String> id =
        root.required("pack", "pack: " + EXAMPLE)
            .flatMap(field -> like(field, NAME, "lower kebab-case such as " + EXAMPLE));
    Optional<String> version =
        root.required("version", "version: 1.0.0")
            .flatMap(field -> like(field, VERSION, "a version such as 1.0.0"));
    List<Pack.Entry> entries = entries(root, text);
    reading.complaints().throwIfAny();
    return new Pack(id.orElseThrow(), version.orElseThrow(), entries);
  }

  private static List<Pack.Entry> entries(Field root, String text) {
    String example = "activations: [{id: tanh-lift, formula: x * tanh(x)}]";
    List<Pack.Entry> entries = new ArrayList<>();
    Map<String, Location> names = new HashMap<>();
    PresetReader presetReader = new PresetReader();
    for (Field item :
        root.required("activations", example).map(f -> f.someItems(example)).orElse(List.of())) {
      Map<String, Field> places = DefinitionReader.names(item);
      places.forEach((name, field) -> claim(name, field, names));
      new DefinitionReader(item, text, presetReader)
          .read()
          .ifPresent(
              activation -> {
                Map<String, String> written = new HashMap<>();
                places.forEach(
                    (name, field) -> written.put(name, field.node().location().toString()));
                entries.add(new Pack.Entry(activation, written));
              });
    }
    return entries;
  }

  private static void claim(String name, Field field, Map<String, Location> names) {
    Location first = names.putIfAbsent(name, field.node().location());
    if (first != null) {
      field.complain("\"" + name + "\" is already the id or an alias of another, at " + first);
    }
  }

  /** A text that looks like this. */
  static Optional<String> like(Field field, Pattern pattern, String what) {
    String text = field.scalar();
    if (text == null || !pattern.matcher(text).matches()) {
      field.expected(what);
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
