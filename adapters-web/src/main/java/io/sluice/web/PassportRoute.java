package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.passport.Passport;
import io.sluice.passport.PassportDocument;
import io.sluice.passport.optimizer.OptimizerPassport;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.Optimizer;
import java.util.Map;
import java.util.function.Function;

/** The passport of one component of a kind. Hyper-parameters are set by the query. */
final class PassportRoute<C extends Component> {

  private final String kind;
  private final Catalog<C> catalog;
  private final Function<Component, Map<String, Object>> document;
  private final BoundedWork work;

  private PassportRoute(
      String kind,
      Catalog<C> catalog,
      Function<Component, Map<String, Object>> document,
      BoundedWork work) {
    this.kind = kind;
    this.catalog = catalog;
    this.document = document;
    this.work = work;
  }

  /** Adds the routes of activations and of optimizers, of which it is the quick part. */
  static void configure(RoutesConfig routes, Components components, BoundedWork work) {
    new PassportRoute<>(
            "activation",
            components.activations(),
            component -> PassportDocument.of(Passport.of((Activation) component)),
            work)
        .configure(routes);
    new PassportRoute<>(
            "optimizer",
            components.optimizers(),
            component -> PassportDocument.of(OptimizerPassport.quick((Optimizer) component)),
            work)
        .configure(routes);
  }

  private void configure(RoutesConfig routes) {
    routes.get("/api/catalog/" + kind + "s/{id}/passport", this::answer);
  }

  private void answer(Context context) {
    C prototype = NamedComponents.entry(catalog, kind, context.pathParam("id")).component();
    Component component = QueryValues.configured(prototype, context);
    Map<String, Object> passport =
        work.get(
            "computing the passport of " + prototype.id(),
            () -> Caller.isGone(context),
            () -> document.apply(component));
    context.contentType("application/json").result(Json.text(Json.tree(passport)));
  }
}
