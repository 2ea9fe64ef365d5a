package io.sluice.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.text.NearestWord;
import io.sluice.passport.Passport;
import io.sluice.passport.PassportDocument;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The passport of one activation. Hyper-parameters are set by the query. */
final class PassportRoute {

  static final String PATH = "/api/catalog/activations/{id}/passport";

  private final Catalog<Activation> activations;
  private final BoundedWork work;

  PassportRoute(Catalog<Activation> activations, BoundedWork work) {
    this.activations = activations;
    this.work = work;
  }

  void answer(Context context) {
    String id = context.pathParam("id");
    Activation prototype =
        activations
            .find(id)
            .map(Catalog.Entry::component)
            .orElseThrow(
                () ->
                    new RequestException(
                        404, "no activation \"" + id + "\"" + activations.hint(id)));
    Activation activation = prototype.with(values(prototype, context.queryParamMap()));
    Passport passport =
        work.get(
            "computing the passport of " + prototype.id(),
            () -> Caller.isGone(context),
            () -> Passport.of(activation));
    context.contentType("application/json").result(Json.text(node(PassportDocument.of(passport))));
  }

  private static Map<String, Double> values(
      Activation prototype, Map<String, List<String>> settings) {
    Map<String, Hyperparameter> declared = new LinkedHashMap<>();
    Map<String, Double> values = new LinkedHashMap<>();
    for (Hyperparameter each : prototype.hyperparameters()) {
      declared.put(each.name(), each);
      values.put(each.name(), each.value());
    }
    settings.forEach(
        (name, texts) -> {
          Hyperparameter hyperparameter = declared.get(name);
          if (hyperparameter == null) {
            throw new RequestException(
                400,
                prototype.id()
                    + " has no hyper-parameter \""
                    + name
                    + "\""
                    + NearestWord.hint(name, declared.keySet()));
          }
          double value = number(name, texts.isEmpty() ? "" : texts.get(texts.size() - 1));
          String complaint = hyperparameter.complaint(value);
          if (!complaint.isEmpty()) {
            throw new RequestException(400, complaint);
          }
          values.put(name, value);
        });
    return values;
  }

  private static double number(String name, String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true") ? 1 : 0;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new RequestException(400, name + " must be a number, not \"" + text + "\"");
    }
  }

  /** Maps, lists and values as JSON, with names as this server writes them: {@code sourceRead}. */
  private static JsonNode node(Object value) {
    if (value instanceof Map<?, ?>) {
      ObjectNode object = Json.object();
      ((Map<?, ?>) value).forEach((name, part) -> object.set(camelCase((String) name), node(part)));
      return object;
    }
    if (value instanceof List<?>) {
      ArrayNode array = Json.array();
      ((List<?>) value).forEach(part -> array.add(node(part)));
      return array;
    }
    return Json.value(value);
  }

  private static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.split("_")) {
      text.append(
          text.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }
}
