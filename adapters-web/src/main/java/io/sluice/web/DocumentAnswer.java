package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.report.Document;
import io.sluice.report.HtmlRenderer;
import io.sluice.report.JsonRenderer;
import java.util.function.Function;

/** Documents as answers: JSON for programs, or a page that needs nothing else. */
final class DocumentAnswer {

  /** The parameter that asks for a part of a page. */
  static final String PART = "part";

  private DocumentAnswer() {}

  /** Gives a document under an address that ends in {@code .json} and one in {@code .html}. */
  static void configure(RoutesConfig routes, String path, Function<Context, Document> document) {
    routes.get(
        path + ".json",
        context ->
            context
                .contentType("application/json")
                .result(JsonRenderer.of(document.apply(context))));
    routes.get(path + ".html", context -> page(context, document.apply(context)));
  }

  /** A page of its own; with {@code part=main} what is in it, for a page that has its style. */
  static void page(Context context, Document document) {
    if ("main".equals(context.queryParam(PART))) {
      context.html(HtmlRenderer.fragment(document));
      return;
    }
    context.header("Content-Security-Policy", HtmlRenderer.contentSecurityPolicy());
    context.html(HtmlRenderer.page(document));
  }
}
