package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.report.Document;
import io.sluice.report.Figure;
import io.sluice.report.catalog.ComponentDocument;
import io.sluice.spi.Component;
import io.sluice.studies.ValleyPath;

/**
 * What one activation or optimizer is, with its curve or its path. Hyper-parameters are set by the
 * query.
 */
final class ShowRoute {

  private static final String PATH = "/api/catalog/{kind}/{id}/show";

  private final Laboratory laboratory;
  private final NamedComponents components;
  private final BoundedWork work;

  ShowRoute(Laboratory laboratory, NamedComponents components, BoundedWork work) {
    this.laboratory = laboratory;
    this.components = components;
    this.work = work;
  }

  void configure(RoutesConfig routes) {
    DocumentAnswer.configure(routes, PATH, this::document);
  }

  private Document document(Context context) {
    NamedComponents.Named named = components.of(context, "shown");
    Catalog.Entry<? extends Component> found = named.entry();
    Component component = QueryValues.configured(found.component(), context, DocumentAnswer.PART);
    return work.get(
        "showing " + found.id(),
        () -> Caller.isGone(context),
        () -> {
          Document document =
              ComponentDocument.of(
                  named.kind(),
                  new Catalog.Entry<>(component, found.origin()),
                  ComponentDocument.FROM,
                  ComponentDocument.TO,
                  ValleyPath.shown(laboratory, component));
          document.figures().forEach(Figure::drawing); // Here, where it can be given up.
          return document;
        });
  }
}
