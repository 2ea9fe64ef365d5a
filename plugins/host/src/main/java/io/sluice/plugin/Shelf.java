package io.sluice.plugin;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Origin;
import io.sluice.spi.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The components of one kind, first come, first served.
 *
 * @param <T> the kind
 */
final class Shelf<T extends Component> {

  private final String kind;
  private final List<Catalog.Entry<T>> entries = new ArrayList<>();
  private final Map<String, String> holders;

  /**
   * @param kind what people call the kind, such as {@code activation}
   */
  Shelf(String kind) {
    this(kind, new HashMap<>());
  }

  private Shelf(String kind, Map<String, String> holders) {
    this.kind = kind;
    this.holders = holders;
  }

  /** An empty one for components that share their names with those of this one. */
  <S extends Component> Shelf<S> beside() {
    return new Shelf<>(kind, holders);
  }

  /**
   * Puts a component up.
   *
   * @return kind and id
   * @throws Unusable if its id or an alias is taken
   */
  String put(T component, PluginFile file, Origin origin) {
    Optional<Conflict> conflict = conflict(component);
    if (conflict.isPresent()) {
      throw new Unusable(
          String.format(
              "its %s \"%s\" (%s, %s) is already the name of the %s %s",
              conflict.get().what(),
              conflict.get().name(),
              origin,
              file.dropped(),
              kind,
              conflict.get().holder()));
    }
    List<String> names = names(component);
    String holder = String.format("\"%s\" of %s (%s)", component.id(), origin, file.dropped());
    names.forEach(name -> holders.put(name, holder));
    entries.add(new Catalog.Entry<>(component, origin));
    return kind + " " + component.id();
  }

  /** The first of a component's names that is taken. */
  Optional<Conflict> conflict(Component component) {
    return names(component).stream()
        .filter(holders::containsKey)
        .findFirst()
        .map(
            name ->
                new Conflict(
                    name.equals(component.id()) ? "id" : "alias", name, kind, holders.get(name)));
  }

  /**
   * A name that is taken.
   *
   * @param what whether it is the id or an alias
   * @param holder who has it
   */
  record Conflict(String what, String name, String kind, String holder) {

    /** For people, where it is known whose name it is. */
    String message() {
      return String.format(
          "the %s \"%s\" is already the name of the %s %s; choose another",
          what, name, kind, holder);
    }
  }

  private static List<String> names(Component component) {
    List<String> names = new ArrayList<>();
    names.add(component.id());
    names.addAll(component.description().aliases());
    return names;
  }

  Catalog<T> catalog() {
    return Catalog.of(entries);
  }
}
