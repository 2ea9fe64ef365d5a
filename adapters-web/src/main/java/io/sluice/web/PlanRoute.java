package io.sluice.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.RunEstimate;

/** What a study would do and cost, or what is wrong with it: asked while it is being written. */
final class PlanRoute {

  private static final double BYTES_OF_A_MEGABYTE = 1e6;

  private final Planning planning;

  PlanRoute(Planning planning) {
    this.planning = planning;
  }

  void configure(RoutesConfig routes) {
    routes.post("/api/plan", this::plan);
  }

  private void plan(Context context) {
    StudyPlan plan = planning.declared(PostedText.of(context), () -> Caller.isGone(context)).plan();
    RunEstimate estimate = RunEstimate.of(plan);
    double multiplications = planning.multiplications(plan);
    ObjectNode json = Json.object();
    json.put("id", plan.id());
    json.put("name", plan.spec().name());
    json.put("cells", plan.cells().size());
    json.put("repeats", plan.spec().repeats());
    json.put("trials", plan.trials());
    json.put("measurements", estimate.measurements());
    json.put("cost", plan.largestCost());
    json.put("multiplications", multiplications);
    json.put("megabytes", estimate.storeBytes() / BYTES_OF_A_MEGABYTE);
    json.put("seconds", planning.seconds(multiplications));
    json.set("notes", Json.texts(plan.notes()));
    context.contentType("application/json").result(Json.text(json));
  }
}
