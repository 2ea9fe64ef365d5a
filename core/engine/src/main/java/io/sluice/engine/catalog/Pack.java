package io.sluice.engine.catalog;

import io.sluice.formula.TextComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A plugin that is a text: components that were defined, not programmed.
 *
 * @param id the plugin's id
 * @param version its version
 * @param entries what it defines, in the order of the text
 */
public record Pack(String id, String version, List<Entry> entries) {

  /** The longest text of a pack, in bytes. */
  public static final int MOST_BYTES = 2_000_000;

  public Pack {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    entries = List.copyOf(entries);
  }

  /** What it defines of one kind. */
  public <T> List<T> components(Class<T> kind) {
    return entries.stream().map(Entry::component).filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * One activation or optimizer.
   *
   * @param component with its presets
   * @param places where in the text its id and each alias stand, such as {@code pack.yaml:4:9}
   */
  public record Entry(TextComponent component, Map<String, String> places) {
    public Entry {
      Objects.requireNonNull(component, "component");
      places = Map.copyOf(places);
    }
  }
}
