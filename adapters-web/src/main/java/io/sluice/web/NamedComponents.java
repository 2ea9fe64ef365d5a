package io.sluice.web;

import io.javalin.http.Context;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Component;
import java.util.Map;

/** The activations, optimizers and wrappers that addresses below {@code /api/catalog} name. */
final class NamedComponents {

  private final Map<String, Catalog<? extends Component>> catalogs;

  NamedComponents(Components components) {
    catalogs =
        Map.of(
            "activations",
            components.activationsOfLayers(),
            "optimizers",
            components.optimizersAndWrappers());
  }

  /**
   * A component and the word for its kind.
   *
   * @param kind activation or optimizer
   * @param entry the component as it was loaded
   */
  record Named(String kind, Catalog.Entry<? extends Component> entry) {}

  /**
   * The component of an address with a {@code kind} and an {@code id}.
   *
   * @param done what is to be done with it
   * @throws RequestException with the nearest word if there is none
   */
  Named of(Context context, String done) {
    String kinds = context.pathParam("kind");
    Catalog<? extends Component> catalog = catalogs.get(kinds);
    if (catalog == null) {
      throw new RequestException(
          404, "no \"" + kinds + "\" can be " + done + NearestWord.hint(kinds, catalogs.keySet()));
    }
    String kind = kinds.replaceFirst("s$", "");
    return new Named(kind, entry(catalog, kind, context.pathParam("id")));
  }

  /**
   * The entry with this id or alias.
   *
   * @throws RequestException with the nearest word if there is none
   */
  static <C extends Component> Catalog.Entry<C> entry(Catalog<C> catalog, String kind, String id) {
    return catalog
        .find(id)
        .orElseThrow(
            () -> new RequestException(404, "no " + kind + " \"" + id + "\"" + catalog.hint(id)));
  }
}
