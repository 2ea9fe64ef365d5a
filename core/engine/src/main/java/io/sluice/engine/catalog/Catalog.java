package io.sluice.engine.catalog;

import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Component;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An immutable map from id or alias to component, in the order of ids.
 *
 * @param <T> the kind of component
 */
public final class Catalog<T extends Component> {

  private final Map<String, Entry<T>> byId;
  private final Map<String, Entry<T>> byName;

  private Catalog(Map<String, Entry<T>> byId, Map<String, Entry<T>> byName) {
    this.byId = byId;
    this.byName = byName;
  }

  /**
   * A component and where it comes from.
   *
   * @param <T> the kind of component
   */
  public record Entry<T extends Component>(T component, Origin origin) {
    public Entry {
      Objects.requireNonNull(component, "component");
      Objects.requireNonNull(origin, "origin");
    }

    /** The component's id. */
    public String id() {
      return component.id();
    }

    /** Id and origin, for people. */
    @Override
    public String toString() {
      return component.id() + " of " + origin;
    }
  }

  /**
   * The catalog of these entries.
   *
   * @throws IllegalArgumentException if an id or alias stands for two of them
   */
  public static <T extends Component> Catalog<T> of(Collection<Entry<T>> entries) {
    Map<String, Entry<T>> byId = new TreeMap<>();
    Map<String, Entry<T>> byName = new LinkedHashMap<>();
    for (Entry<T> entry : entries) {
      byId.put(entry.id(), entry);
      claim(byName, entry.id(), entry);
      for (String alias : entry.component().description().aliases()) {
        claim(byName, alias, entry);
      }
    }
    return new Catalog<>(byId, byName);
  }

  private static <T extends Component> void claim(
      Map<String, Entry<T>> byName, String name, Entry<T> entry) {
    Entry<T> other = byName.putIfAbsent(name, entry);
    if (other != null) {
      throw new IllegalArgumentException(
          "\"" + name + "\" stands for " + other + " and for " + entry);
    }
  }

  /** Every entry, by id. */
  public List<Entry<T>> entries() {
    return List.copyOf(byId.values());
  }

  /** The entry with this id or alias. */
  public Optional<Entry<T>> find(String idOrAlias) {
    return Optional.ofNullable(byName.get(idOrAlias));
  }

  /**
   * The id or alias most like a misspelt one, as {@code " (did you mean \"relu\"?)"}; empty where
   * none is.
   */
  public String hint(String misspelt) {
    return NearestWord.hint(misspelt, byName.keySet());
  }
}
