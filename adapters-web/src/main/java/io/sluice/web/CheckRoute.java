package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.engine.text.NearestWord;
import io.sluice.report.Document;
import io.sluice.report.check.CheckDocument;
import io.sluice.report.check.CheckedPlugin;
import io.sluice.spi.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The checks of one activation or optimizer, as it was loaded. */
final class CheckRoute {

  private static final String PATH = "/api/catalog/{kind}/{id}/check";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Map<String, Catalog<? extends Component>> catalogs;
  private final BoundedWork work;

  /**
   * A route over these catalogs, by the names that requests have for them; they are those of {@code
   * /api/catalog}.
   */
  CheckRoute(Map<String, Catalog<? extends Component>> catalogs, BoundedWork work) {
    this.catalogs = Map.copyOf(catalogs);
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
          404, "no \"" + kinds + "\" can be checked" + NearestWord.hint(kinds, catalogs.keySet()));
    }
    return check(catalog, kinds.replaceFirst("s$", ""), context);
  }

  private <T extends Component> Document check(Catalog<T> catalog, String kind, Context context) {
    String id = context.pathParam("id");
    Catalog.Entry<T> entry =
        catalog
            .find(id)
            .orElseThrow(
                () ->
                    new RequestException(404, "no " + kind + " \"" + id + "\"" + catalog.hint(id)));
    CheckedPlugin.CheckedComponent checked =
        work.get(
            "checking " + entry.id(),
            () -> Caller.isGone(context),
            () -> CheckedPlugin.CheckedComponent.of(kind, entry.component(), LIMIT));
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
