package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks and reproductions over HTTP. */
class DocumentRoutesTest extends WebFixture {

  @Test
  void aTrialIsRunAgainAndCompared() throws Exception {
    String id = run(TestStudies.SMALL);
    for (int index : new int[] {0, 11}) {
      String path = "/api/studies/" + id + "/trials/" + index + "/reproduction";
      JsonNode json = json(get(path + ".json"));
      assertThat(json.get("trial").asInt()).isEqualTo(index);
      assertThat(json.get("reproduced").asBoolean()).isTrue();
      assertThat(json.get("values")).hasSizeGreaterThan(10);
      assertIsPage(get(path + ".html"), id + "/" + index + " is reproduced");
    }
  }

  @ParameterizedTest
  @CsvSource({"12, has no trial 12", "x, a trial is named by", "-1, a trial is named by"})
  void aTrialThatIsNotThereIsSaid(String index, String why) throws Exception {
    String id = run(TestStudies.SMALL);
    HttpResponse<String> answer =
        get("/api/studies/" + id + "/trials/" + index + "/reproduction.json");
    assertError(answer, 404, why);
  }

  @ParameterizedTest
  @CsvSource({"activations, tanh", "activations, th", "optimizers, sgd"})
  void aComponentIsChecked(String kinds, String id) throws Exception {
    String path = "/api/catalog/" + kinds + "/" + id + "/check";
    JsonNode json = json(get(path + ".json"));
    JsonNode component = json.get("plugins").get(0).get("components").get(0);
    assertThat(component.get("kind").asText() + "s").isEqualTo(kinds);
    assertThat(component.get("checks").asInt()).isGreaterThan(5);
    assertThat(json.get("passed").asBoolean()).isEqualTo(component.get("failed").asInt() == 0);
    assertIsPage(get(path + ".html"), "checks of ");
  }

  @ParameterizedTest
  @CsvSource({
    "activations/tahn, no activation \"tahn\" (did you mean \"tanh\"?)",
    "optimizers/tanh, no optimizer \"tanh\"",
    "activation/tanh, no \"activation\" can be checked (did you mean \"activations\"?)",
    "stores/memory, no \"stores\" can be checked"
  })
  void whatCannotBeCheckedIsSaid(String path, String why) throws Exception {
    HttpResponse<String> answer = get("/api/catalog/" + path + "/check.json");
    assertError(answer, 404, why);
  }

  @ParameterizedTest
  @CsvSource({
    "activations, tanh, curve",
    "activations, th, curve",
    "activations, leaky-relu, curve",
    "optimizers, sgd, path"
  })
  void aComponentIsShown(String kinds, String id, String figure) throws Exception {
    String path = "/api/catalog/" + kinds + "/" + id + "/show";
    JsonNode json = json(get(path + ".json"));
    assertThat(json.get("component").asText() + "s").isEqualTo(kinds);
    assertThat(json.get("origin").get("file").asText()).isEqualTo("test.jar");
    assertThat(json.get(figure)).as(json.toString()).hasSizeGreaterThan(3);
    assertIsPage(get(path + ".html"), "<figure id=\"" + figure + "\">");
    assertThat(get(path + ".html?part=main").body())
        .startsWith("<main")
        .endsWith("</main>\n")
        .contains("<dt>origin</dt><dd>test 1.0 in test.jar</dd>");
  }

  @Test
  void theQueryOfAShownComponentSetsItsHyperparameters() throws Exception {
    String path = "/api/catalog/activations/leaky-relu/show.json";
    JsonNode preset = json(get(path));
    JsonNode set = json(get(path + "?negative-slope=0.5"));
    assertThat(preset.get("hyperparameters").get(0).get("preset").asDouble()).isEqualTo(0.01);
    assertThat(set.get("hyperparameters").get(0).get("preset").asDouble()).isEqualTo(0.5);
    assertThat(set.get("curve").get(0).get("value").asDouble()).isEqualTo(-2.5);
    assertThat(
            get("/api/catalog/activations/leaky-relu/show.html?part=main&negative-slope=0.25")
                .body())
        .contains("<td class=\"number\" data-v=\"0.25\">0.25</td>");
  }

  @ParameterizedTest
  @CsvSource({
    "activations/tahn/show.json, 404, no activation \"tahn\" (did you mean \"tanh\"?)",
    "activation/tanh/show.html, 404, no \"activation\" can be shown (did you mean \"activations\"?)",
    "activations/leaky-relu/show.html?negative-slpe=1, 400, leaky-relu has no hyper-parameter \"negative-slpe\" (did you mean \"negative-slope\"?)",
    "activations/leaky-relu/show.json?negative-slope=x, 400, negative-slope must be a number",
    "activations/tanh/show.json?slope=1, 400, tanh has no hyper-parameter \"slope\"; it has none"
  })
  void whatCannotBeShownIsSaid(String path, int status, String why) throws Exception {
    HttpResponse<String> answer = get("/api/catalog/" + path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(problem(answer).get("detail").asText()).startsWith(why);
  }

  private static void assertIsPage(HttpResponse<String> page, String text) {
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(page.body()).startsWith("<!doctype html>").contains(text);
  }
}
