package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.text.NearestWord;
import io.sluice.report.Document;
import io.sluice.report.Figure;
import io.sluice.report.catalog.ComponentDocument;
import io.sluice.spi.Component;
import io.sluice.studies.ValleyPath;
import java.util.Map;

/**
 * What one activation or optimizer is, with its curve or its path. Hyper-parameters are set by the
 * query.
 */
final class ShowRoute {

  private static final String PATH = "/api/catalog/{kind}/{id}/show";

  private final Laboratory laboratory;
  private final Map<String, Catalog<? extends Component>> catalogs;
  private final BoundedWork work;

  ShowRoute(Laboratory laboratory, BoundedWork work) {
    this.laboratory = laboratory;
    this.catalogs =
        Map.of(
            "activations",
            laboratory.components().activationsOfLayers(),
            "optimizers",
            laboratory.components().optimizersAndWrappers());
    this.work = work;
  }

  void configure(RoutesConfig routes) {
    DocumentAnswer.configure(routes, PATH, this::document);
  }

  private Document document(Context context) {
    String kinds = context.pathParam("kind");
    Catalog<? extends Component> catalog = catalogs.get(kinds);
    if (catalog == null) {
      throw new RequestException(
          404, "no \"" + kinds + "\" can be shown" + NearestWord.hint(kinds, catalogs.keySet()));
    }
    return show(catalog, kinds.replaceFirst("s$", ""), context);
  }

  private <T extends Component> Document show(Catalog<T> catalog, String kind, Context context) {
    String id = context.pathParam("id");
    Catalog.Entry<T> found =
        catalog
            .find(id)
            .orElseThrow(
                () ->
                    new RequestException(404, "no " + kind + " \"" + id + "\"" + catalog.hint(id)));
    Component component = Settings.configured(found.component(), context, DocumentAnswer.PART);
    return work.get(
        "showing " + found.id(),
        () -> Caller.isGone(context),
        () -> {
          Document document =
              ComponentDocument.of(
                  kind,
                  new Catalog.Entry<>(component, found.origin()),
                  ComponentDocument.FROM,
                  ComponentDocument.TO,
                  ValleyPath.shown(laboratory, component));
          document.figures().forEach(Figure::drawing); // Here, where it can be given up.
          return document;
        });
  }
}
