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

  private JsonNode yaml() throws Exception {
    HttpResponse<String> file = get("/api/openapi.yaml");
    assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("application/yaml");
    return new YAMLMapper().readTree(file.body());
  }

  @Test
  void describesEveryRouteAndNoOther() throws Exception {
    Set<String> described = new TreeSet<>();
    yaml()
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
    assertThat(answered).isEqualTo(described).hasSizeGreaterThan(20);
  }

  @Test
  void everyReferenceLeadsSomewhere() throws Exception {
    JsonNode description = yaml();
    for (String reference : description.findValuesAsText("$ref")) {
      assertThat(description.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void isTheSameAsJson() throws Exception {
    assertThat(json(get("/api/openapi.json"))).isEqualTo(yaml());
  }
}
