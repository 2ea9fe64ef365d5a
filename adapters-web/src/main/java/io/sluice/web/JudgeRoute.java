package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.analysis.StudyRows;
import io.sluice.report.ComparisonChoice;
import io.sluice.report.ComparisonDocument;
import io.sluice.report.Document;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.util.Optional;

/** Whether one group of a study's trials is really better than another. */
final class JudgeRoute {

  private final StudyDesk desk;
  private final ResultStore store;
  private final BoundedWork work;

  JudgeRoute(StudyDesk desk, ResultStore store, BoundedWork work) {
    this.desk = desk;
    this.store = store;
    this.work = work;
  }

  void configure(RoutesConfig routes) {
    DocumentAnswer.configure(routes, "/api/studies/{id}/judge", this::document);
  }

  private Document document(Context context) {
    StudyHeader header = desk.study(context.pathParam("id"));
    try {
      ComparisonChoice choice =
          new ComparisonChoice(
              group(context, "of"),
              group(context, "against"),
              Optional.ofNullable(context.queryParam("target"))
                  .map(text -> QueryValues.number("target", text)),
              Optional.ofNullable(context.queryParam("metric")));
      return work.get(
          "comparing trials",
          () -> Caller.isGone(context),
          () -> {
            StudyRows rows = StudyRows.collect(header, store);
            return ComparisonDocument.of(rows, choice.compare(rows));
          });
    } catch (IllegalArgumentException refused) {
      throw new RequestException(400, refused.getMessage());
    }
  }

  private static String group(Context context, String name) {
    String group = context.queryParam(name);
    if (group == null || group.isBlank()) {
      throw new RequestException(
          400, name + " names a group of trials, such as " + name + "=activation=tanh");
    }
    return group;
  }
}
