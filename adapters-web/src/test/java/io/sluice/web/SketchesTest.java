package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchesTest extends WebFixture {

  @Test
  void whatIsDrawnIsTheCurveAndItsShape() throws Exception {
    JsonNode sketches = json(get("/api/catalog/curves.json"));
    JsonNode tanh = sketches.get("curves").get("tanh");
    int last = sketches.get("x").size() - 1;
    assertThat(tanh.get("value").size()).isEqualTo(last + 1);
    assertThat(sketches.get("x").get(last).asDouble()).isEqualTo(5);
    assertThat(tanh.get("value").get(last).asDouble()).isEqualTo(0.9999);
    assertThat(tanh.get("monotone").asText()).isEqualTo("increasing");
    assertThat(tanh.get("oscillating").asBoolean()).isFalse();
  }

  @Test
  void anActivationThatNeverComesBackCostsItsOwnCurveOnly() throws Exception {
    JsonNode curves = json(get("/api/catalog/curves.json")).get("curves");
    assertThat(curves.has("slow")).isFalse();
    assertThat(curves.has("tanh")).isTrue();
  }

  @Test
  void sketchesAreNotSentTwice() throws Exception {
    HttpResponse<String> first = get("/api/catalog/curves.json");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        send(request("/api/catalog/curves.json").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "'0 1 1 2', increasing, 0",
    "'1 1 1', increasing, 0",
    "'2 1 1 0', decreasing, 0",
    "'0 1 0', none, 1",
    "'0 1 1 0 2 1', none, 3",
    "'0 1 0.9999999999999 2', increasing, 0",
    "'0 NaN 1 2', increasing, 0",
  })
  void shapesAreToldFromValues(String values, String monotone, int turns) {
    double[] numbers = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(Sketches.monotone(numbers)).isEqualTo(monotone);
    assertThat(Sketches.turns(numbers)).isEqualTo(turns);
  }

  @Test
  void aSineOfThreePeriodsTurnsSixTimes() {
    double[] sine =
        IntStream.rangeClosed(0, 300).mapToDouble(i -> StrictMath.sin(i * Math.PI / 50)).toArray();
    assertThat(Sketches.turns(sine)).isEqualTo(6);
  }
}
