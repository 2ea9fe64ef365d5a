package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PackFormatException;
import io.sluice.engine.catalog.PackReader;
import io.sluice.formula.TextComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads packs from YAML or JSON text. The format is described in docs/writing-a-plugin.md; its
 * complaints have the places and words of those about studies.
 */
public final class PackFile implements PackReader {

  static final String EXAMPLE = "my-activations";

  private static final String ENTRIES = "activations: [{id: tanh-lift, formula: x * tanh(x)}]";

  private static final Key<Pack, String> PACK =
      key("pack", "the plugin's id")
          .like("pack: " + EXAMPLE)
          .needed(Codec.like(DefinitionKeys.NAME, "lower kebab-case such as " + EXAMPLE), Pack::id);

  private static final Key<Pack, String> VERSION =
      key("version", "its version: letters, digits, `.`, `-` and `+`")
          .like("version: 1.0.0")
          .needed(
              Codec.like("[0-9A-Za-z][0-9A-Za-z.+-]{0,60}", "a version such as 1.0.0"),
              Pack::version);

  private static final Key<Pack, List<Field>> ACTIVATIONS =
      entries("activations", ENTRIES, "none, if there are optimizers");

  private static final Key<Pack, List<Field>> OPTIMIZERS =
      entries(
          "optimizers",
          "optimizers: [{id: my-rule, rule: w = w - 0.1 * g}]",
          "none, if there are activations");

  static final Section<Pack> KEYS = Section.of(PACK, VERSION, ACTIVATIONS, OPTIMIZERS);

  private static Key<Pack, List<Field>> entries(String name, String example, String without) {
    return key(name, "one or more")
        .like(example)
        .leftOut(without)
        .preset(
            Codec.readOnly(name, Optional::<Field>of).some(example), pack -> List.of(), List.of());
  }

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
              + String.join(", ", KEYS.names())
              + ", but this is "
              + root.node().describe());
      throw reading.complaints().exception();
    }
    Section.Given given = KEYS.read(root);
    if (!root.has(ACTIVATIONS.name()) && !root.has(OPTIMIZERS.name())) {
      root.required(ACTIVATIONS.name(), ENTRIES);
    }
    List<Pack.Entry> entries = new ArrayList<>();
    take(given.get(ACTIVATIONS), item -> FormulaKeys.read(item, text), entries);
    take(given.get(OPTIMIZERS), item -> RuleKeys.read(item, text), entries);
    reading.complaints().throwIfAny();
    return new Pack(given.get(PACK), given.get(VERSION), entries);
  }

  /** Ids of one kind are each there once. */
  private static <T extends TextComponent> void take(
      List<Field> items, Function<Field, Optional<T>> reader, List<Pack.Entry> entries) {
    Map<String, Location> names = new HashMap<>();
    for (Field item : items) {
      Map<String, Field> places = DefinitionKeys.names(item);
      places.forEach((name, field) -> claim(name, field, names));
      reader
          .apply(item)
          .ifPresent(
              component -> {
                Map<String, String> written = new HashMap<>();
                places.forEach(
                    (name, field) -> written.put(name, field.node().location().toString()));
                entries.add(new Pack.Entry(component, written));
              });
    }
  }

  private static void claim(String name, Field field, Map<String, Location> names) {
    Location first = names.putIfAbsent(name, field.node().location());
    if (first != null) {
      field.complain("\"" + name + "\" is already the id or an alias of another, at " + first);
    }
  }
}
