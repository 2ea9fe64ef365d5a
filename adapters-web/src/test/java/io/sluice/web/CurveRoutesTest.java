package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveRoutesTest extends WebFixture {

  private HttpResponse<String> formula(String text, String query) throws Exception {
    return post("/api/formula" + query, "text/plain", text);
  }

  @Test
  void curveHasValuesAndSlopesAtItsPoints() throws Exception {
    JsonNode json = json(get("/api/catalog/activations/th/curve.json?from=-1&to=3&points=5"));
    assertThat(json.get("id").asText()).isEqualTo("tanh");
    assertThat(json.get("x").toString()).isEqualTo("[-1.0,0.0,1.0,2.0,3.0]");
    assertThat(json.get("value").get(2).asDouble()).isEqualTo(StrictMath.tanh(1));
    assertThat(json.get("slope").get(1).asDouble()).isEqualTo(1);
    assertThat(json.get("value")).hasSize(5);
    assertThat(json(get("/api/catalog/activations/tanh/curve.json")).get("slope")).hasSize(401);
  }

  @Test
  void curveIsThatOfTheValuesNamed() throws Exception {
    JsonNode json =
        json(
            get(
                "/api/catalog/activations/leaky-relu/curve.json"
                    + "?negative-slope=0.5&from=-2&to=2&points=2"));
    assertThat(json.get("settings").toString()).isEqualTo("{\"negative-slope\":0.5}");
    assertThat(json.get("value").toString()).isEqualTo("[-1.0,2.0]");
    assertThat(json.get("slope").toString()).isEqualTo("[0.5,1.0]");
  }

  @ParameterizedTest
  @CsvSource({
    "tahn/curve.json, 404, did you mean",
    "tanh/curve.json?a=1, 400, no hyper-parameter",
    "tanh/curve.json?points=1, 400, from 2 to 10001",
    "tanh/curve.json?points=10002, 400, from 2 to 10001",
    "tanh/curve.json?points=-5, 400, from 2 to 10001",
    "tanh/curve.json?from=5, 400, below",
    "tanh/curve.json?from=NaN, 400, below",
    "tanh/curve.json?to=Infinity, 400, below",
    "tanh/curve.json?from=-1e308&to=1e308, 400, below",
    "tanh/curve.json?from=x, 400, a number",
    "leaky-relu/curve.json?negative-slope=-1, 400, must lie in",
  })
  void curvesThatCannotBeHadAreRefused(String path, int status, String why) throws Exception {
    assertError(get("/api/catalog/activations/" + path), status, why);
  }

  @Test
  void formulaGivesCurveAndPassportAtOnce() throws Exception {
    JsonNode json = json(formula("x * tanh(a * x)", "?a=2&from=0&to=1&points=2"));
    assertThat(json.get("formula").asText()).isEqualTo("x * tanh(a * x)");
    assertThat(json.get("settings").get("a").asDouble()).isEqualTo(2);
    assertThat(json.get("value").get(1).asDouble())
        .isCloseTo(StrictMath.tanh(2), org.assertj.core.data.Offset.offset(1e-15));
    assertThat(json.get("passport").get("symmetry").get("value").asText()).isEqualTo("even");
  }

  @Test
  void theCurveOfAFormulaCanBeHadWithoutTheWaitForThePassport() throws Exception {
    assertThat(json(formula("sin(x)", "?passport=false")).has("passport")).isFalse();
    assertThat(json(formula("sin(x)", "?passport=true")).has("passport")).isTrue();
  }

  @Test
  void whatIsNotFiniteIsAWord() throws Exception {
    JsonNode json = json(formula("1 / x", "?from=0&to=1&points=2"));
    assertThat(json.get("value").get(0).asText()).isEqualTo("Infinity");
  }

  @ParameterizedTest
  @CsvSource({"x + , 1, 4", "x * tahn(x), 1, 5", "'x *\n  (x', 2, 3", "'  x )', 1, 5"})
  void mistakeInAFormulaHasItsPlace(String text, int line, int column) throws Exception {
    HttpResponse<String> refused = formula(text, "");
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode errors = problem(refused).get("errors");
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).get("line").asInt()).as(refused.body()).isEqualTo(line);
    assertThat(errors.get(0).get("column").asInt()).as(refused.body()).isEqualTo(column);
    assertThat(errors.get(0).get("message").asText()).isNotBlank();
  }

  @Test
  void formulasAreBounded() throws Exception {
    assertError(formula("x" + " + tanh(x)".repeat(20_000), ""), 400, "at most 4000 characters");
    assertError(formula("(".repeat(100_000) + "x", ""), 400, "");
    assertError(formula("", ""), 400, "");
    assertError(formula("a * x", ""), 400, "a");
    assertError(post("/api/formula", "image/png", "x"), 415, "a formula comes with");
    String name = URLEncoder.encode("b c", StandardCharsets.UTF_8);
    assertError(formula("x", "?" + name + "=1"), 400, "");
  }
}
