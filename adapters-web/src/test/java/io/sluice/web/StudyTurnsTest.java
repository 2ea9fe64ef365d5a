package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Studies share the workers in turns that are short here. */
class StudyTurnsTest extends WebFixture {

  @Override
  WebLimits limits() {
    return WebLimits.PRESET.withTurns(20);
  }

  @Test
  void aShortStudyDoesNotWaitForTheEndOfAnEndlessOne() throws Exception {
    String endless = submit(TestStudies.endless(1));
    String other = submit(TestStudies.endless(2));
    String small = run(TestStudies.SMALL);
    assertThat(finished(small)).isEqualTo(12);
    for (String id : List.of(endless, other)) {
      assertThat(json(get("/api/studies/" + id)).get("state").asText()).isEqualTo("running");
      long then = finished(id);
      await().atMost(PATIENCE).until(() -> finished(id) > then);
    }
    assertThat(json(get("/api/queue")).get("studies").findValuesAsText("id"))
        .containsExactlyInAnyOrder(endless, other);
  }

  @Test
  void turnsMakeNoDifferenceToTheRows() throws Exception {
    String small = run(TestStudies.SMALL);
    String alone = get("/api/studies/" + small + "/trials.csv").body();
    stop();
    MemoryStore second = new MemoryStore();
    server =
        WebServer.start(laboratory, second, new io.sluice.engine.run.RunOptions(2, 0), limits(), 0);
    submit(TestStudies.endless(1));
    assertThat(run(TestStudies.SMALL)).isEqualTo(small);
    assertThat(get("/api/studies/" + small + "/trials.csv").body()).isEqualTo(alone);
  }

  @Test
  void aStudyThatIsPausedGoesOnWhenItIsResumed() throws Exception {
    String id = submit(TestStudies.endless(1));
    await().atMost(PATIENCE).until(() -> finished(id) > 0);
    assertThat(order(id, "pause").statusCode()).isEqualTo(202);
    awaitState(id, "paused");
    long kept = finished(id);
    assertThat(kept).isPositive().isEqualTo(store.finished(id).cardinality());
    JsonNode queue = json(get("/api/queue"));
    assertThat(queue.get("studies")).isEmpty();
    assertThat(queue.get("paused").findValuesAsText("id")).containsExactly(id);

    await().atMost(PATIENCE).until(() -> order(id, "resume").statusCode() == 202);
    assertThat(json(get("/api/queue")).get("paused")).isEmpty();
    await().atMost(PATIENCE).until(() -> finished(id) > kept);
  }

  @Test
  void aStudyThatIsHeldCanBePausedAndStopped() throws Exception {
    String first = submit(TestStudies.endless(1));
    String second = submit(TestStudies.endless(2));
    awaitState(first, "running");
    awaitState(second, "running");
    order(first, "pause");
    order(second, "stop");
    awaitState(first, "paused");
    awaitState(second, "stopped");
    assertThat(json(get("/api/queue")).get("studies")).isEmpty();
    order(first, "stop");
    awaitState(first, "stopped");
    assertThat(json(get("/api/queue")).get("paused")).isEmpty();
  }

  @Test
  void whatIsFinishedCannotBeResumedOrPaused() throws Exception {
    String id = run(TestStudies.SMALL);
    assertThat(order(id, "resume").statusCode()).isEqualTo(200);
    assertThat(json(order(id, "pause")).get("state").asText()).isEqualTo("finished");
    assertError(order("nothing", "pause"), 404, "no study");
    assertError(order("nothing", "resume"), 404, "no study");
  }

  @Test
  void aStudyThatAnotherStoppedIsResumedFromItsStore() throws Exception {
    String id = submit(TestStudies.endless(1));
    await().atMost(PATIENCE).until(() -> finished(id) > 0);
    order(id, "stop");
    awaitState(id, "stopped");
    long kept = finished(id);
    await().atMost(PATIENCE).until(() -> order(id, "resume").statusCode() == 202);
    await().atMost(PATIENCE).until(() -> finished(id) > kept);
  }
}
