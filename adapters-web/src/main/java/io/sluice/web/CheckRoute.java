package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.report.Document;
import io.sluice.report.check.CheckDocument;
import io.sluice.report.check.CheckedPlugin;
import io.sluice.spi.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The checks of one activation or optimizer, as it was loaded. */
final class CheckRoute {

  private static final String PATH = "/api/catalog/{kind}/{id}/check";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final NamedComponents components;
  private final BoundedWork work;

  CheckRoute(NamedComponents components, BoundedWork work) {
    this.components = components;
    this.work = work;
  }

  void configure(RoutesConfig routes) {
    DocumentAnswer.configure(routes, PATH, this::document);
  }

  private Document document(Context context) {
    NamedComponents.Named named = components.of(context, "checked");
    Catalog.Entry<? extends Component> entry = named.entry();
    CheckedPlugin.CheckedComponent checked =
        work.get(
            "checking " + entry.id(),
            () -> Caller.isGone(context),
            () -> CheckedPlugin.CheckedComponent.of(named.kind(), entry.component(), LIMIT));
    CheckedPlugin plugin =
        new CheckedPlugin(
            Path.of(entry.origin().file()),
            new PluginReport(
                List.of(
                    new PluginReport.Loaded(
                        entry.origin(), entry.origin().file(), List.of(checked.name()))),
                List.of()),
            List.of(checked));
    return CheckDocument.of(List.of(plugin), List.of());
  }
}
