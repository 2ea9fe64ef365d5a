package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyRoutesTest extends WebFixture {

  @Test
  void postedStudyIsRunAndAnswered() throws Exception {
    HttpResponse<String> accepted = post(TestStudies.SMALL);
    assertThat(accepted.statusCode()).isEqualTo(202);
    JsonNode receipt = json(accepted);
    String id = receipt.get("id").asText();
    assertThat(id).startsWith("small-");
    assertThat(receipt.get("trials").asLong()).isEqualTo(12);
    assertThat(receipt.get("location").asText()).isEqualTo("/api/studies/" + id);
    assertThat(accepted.headers().firstValue("Location")).hasValue("/api/studies/" + id);

    awaitState(id, "finished");
    JsonNode study = json(get("/api/studies/" + id));
    assertThat(study.get("question").asText()).isEqualTo("Which of two is faster?");
    assertThat(study.get("progress").get("finished").asLong()).isEqualTo(12);
    assertThat(study.get("progress").get("planned").asLong()).isEqualTo(12);
    assertThat(study.get("targets").get(0).asDouble()).isEqualTo(0.1);
    assertThat(study.get("provenance").get("sluice").asText()).isEqualTo(TestLaboratory.VERSION);
    JsonNode report = study.get("report");
    assertThat(report.get("trials").asLong()).isEqualTo(12);
    assertThat(report.get("outcomes").get("completed").asLong()).isEqualTo(12);
    assertThat(report.get("answer").get(0).asText()).isNotBlank();
    double shares = 0;
    for (JsonNode source : report.get("sources")) {
      shares += source.get("share").asDouble();
      assertThat(source.get("share_lower").asDouble()).isLessThanOrEqualTo(1);
    }
    assertThat(shares).isBetween(1 - 1e-9, 1 + 1e-9);
    assertThat(report.get("explained").get(0).get("repeats").asInt()).isEqualTo(3);
    assertThat(report.get("rankings")).hasSize(4);
    JsonNode best = report.get("rankings").get(0);
    assertThat(best.get("rank").asInt()).isEqualTo(1);
    assertThat(best.get("optimizer").asText()).isEqualTo("sgd(learning-rate=0.5)");
    assertThat(best.get("success").asDouble()).isBetween(0.0, 1.0);
    assertThat(best.get("trials").asInt()).isEqualTo(3);
  }

  @Test
  void reportIsAPageOfItsOwn() throws Exception {
    String id = run(TestStudies.SMALL);
    HttpResponse<String> page = get("/api/studies/" + id + "/report.html");
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(page.body()).startsWith("<!doctype html>").contains("Which of two is faster?");
    HttpResponse<String> part = get("/api/studies/" + id + "/report.html?part=main");
    assertThat(part.body()).startsWith("<main class=\"report\">").doesNotContain("<style>");
    assertThat(page.body()).contains(part.body());
    assertThat(get("/report.css").statusCode()).isEqualTo(200);
  }

  @Test
  void tunedStudyIsRunPartByPart() throws Exception {
    String tuned =
        TestStudies.SMALL.replace("{id: sgd, learning-rate: [0.1, 0.5]}", "sgd")
            + "tuning: {learning-rate: [0.1, 0.5, 1], seeds: 2}\n";
    JsonNode first = json(post(tuned));
    String rung = first.get("id").asText();
    assertThat(rung).startsWith("small-tuning-");
    assertThat(first.get("trials").asLong()).isEqualTo(2 * 3 * 2);
    awaitState(rung, "finished");
    JsonNode second = json(post(tuned));
    String id = second.get("id").asText();
    assertThat(id).startsWith("small-").doesNotContain("tuning");
    awaitState(id, "finished");
    JsonNode study = json(get("/api/studies/" + id));
    assertThat(study.get("provenance").get("tuned by").asText()).isEqualTo(rung);
    assertThat(study.get("report").get("rankings").get(0).toString()).contains("sgd(tuned)");
    assertThat(json(post(tuned)).get("id").asText()).isEqualTo(id);
  }

  @Test
  void aPartOfATunedStudyThatWasStoppedIsResumedWithTheWhole() throws Exception {
    String tuned =
        TestStudies.endless(1).replace("optimizers: [sgd]", "optimizers: [sgd]\n")
            + "tuning: {learning-rate: [0.1, 0.5], seeds: 100000}\n";
    String rung = submit(tuned);
    assertThat(rung).contains("tuning");
    awaitState(rung, "running");
    order(rung, "stop");
    awaitState(rung, "stopped");
    await().atMost(PATIENCE).until(() -> order(rung, "resume").statusCode() == 202);
    assertThat(server.desk().specs()).singleElement().asString().contains("\"tuning\"");
  }

  @Test
  void specOfAStudyCanBePostedAgain() throws Exception {
    String id = run(TestStudies.SMALL);
    String spec = json(get("/api/studies/" + id)).get("spec").asText();
    HttpResponse<String> again = post("/api/studies", "application/json", spec);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).get("id").asText()).isEqualTo(id);
  }

  @Test
  void formulasArePostedLikeIds() throws Exception {
    String study =
        TestStudies.SMALL.replace(
            "[tanh, leaky-relu]", "[tanh, {formula: x if x > 0 else a * x, a: [0.1, 0.2]}]");
    JsonNode ranking = json(get("/api/studies/" + run(study))).get("report").get("rankings");
    assertThat(ranking).hasSize(6);
    assertThat(ranking.toString()).contains("{x if x > 0 else a * x}(a=0.2)");

    HttpResponse<String> refused = post(study.replace("else a * x", "else a * "));
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode error = problem(refused).get("errors").get(0);
    assertThat(error.get("line").asInt()).isEqualTo(8);
    assertThat(error.get("column").asInt()).isEqualTo(31);
    assertThat(error.get("message").asText()).contains("at character 20 of the formula");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/yaml", "application/json", "text/plain; charset=utf-8", "text/yaml"})
  void yamlIsTakenUnderAnyOfItsNames(String type) throws Exception {
    assertThat(post("/api/studies", type, TestStudies.SMALL).statusCode()).isEqualTo(202);
  }

  @Test
  void postingAFinishedStudyChangesNothing() throws Exception {
    String id = run(TestStudies.SMALL);
    HttpResponse<String> again = post(TestStudies.SMALL);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).get("id").asText()).isEqualTo(id);
    assertThat(json(again).get("state").asText()).isEqualTo("finished");
    assertThat(json(get("/api/studies")).get("studies")).hasSize(1);
  }

  @Test
  void postingARunningStudyChangesNothing() throws Exception {
    String id = submit(TestStudies.endless(1));
    awaitState(id, "running");
    HttpResponse<String> again = post(TestStudies.endless(1));
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(json(again).get("id").asText()).isEqualTo(id);
    assertThat(json(again).get("state").asText()).isEqualTo("running");
  }

  @Test
  void stoppedStudyKeepsItsTrialsAndGoesOn() throws Exception {
    String id = submit(TestStudies.endless(1));
    await()
        .atMost(PATIENCE)
        .until(() -> json(get("/api/studies/" + id)).get("progress").get("finished").asLong() > 0);
    assertThat(post("/api/studies/" + id + "/stop", "text/plain", "").statusCode()).isEqualTo(202);
    awaitState(id, "stopped");
    long kept = json(get("/api/studies/" + id)).get("progress").get("finished").asLong();
    assertThat(kept).isPositive().isEqualTo(store.finished(id).cardinality());
    JsonNode report = json(get("/api/studies/" + id)).get("report");
    assertThat(report.get("trials").asLong()).isEqualTo(kept);

    assertThat(json(post(TestStudies.endless(1))).get("id").asText()).isEqualTo(id);
    await()
        .atMost(PATIENCE)
        .until(
            () -> json(get("/api/studies/" + id)).get("progress").get("finished").asLong() > kept);
  }

  @Test
  void studiesRunOneAfterTheOther() throws Exception {
    String first = submit(TestStudies.endless(1));
    awaitState(first, "running");
    String second = submit(TestStudies.SMALL);
    JsonNode waiting = json(get("/api/studies/" + second));
    assertThat(waiting.get("state").asText()).isEqualTo("queued");
    assertThat(waiting.get("report").get("answer").get(0).asText())
        .isEqualTo("No trial has finished yet.");
    assertThat(states()).containsExactly("queued", "running");
    post("/api/studies/" + first + "/stop", "text/plain", "");
    awaitState(second, "finished");
  }

  @Test
  void waitingStudyCanBeStopped() throws Exception {
    awaitState(submit(TestStudies.endless(1)), "running");
    String second = submit(TestStudies.SMALL);
    post("/api/studies/" + second + "/stop", "text/plain", "");
    assertThat(json(get("/api/studies/" + second)).get("state").asText()).isEqualTo("stopped");
    assertThat(store.finished(second).cardinality()).isZero();
    assertThat(json(post(TestStudies.SMALL)).get("state").asText()).isEqualTo("queued");
  }

  @Test
  void onlySoManyStudiesWait() throws Exception {
    awaitState(submit(TestStudies.endless(0)), "running");
    for (int seed = 1; seed <= StudyDesk.MOST_WAITING; seed++) {
      submit(TestStudies.endless(seed));
    }
    assertError(post(TestStudies.endless(99)), 503, "16 studies are waiting");
    assertThat(json(post(TestStudies.endless(3))).get("state").asText()).isEqualTo("queued");
  }

  private List<String> states() throws Exception {
    List<String> states = new ArrayList<>();
    json(get("/api/studies")).get("studies").forEach(s -> states.add(s.get("state").asText()));
    return states;
  }

  @Test
  void wrongKeysAreLocated() throws Exception {
    HttpResponse<String> refused =
        post(TestStudies.SMALL.replace("budget: 100", "bugdet: 100\nseed: x"));
    assertError(refused, 400, "2 things are wrong");
    JsonNode errors = problem(refused).get("errors");
    assertThat(errors.get(0).get("line").asInt()).isEqualTo(4);
    assertThat(errors.get(0).get("column").asInt()).isEqualTo(1);
    assertThat(errors.get(0).get("message").asText()).contains("bugdet", "budget");
    assertThat(errors.get(1).get("line").asInt()).isEqualTo(5);
    assertThat(errors.get(1).get("path").asText()).isEqualTo("seed");
  }

  @Test
  void unknownComponentsAreLocated() throws Exception {
    HttpResponse<String> refused =
        post(TestStudies.SMALL.replace("[tanh, leaky-relu]", "[tanh, leaky-rellu]"));
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode error = problem(refused).get("errors").get(0);
    assertThat(error.get("line").asInt()).isEqualTo(8);
    assertThat(error.get("column").asInt()).isEqualTo(21);
    assertThat(error.get("path").asText()).isEqualTo("activations[1]");
    assertThat(error.get("message").asText()).contains("did you mean \"leaky-relu\"?");
  }

  @Test
  void textThatIsNoYamlIsRefused() throws Exception {
    HttpResponse<String> refused = post("study: [unclosed");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problem(refused).get("errors").get(0).get("line").asInt()).isPositive();
  }

  @Test
  void postedStudiesCannotNameFiles() throws Exception {
    HttpResponse<String> refused =
        post(
            TestStudies.SMALL.replace(
                "{id: single-example, x: 0.5, y: 0.2}",
                "{name: mine, csv: pom.xml, inputs: [a], outputs: [b]}"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problem(refused).get("errors").get(0).get("line").asInt()).isEqualTo(6);
  }

  @Test
  void otherContentIsRefused() throws Exception {
    assertError(
        post("/api/studies", "application/x-www-form-urlencoded", TestStudies.SMALL),
        415,
        "application/yaml",
        "not application/x-www-form-urlencoded");
    assertError(
        send(request("/api/studies").POST(HttpRequest.BodyPublishers.ofString(TestStudies.SMALL))),
        415,
        "there was none");
    assertError(
        send(
            request("/api/studies")
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'a', (byte) 0xff}))),
        400,
        "UTF-8");
  }

  @Test
  void largeBodiesAreRefused() throws Exception {
    String large = "#".repeat((int) PostedText.LARGEST + 1);
    assertError(post(large), 413, "at most 1048576 bytes");
    assertError(
        send(
            request("/api/studies")
                .header("Content-Type", "application/yaml")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes())))),
        413,
        "");
  }

  @Test
  void unknownStudiesAreNamedWithTheNearest() throws Exception {
    String id = run(TestStudies.SMALL);
    String misspelt = id.replace("small", "smal");
    for (String part : List.of("", "/events", "/trials.csv", "/measurements.jsonl")) {
      assertError(
          get("/api/studies/" + misspelt + part),
          404,
          "no study \"" + misspelt + "\" (did you mean \"" + id + "\"?)");
    }
    assertError(post("/api/studies/" + misspelt + "/stop", "text/plain", ""), 404, id);
  }

  @Test
  void rankingsAreCutWhereAsked() throws Exception {
    String id = run(TestStudies.SMALL);
    assertThat(json(get("/api/studies/" + id + "?top=1")).get("report").get("rankings")).hasSize(1);
    assertError(get("/api/studies/" + id + "?top=all"), 400, "not \"all\"");
    assertError(get("/api/studies/" + id + "?top=99999"), 400, "10000");
  }

  @Test
  void numbersThatAreNotFiniteAreStrings() throws Exception {
    String id =
        run(
            TestStudies.SMALL
                .replace("targets: [0.1, 1e-3]", "targets: [1e-30]")
                .replace("[0.1, 0.5]", "1e200"));
    JsonNode row = json(get("/api/studies/" + id)).get("report").get("rankings").get(0);
    assertThat(row.get("median_cost").isTextual()).isTrue();
    assertThat(row.get("median_cost").asText()).isEqualTo("Infinity");
    assertThat(row.get("diverged").asInt()).isPositive();
  }
}
