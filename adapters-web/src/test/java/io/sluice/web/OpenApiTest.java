package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiTest extends WebFixture {

  private JsonNode description() throws Exception {
    HttpResponse<String> file = get("/api/openapi.yaml");
    assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("application/yaml");
    return new YAMLMapper().readTree(file.body());
  }

  @Test
  void describesEveryRouteAndNoOther() throws Exception {
    Set<String> described = new TreeSet<>();
    description()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        key -> {
                          if (!key.equals("parameters")) {
                            described.add(key.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    Set<String> answered = new TreeSet<>();
    server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .forEach(endpoint -> answered.add(endpoint.method.name() + " " + endpoint.path));
    assertThat(answered).isEqualTo(described).hasSize(21);
  }

  @Test
  void everyReferenceLeadsSomewhere() throws Exception {
    JsonNode description = description();
    for (String reference : description.findValuesAsText("$ref")) {
      assertThat(description.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void everyRequiredPropertyIsThere() throws Exception {
    String id = run(TestStudies.SMALL);
    JsonNode schemas = description().get("components").get("schemas");
    assertHas(schemas, "Catalog", json(get("/api/catalog")));
    assertHas(schemas, "Passport", json(get("/api/catalog/activations/tanh/passport")));
    String optimizer = json(get("/api/catalog")).get("optimizers").get(0).get("id").asText();
    assertHas(
        schemas,
        "OptimizerPassport",
        json(get("/api/catalog/optimizers/" + optimizer + "/passport")));
    assertHas(schemas, "Study", json(get("/api/studies/" + id)));
    assertHas(schemas, "Receipt", json(post(TestStudies.SMALL)));
    assertHas(schemas, "Complaints", json(post("study: x")));
    assertHas(schemas, "StudyLine", json(get("/api/studies")).get("studies").get(0));
  }

  private static void assertHas(JsonNode schemas, String name, JsonNode json) {
    check(schemas, schemas.get(name), json, name);
  }

  private static void check(JsonNode schemas, JsonNode schema, JsonNode json, String where) {
    JsonNode resolved = schema;
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asText();
      resolved = schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
    }
    for (JsonNode part : resolved.path("allOf")) {
      check(schemas, part, json, where);
    }
    for (JsonNode required : resolved.path("required")) {
      assertThat(json.has(required.asText())).as(where + "." + required.asText()).isTrue();
    }
    resolved
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (json.has(property.getKey())) {
                check(
                    schemas,
                    property.getValue(),
                    json.get(property.getKey()),
                    where + "." + property.getKey());
              }
            });
    if (resolved.has("items")) {
      assertThat(json.isArray()).as(where).isTrue();
      for (JsonNode item : json) {
        check(schemas, resolved.get("items"), item, where + "[]");
      }
    }
  }
}
