package io.sluice.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.analysis.claim.Claim;
import io.sluice.engine.text.NearestWord;
import io.sluice.report.ClaimDocument;
import io.sluice.report.ClaimListDocument;
import io.sluice.report.Document;
import io.sluice.report.JsonRenderer;
import io.sluice.spi.StudyHeader;
import java.io.UncheckedIOException;
import java.util.List;

/** What can be asked of claims. */
final class ClaimRoutes {

  private static final String CLAIM = "/api/claims/{id}";
  private static final String QUICK = "quick";

  private final Claims claims;
  private final StudyDesk desk;
  private final BoundedWork work;

  ClaimRoutes(Claims claims, StudyDesk desk, BoundedWork work) {
    this.claims = claims;
    this.desk = desk;
    this.work = work;
  }

  void configure(RoutesConfig routes) {
    routes.get("/api/claims", this::list);
    routes.get(CLAIM, this::show);
    routes.get(CLAIM + "/claim.html", this::page);
    routes.post(CLAIM + "/run", this::run);
  }

  private void list(Context context) {
    Document document =
        work.get(
            "looking where claims stand",
            () -> Caller.isGone(context),
            () -> ClaimListDocument.of(claims.standings()));
    context.contentType("application/json").result(JsonRenderer.of(document));
  }

  private void show(Context context) {
    String id = id(context);
    ObjectNode json = (ObjectNode) Json.value(JsonRenderer.tree(document(context, id)));
    ArrayNode running = json.putArray("running");
    for (StudyHeader header : claims.running(id)) {
      running.add(StudyJson.brief(header, desk.progress(header)));
    }
    context.contentType("application/json").result(Json.text(json));
  }

  private void page(Context context) {
    DocumentAnswer.page(context, document(context, id(context)));
  }

  private Document document(Context context, String id) {
    String run = "sluice claims run " + id;
    return work.get(
        "looking where claim " + id + " stands",
        () -> Caller.isGone(context),
        () -> {
          Claim claim = claims.claim(id);
          return ClaimDocument.of(claim, claims.standing(id), List.of(run, run + " --quick"));
        });
  }

  private void run(Context context) {
    String id = id(context);
    boolean quick = isQuick(PostedText.of(context, "the order of a run"));
    List<PlannedStudy> studies =
        work.get(
            "planning claim " + id, () -> Caller.isGone(context), () -> claims.studies(id, quick));
    ObjectNode json = Json.object();
    json.put("claim", id);
    json.put(QUICK, quick);
    ArrayNode receipts = json.putArray("studies");
    for (PlannedStudy study : studies) {
      receipts.add(StudyJson.receipt(desk.accept(study, () -> Caller.isGone(context))));
    }
    context.status(202).contentType("application/json").result(Json.text(json));
  }

  private static boolean isQuick(String text) {
    try {
      JsonNode order = Json.parse(text.isBlank() ? "{}" : text);
      if (order.isObject() && order.path(QUICK).isBoolean() | !order.has(QUICK)) {
        return order.path(QUICK).asBoolean(false);
      }
    } catch (UncheckedIOException noJson) {
      // Refused below.
    }
    throw new RequestException(
        400, "the order of a run is {\"quick\": true} or {\"quick\": false}");
  }

  private String id(Context context) {
    String id = context.pathParam("id");
    if (!claims.ids().contains(id)) {
      throw new RequestException(
          404, "no claim \"" + id + "\"" + NearestWord.hint(id, claims.ids()));
    }
    return id;
  }
}
