package io.sluice.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.UserFormulas;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.formula.FormulaException;
import io.sluice.passport.Passport;
import io.sluice.passport.PassportDocument;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import io.sluice.studies.Complaint;
import io.sluice.studies.ComponentWord;
import io.sluice.studies.Location;
import io.sluice.studies.StudyFormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Curves of activations and their slopes: of those of the catalog, and of formulas. */
final class CurveRoutes {

  private static final String PASSPORT = "passport";
  private static final Set<String> WINDOW = Set.of("from", "to", "points", PASSPORT);
  private static final int POINTS = 401;
  private static final int MOST_POINTS = 10_001;
  private static final double REACH = 5;
  private static final String FORMULA = "formula";

  private final Laboratory laboratory;
  private final WebLimits limits;
  private final BoundedWork curves;
  private final BoundedWork passports;

  /**
   * Routes of curves.
   *
   * @param curves computes what is quick
   * @param passports computes what takes longer
   */
  CurveRoutes(Laboratory laboratory, WebLimits limits, BoundedWork curves, BoundedWork passports) {
    this.laboratory = laboratory;
    this.limits = limits;
    this.curves = curves;
    this.passports = passports;
  }

  void configure(RoutesConfig routes) {
    routes.get("/api/catalog/activations/{id}/curve.json", this::curve);
    routes.post("/api/formula", this::formula);
  }

  private void curve(Context context) {
    String id = context.pathParam("id");
    if (laboratory.components().layerActivations().find(id).isPresent()) {
      throw new RequestException(
          404, id + " works on all units of a layer at once and has no curve");
    }
    Activation prototype =
        NamedComponents.entry(laboratory.components().activations(), "activation", id).component();
    double[] x = places(context);
    Map<String, Double> values = QueryValues.of(prototype, QueryValues.named(context, WINDOW));
    ObjectNode json =
        curves.get(
            "computing the curve of " + prototype.id(),
            () -> Caller.isGone(context),
            () -> curve(prototype.with(values), x));
    context.contentType("application/json").result(Json.text(json));
  }

  private void formula(Context context) {
    String text = PostedText.of(context, FORMULA);
    double[] x = places(context);
    Map<String, Double> values = QueryValues.named(context, WINDOW);
    Activation activation;
    ObjectNode json;
    try {
      activation =
          curves.get("reading the formula", () -> Caller.isGone(context), () -> read(text, values));
      json =
          curves.get(
              "computing the curve", () -> Caller.isGone(context), () -> curve(activation, x));
    } catch (FormulaException wrong) {
      throw new PlannedStudy.Refused(FORMULA, List.of(complaint(text, wrong)));
    } catch (StudyFormatException wrong) {
      throw new PlannedStudy.Refused(FORMULA, wrong.complaints());
    } catch (IllegalArgumentException wrong) {
      throw new RequestException(400, wrong.getMessage());
    }
    json.put(FORMULA, activation.description().formula());
    if (!"false".equals(context.queryParam(PASSPORT))) {
      json.set(PASSPORT, passport(context, activation));
    }
    context.contentType("application/json").result(Json.text(json));
  }

  private JsonNode passport(Context context, Activation activation) {
    Map<String, Object> passport =
        passports.get(
            "computing the passport of the formula",
            () -> Caller.isGone(context),
            () -> PassportDocument.of(Passport.of(activation)));
    return Json.tree(passport);
  }

  private Activation read(String text, Map<String, Double> values) {
    ComponentSpec spec = ComponentWord.formula(text.strip()).with(values).spec();
    Activation activation = laboratory.activation(spec).orElseThrow().component();
    UserFormulas.checkCost(activation, limits.plan());
    return activation;
  }

  /** The place of the character that is meant, in a text that may have several lines. */
  private static Complaint complaint(String text, FormulaException wrong) {
    int skipped = text.length() - text.stripLeading().length();
    String before = text.substring(0, Math.min(text.length(), skipped + wrong.position()));
    int line = 1 + (int) before.chars().filter(each -> each == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new Complaint(new Location(FORMULA, line, column), FORMULA, wrong.complaint());
  }

  private static double[] places(Context context) {
    double from = end(context, "from", -REACH);
    double to = end(context, "to", REACH);
    if (!(from < to) || Double.isInfinite(to - from)) {
      throw new RequestException(
          400, "from must be below to, both finite, not from=" + from + " and to=" + to);
    }
    int points = QueryValues.whole(context, "points", POINTS, 2, MOST_POINTS);
    double[] x = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = i == points - 1 ? to : from + (to - from) * i / (points - 1);
    }
    return x;
  }

  private static double end(Context context, String name, double preset) {
    String text = context.queryParam(name);
    return text == null ? preset : QueryValues.number(name, text);
  }

  private static ObjectNode curve(Activation activation, double[] x) {
    double[] value = new double[x.length];
    double[] slope = new double[x.length];
    activation.valuesAndSlopes(x, value, slope, 0, x.length);
    Map<String, Double> settings = new LinkedHashMap<>();
    for (Hyperparameter each : activation.hyperparameters()) {
      settings.put(each.name(), each.value());
    }
    ObjectNode json = Json.object();
    json.put("id", activation.id());
    json.set("settings", Json.value(settings));
    json.set("x", numbers(x));
    json.set("value", numbers(value));
    json.set("slope", numbers(slope));
    return json;
  }

  private static ArrayNode numbers(double[] numbers) {
    ArrayNode array = Json.array();
    for (double number : numbers) {
      array.add(number);
    }
    return array;
  }
}
