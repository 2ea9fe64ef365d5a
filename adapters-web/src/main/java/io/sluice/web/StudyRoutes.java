package io.sluice.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.report.Document;
import io.sluice.report.JsonRenderer;
import io.sluice.report.StudyDocument;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.export.ExportFormat;
import java.util.function.Supplier;

/** What can be asked of studies. */
final class StudyRoutes {

  private static final int CONTENDERS = 20;
  private static final int MOST_CONTENDERS = 10_000;
  private static final String STUDY = "/api/studies/{id}";

  private final StudyDesk desk;
  private final Reports reports;
  private final RowDownload rows;
  private final EventStream events;

  StudyRoutes(StudyDesk desk, ResultStore store, EventStream events) {
    this.desk = desk;
    this.events = events;
    this.reports = new Reports(store);
    this.rows = new RowDownload(store);
  }

  void configure(RoutesConfig routes) {
    routes.post("/api/studies", this::post);
    routes.get("/api/studies", this::list);
    routes.get(STUDY, this::show);
    routes.get(STUDY + "/report.html", this::report);
    routes.post(STUDY + "/stop", this::stop);
    routes.get(STUDY + "/events", this::events);
    for (ExportFormat format : ExportFormat.ofRows()) {
      routes.get(
          STUDY + "/trials." + format.word(),
          context -> rows.trials(context, study(context), format));
      routes.get(
          STUDY + "/measurements." + format.word(),
          context -> rows.measurements(context, study(context), format));
    }
  }

  private StudyHeader study(Context context) {
    return desk.study(context.pathParam("id"));
  }

  private void post(Context context) {
    String text = PostedText.of(context);
    StudyDesk.Receipt receipt = desk.accept(text, () -> Caller.isGone(context));
    context.header("Location", StudyJson.location(receipt.header()));
    context.status(receipt.state() == RunState.FINISHED ? 200 : 202);
    json(context, StudyJson.receipt(receipt));
  }

  private void list(Context context) {
    ObjectNode json = Json.object();
    ArrayNode studies = json.putArray("studies");
    for (StudyHeader header : desk.studies()) {
      studies.add(StudyJson.brief(header, desk.progress(header)));
    }
    json(context, json);
  }

  private void show(Context context) {
    StudyHeader header = study(context);
    int most = most(context);
    Progress progress = desk.progress(header);
    ObjectNode json = StudyJson.full(header, progress);
    Document report = reports.of(header, progress).cut(StudyDocument.RANKINGS, most);
    json.set("report", Json.value(JsonRenderer.tree(report)));
    json(context, json);
  }

  /** The whole report as a page of its own, or what is in it for a page that has its style. */
  private void report(Context context) {
    StudyHeader header = study(context);
    DocumentAnswer.page(context, reports.of(header, desk.progress(header)));
  }

  private static int most(Context context) {
    String top = context.queryParam("top");
    if (top == null) {
      return CONTENDERS;
    }
    if (!top.matches("[0-9]{1,5}") || Integer.parseInt(top) > MOST_CONTENDERS) {
      throw new RequestException(
          400, "top is a whole number from 0 to " + MOST_CONTENDERS + ", not \"" + top + "\"");
    }
    return Integer.parseInt(top);
  }

  private void stop(Context context) {
    StudyHeader header = study(context);
    desk.stop(header);
    context.status(202);
    json(context, StudyJson.brief(header, desk.progress(header)));
  }

  private void events(Context context) {
    StudyHeader header = study(context);
    StudyRun run = desk.run(header.id());
    boolean live = run != null && !run.state().isOver();
    Supplier<Progress> progress = live ? run::progress : () -> desk.progress(header);
    events.answer(context, live ? run : null, progress);
  }

  private static void json(Context context, ObjectNode json) {
    context.contentType("application/json").result(Json.text(json));
  }
}
