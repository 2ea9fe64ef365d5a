package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server had still to do when it stopped is taken up by the next. */
class TakenUpTest extends WebFixture {

  @TempDir private Path folder;
  private final MemoryStore kept =
      new MemoryStore() {
        @Override
        public void close() {}
      };

  @Override
  MemoryStore store() {
    return new MemoryStore();
  }

  private Path file() {
    return folder.resolve("desk.json");
  }

  private void restart() throws IOException {
    server.stop();
    server =
        WebServer.start(
            laboratory,
            kept,
            DeskFile.at(file()),
            new RunOptions(2, 0),
            WebLimits.PRESET.withTurns(20),
            WebSettings.here("", 0, 1));
  }

  @Test
  void studiesThatRanAndWaitedGoOn() throws Exception {
    restart();
    String first = submit(TestStudies.endless(1));
    String second = submit(TestStudies.endless(2));
    await().atMost(PATIENCE).until(() -> finished(first) > 0);
    restart();
    long before = kept.finished(first).cardinality();
    await().atMost(PATIENCE).until(() -> finished(first) > before);
    await().atMost(PATIENCE).until(() -> finished(second) > 0);
    assertThat(json(get("/api/queue")).get("studies").findValuesAsText("id"))
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  void whatWasPausedStaysPausedAndWhatWasStoppedStopped() throws Exception {
    restart();
    String paused = submit(TestStudies.endless(1));
    String stopped = submit(TestStudies.endless(2));
    awaitState(paused, "running");
    awaitState(stopped, "running");
    order(paused, "pause");
    order(stopped, "stop");
    awaitState(paused, "paused");
    awaitState(stopped, "stopped");
    for (int times = 0; times < 2; times++) {
      restart();
      awaitState(paused, "paused");
      assertThat(json(get("/api/studies/" + stopped)).get("state").asText()).isEqualTo("stopped");
      assertThat(json(get("/api/queue")).get("studies")).isEmpty();
    }
    await().atMost(PATIENCE).until(() -> order(paused, "resume").statusCode() == 202);
    awaitState(paused, "running");
  }

  @Test
  void aStudyThatWasTunedGoesOnWithItsChain() throws Exception {
    restart();
    submit(TestStudies.endless(1));
    String tuned =
        TestStudies.SMALL
                .replace("{id: sgd, learning-rate: [0.1, 0.5]}", "sgd")
                .replace("budget: 100", "budget: 30000")
            + "tuning: {learning-rate: [0.1, 0.5, 1], seeds: 2}\n";
    submit(tuned);
    restart();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                json(get("/api/studies")).get("studies").findValuesAsText("state").stream()
                        .filter("finished"::equals)
                        .count()
                    == 2);
  }

  @Test
  void whatIsFinishedIsNotKept() throws Exception {
    restart();
    run(TestStudies.SMALL);
    await().atMost(PATIENCE).until(() -> Files.readString(file()).equals("{\"studies\":[]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{\"studies\":[{\"spec\":\"study: gone\\nactivations: [gone]\",\"paused\":false}]}"
      })
  void aFileThatCannotBeTakenUpHoldsNobodyUp(String text) throws Exception {
    Files.writeString(file(), text);
    restart();
    run(TestStudies.SMALL);
  }
}
