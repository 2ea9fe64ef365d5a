package io.sluice.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.text.NearestWord;
import io.sluice.report.Document;
import io.sluice.report.JsonRenderer;
import io.sluice.report.StudyDocument;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.export.ExportFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can be asked of studies. */
final class StudyRoutes {

  private static final int CONTENDERS = 20;
  private static final int MOST_CONTENDERS = 10_000;
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final int MOST_PAGES = 1_000_000;
  private static final String STUDY = "/api/studies/{id}";

  private final StudyDesk desk;
  private final Reports reports;
  private final RowDownload rows;
  private final EventStream events;
  private final Cells cells;

  StudyRoutes(StudyDesk desk, ResultStore store, EventStream events, Cells cells) {
    this.desk = desk;
    this.events = events;
    this.cells = cells;
    this.reports = new Reports(store);
    this.rows = new RowDownload(store);
  }

  void configure(RoutesConfig routes) {
    routes.post("/api/studies", this::post);
    routes.get("/api/studies", this::list);
    routes.get(STUDY, this::show);
    routes.get(STUDY + "/report.html", this::report);
    routes.post(STUDY + "/stop", context -> halt(context, RunState.STOPPED));
    routes.post(STUDY + "/pause", context -> halt(context, RunState.PAUSED));
    routes.post(STUDY + "/resume", this::resume);
    routes.get("/api/queue", this::queue);
    routes.get(STUDY + "/cells.json", this::cells);
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
    receipt(context, desk.accept(text, () -> Caller.isGone(context)));
  }

  private void resume(Context context) {
    receipt(context, desk.resume(study(context), () -> Caller.isGone(context)));
  }

  private static void receipt(Context context, StudyDesk.Receipt receipt) {
    context.header("Location", StudyJson.location(receipt.header()));
    context.status(receipt.state() == RunState.FINISHED ? 200 : 202);
    json(context, StudyJson.receipt(receipt));
  }

  private void list(Context context) {
    int page = QueryValues.whole(context, "page", 1, 1, MOST_PAGES);
    int size = QueryValues.whole(context, "size", PAGE, 1, LARGEST_PAGE);
    List<StudyHeader> all = wanted(context);
    ObjectNode json = Json.object();
    int from = (int) Math.min(all.size(), (page - 1L) * size);
    json.set("studies", lines(all.subList(from, Math.min(all.size(), from + size))));
    json.put("page", page);
    json.put("size", size);
    json.put("total", all.size());
    json(context, json);
  }

  /** The studies with the text and in the state that a request wants. */
  private List<StudyHeader> wanted(Context context) {
    String text = Objects.requireNonNullElse(context.queryParam("text"), "").strip();
    String state = context.queryParam("state");
    if (state != null && Stream.of(RunState.values()).noneMatch(it -> it.word().equals(state))) {
      List<String> words = Stream.of(RunState.values()).map(RunState::word).toList();
      throw new RequestException(
          400, "there is no state \"" + state + "\"" + NearestWord.hint(state, words));
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return desk.studies().stream()
        .filter(
            each -> (each.id() + " " + each.question()).toLowerCase(Locale.ROOT).contains(lower))
        .filter(each -> state == null || desk.progress(each).state().word().equals(state))
        .toList();
  }

  private ArrayNode lines(List<StudyHeader> headers) {
    ArrayNode lines = Json.array();
    headers.forEach(header -> lines.add(StudyJson.brief(header, desk.progress(header))));
    return lines;
  }

  private void queue(Context context) {
    ObjectNode json = Json.object();
    json.set("studies", lines(desk.line()));
    json.set("paused", lines(desk.paused()));
    json.put("most", StudyDesk.MOST_WAITING + 1);
    json(context, json);
  }

  private void cells(Context context) {
    StudyHeader header = study(context);
    CellCounts counts = cells.of(header);
    json(context, counts.json(Cells.target(header, context.queryParam("target"))));
  }

  private void show(Context context) {
    StudyHeader header = study(context);
    int most = QueryValues.whole(context, "top", CONTENDERS, 0, MOST_CONTENDERS);
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

  private void halt(Context context, RunState last) {
    StudyHeader header = study(context);
    desk.halt(header, last);
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
