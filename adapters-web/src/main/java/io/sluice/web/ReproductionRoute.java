package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.report.Document;
import io.sluice.report.ReproductionDocument;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.kept.Reproduction;
import io.sluice.studies.kept.StoredTrial;

/** A trial of the store run again, alone, and compared bit by bit with what was kept. */
final class ReproductionRoute {

  private static final String PATH = "/api/studies/{id}/trials/{index}/reproduction";

  private final Laboratory laboratory;
  private final ResultStore store;
  private final BoundedWork work;
  private final WebLimits limits;

  ReproductionRoute(Laboratory laboratory, ResultStore store, BoundedWork work, WebLimits limits) {
    this.laboratory = laboratory;
    this.store = store;
    this.work = work;
    this.limits = limits;
  }

  void configure(RoutesConfig routes) {
    DocumentAnswer.configure(routes, PATH, this::document);
  }

  private Document document(Context context) {
    String name = context.pathParam("id") + "/" + context.pathParam("index");
    try {
      StoredTrial stored = StoredTrial.find(store, name, "the store");
      Reproduction done =
          work.get(
              "running trial " + stored.name() + " again",
              () -> Caller.isGone(context),
              () -> Reproduction.of(laboratory, stored, () -> plan(stored.header())));
      return ReproductionDocument.of(
          stored.header(), stored.finished(), stored.measurements(), done.again(), done.changes());
    } catch (StoredTrial.UnknownException unknown) {
      throw new RequestException(404, unknown.getMessage());
    } catch (Reproduction.ImpossibleException impossible) {
      throw new RequestException(422, impossible.getMessage());
    }
  }

  /** The plan of the study, of which one trial must not take longer than anybody waits. */
  private StudyPlan plan(StudyHeader header) {
    StudyPlan plan = PlannedStudy.of(header.spec(), laboratory, limits.plan()).plan();
    double cost = plan.multiplications() / header.trials();
    if (cost > limits.trialCost()) {
      throw new RequestException(
          422,
          "a trial of this study costs too much to be run again here; sluice reproduce does it");
    }
    return plan;
  }
}
