package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.analysis.StudyComparison;
import io.sluice.report.Document;
import io.sluice.report.StudiesDocument;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.stream.Stream;

/** The trials of a study beside those of another, as {@code sluice compare} tells. */
final class ComparisonRoute {

  private static final String WITH = "with";

  private final StudyDesk desk;
  private final ResultStore store;
  private final BoundedWork work;

  ComparisonRoute(StudyDesk desk, ResultStore store, BoundedWork work) {
    this.desk = desk;
    this.store = store;
    this.work = work;
  }

  void configure(RoutesConfig routes) {
    DocumentAnswer.configure(routes, "/api/studies/{id}/comparison", this::document);
  }

  private Document document(Context context) {
    StudyHeader second = desk.study(context.pathParam("id"));
    String with = context.queryParam(WITH);
    if (with == null || with.isBlank()) {
      throw new RequestException(400, "with is the id of the study that it is compared with");
    }
    StudyHeader first = desk.study(with);
    return work.get(
        "comparing studies",
        () -> Caller.isGone(context),
        () -> {
          try (Stream<TrialEvent.Finished> ofFirst = store.trials(first.id());
              Stream<TrialEvent.Finished> ofSecond = store.trials(second.id())) {
            StudyComparison comparison = StudyComparison.of(first, ofFirst, second, ofSecond);
            return StudiesDocument.of(List.of(StudiesDocument.Named.of(comparison)));
          }
        });
  }
}
