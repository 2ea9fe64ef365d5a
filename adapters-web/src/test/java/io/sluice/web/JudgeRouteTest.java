package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeRouteTest extends WebFixture {

  @Test
  void twoGroupsAreComparedInWordsAndNumbers() throws Exception {
    String id = run(TestStudies.SMALL);
    String query = "?of=activation=tanh&against=activation=leaky-relu";
    JsonNode json = json(get("/api/studies/" + id + "/judge.json" + query));
    assertThat(json.get("study").asText()).isEqualTo(id);
    assertThat(json.get("first_group").toString()).isEqualTo("{\"activation\":\"tanh\"}");
    assertThat(json.get("answer").get(0).asText()).contains("tanh", "leaky-relu");
    assertThat(json.get("comparison").get(0).has("verdict")).isTrue();
    HttpResponse<String> page = get("/api/studies/" + id + "/judge.html" + query);
    assertThat(page.body()).startsWith("<!doctype html>").contains("tanh or leaky-relu?");
    assertThat(get("/api/studies/" + id + "/judge.html" + query + "&part=main").body())
        .startsWith("<main class=\"report\">");
    JsonNode other = json(get("/api/studies/" + id + "/judge.json" + query + "&target=0.1"));
    assertThat(other.get("target").asDouble()).isEqualTo(0.1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', of names a group",
    "?of=activation=tanh, against names a group",
    "?of=tanh&against=activation=leaky-relu, names no level",
    "?of=activaton=tanh&against=activation=leaky-relu, did you mean",
    "?of=activation=tahn&against=activation=leaky-relu, did you mean",
    "?of=optimizer=sgd&against=activation=tanh, labels of the same factors",
    "?of=activation=tanh&against=activation=leaky-relu&target=3, none of the study's targets",
    "?of=activation=tanh&against=activation=leaky-relu&target=x, a number",
    "?of=activation=tanh&against=activation=leaky-relu&target=0.1&metric=loss, cannot both",
    "?of=activation=tanh&against=activation=leaky-relu&metric=lozz, lozz",
  })
  void whatCannotBeComparedIsRefused(String query, String why) throws Exception {
    String id = run(TestStudies.SMALL);
    assertError(get("/api/studies/" + id + "/judge.json" + query), 400, why);
  }

  @Test
  void unknownStudiesAreNamed() throws Exception {
    assertError(get("/api/studies/nothing/judge.json?of=a=b&against=a=c"), 404, "no study");
  }
}
