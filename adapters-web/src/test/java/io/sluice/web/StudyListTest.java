package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.spi.TrialEvent;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyListTest extends WebFixture {

  private AtomicInteger counted;
  private AtomicInteger read;

  @Override
  MemoryStore store() {
    counted = new AtomicInteger();
    read = new AtomicInteger();
    return new MemoryStore() {
      @Override
      public synchronized BitSet finished(String studyId) {
        counted.incrementAndGet();
        return super.finished(studyId);
      }

      @Override
      public synchronized Stream<TrialEvent.Finished> trials(String studyId) {
        read.incrementAndGet();
        return super.trials(studyId);
      }
    };
  }

  private static String named(String name) {
    return TestStudies.SMALL.replace("study: small", "study: " + name);
  }

  @Test
  void askingAgainCostsTheStoreNothing() throws Exception {
    String whole = run(TestStudies.SMALL);
    String running = submit(TestStudies.endless(1));
    awaitState(running, "running");
    get("/api/studies");
    get("/api/studies/" + whole + "/cells.json");
    int before = counted.get();
    int readBefore = read.get();
    for (int i = 0; i < 50; i++) {
      assertThat(json(get("/api/studies")).get("studies")).hasSize(2);
      assertThat(json(get("/api/queue")).get("studies")).hasSize(1);
      assertThat(json(get("/api/studies/" + running + "/cells.json")).get("cells")).hasSize(1);
      assertThat(json(get("/api/studies/" + whole + "/cells.json")).get("cells")).hasSize(4);
    }
    assertThat(counted).hasValue(before);
    assertThat(read).hasValue(readBefore);
  }

  @Test
  void listComesInPagesTheLatestFirst() throws Exception {
    for (int i = 1; i <= 5; i++) {
      run(named("number-" + i));
    }
    JsonNode first = json(get("/api/studies?size=2"));
    assertThat(first.get("studies").findValuesAsText("name"))
        .containsExactly("number-5", "number-4");
    assertThat(first.get("page").asInt()).isEqualTo(1);
    assertThat(first.get("size").asInt()).isEqualTo(2);
    assertThat(first.get("total").asInt()).isEqualTo(5);
    assertThat(json(get("/api/studies?size=2&page=3")).get("studies").findValuesAsText("name"))
        .containsExactly("number-1");
    assertThat(json(get("/api/studies?size=2&page=4")).get("studies")).isEmpty();
    assertThat(json(get("/api/studies")).get("studies")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=0", "page=-1", "page=x", "page=1000001", "size=0", "size=201"})
  void pagesThatCannotBeAreRefused(String query) throws Exception {
    assertError(get("/api/studies?" + query), 400, "is a whole number from 1");
  }

  @Test
  void cellsAreThePairsOfActivationAndOptimizer() throws Exception {
    String id = run(TestStudies.SMALL);
    JsonNode json = json(get("/api/studies/" + id + "/cells.json"));
    assertThat(json.get("activations").toString()).isEqualTo("[\"tanh\",\"leaky-relu\"]");
    assertThat(json.get("optimizers")).hasSize(2);
    assertThat(json.get("target").asDouble()).isEqualTo(1e-3);
    long hits = 0;
    for (JsonNode cell : json.get("cells")) {
      assertThat(cell.get("trials").asInt()).isEqualTo(3);
      assertThat(cell.get("finished").asInt()).isEqualTo(3);
      hits += cell.get("successes").asInt();
    }
    long easier = 0;
    for (JsonNode cell : json(get("/api/studies/" + id + "/cells.json?target=0.1")).get("cells")) {
      easier += cell.get("successes").asInt();
    }
    assertThat(store.trials(id).filter(t -> !t.result().hitCosts().get(1).isNaN()).count())
        .isEqualTo(hits);
    assertThat(store.trials(id).filter(t -> !t.result().hitCosts().get(0).isNaN()).count())
        .isEqualTo(easier);
    assertError(get("/api/studies/" + id + "/cells.json?target=2"), 400, "none of the study's 0.1");
  }

  @Test
  void cellsOfAStudyAtRestAreThoseItHadWhenItRan() throws Exception {
    String id = run(TestStudies.SMALL);
    String live = get("/api/studies/" + id + "/cells.json").body();
    Cells apart =
        new Cells(
            new StudyDesk(
                laboratory,
                store,
                new io.sluice.engine.run.RunOptions(1, 0),
                new Planning(laboratory, new io.sluice.engine.run.RunOptions(1, 0), limits()),
                DeskFile.none(),
                1000),
            store,
            new Planning(laboratory, new io.sluice.engine.run.RunOptions(1, 0), limits()));
    assertThat(Json.text(apart.of(store.find(id).orElseThrow()).json(1))).isEqualTo(live);
  }
}
