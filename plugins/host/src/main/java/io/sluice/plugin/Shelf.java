package io.sluice.plugin;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Origin;
import io.sluice.spi.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    List<String> names = new ArrayList<>();
    names.add(component.id());
    names.addAll(component.description().aliases());
    for (String name : names) {
      String holder = holders.get(name);
      if (holder != null) {
        throw new Unusable(
            String.format(
                "its %s \"%s\" (%s, %s) is already the name of the %s %s",
                name.equals(component.id()) ? "id" : "alias",
                name,
                origin,
                file.dropped(),
                kind,
                holder));
      }
    }
    String holder = String.format("\"%s\" of %s (%s)", component.id(), origin, file.dropped());
    names.forEach(name -> holders.put(name, holder));
    entries.add(new Catalog.Entry<>(component, origin));
    return kind + " " + component.id();
  }

  Catalog<T> catalog() {
    return Catalog.of(entries);
  }
}
