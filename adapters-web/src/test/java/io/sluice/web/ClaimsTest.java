package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.analysis.claim.Standing;
import io.sluice.engine.run.RunOptions;
import io.sluice.spi.TrialEvent;
import io.sluice.studies.ClaimReader;
import io.sluice.studies.ShippedClaims;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest extends WebFixture {

  private static final String CARD =
      String.join(
          "\n",
          "claim: %s",
          "statement: Tanh is better than leaky ReLU.",
          "studies:",
          "  main:",
          "    problems: [{id: single-example, x: 0.5, y: 0.2}]",
          "    networks: {hidden: 1, output: linear}",
          "    activations: [tanh, %s]",
          "    optimizers: {id: sgd, learning-rate: 0.1}",
          "    budget: 100",
          "decide:",
          "  difference:",
          "    of: {activation: tanh}",
          "    against: {activation: %2$s}",
          "    by: best-loss",
          "    lower-by: 0.3",
          "sample: {full: 6, quick: 3}",
          "");

  private final AtomicInteger read = new AtomicInteger();
  private final MemoryStore kept =
      new MemoryStore() {
        @Override
        public synchronized Stream<TrialEvent.Finished> trials(String studyId) {
          read.incrementAndGet();
          return super.trials(studyId);
        }
      };
  private final RunOptions options = new RunOptions(2, 0);
  private final StudyDesk desk =
      new StudyDesk(
          laboratory,
          kept,
          options,
          new Planning(laboratory, options, WebLimits.PRESET),
          DeskFile.none(),
          1000);
  private final Claims claims =
      new Claims(
          laboratory,
          kept,
          desk,
          WebLimits.PRESET,
          List.of(
              ClaimReader.read(CARD.formatted("mine", "leaky-relu"), "mine.yaml", null),
              ClaimReader.read(CARD.formatted("gone", "goner"), "gone.yaml", null)));

  private void runMine(boolean quick, Standing.State then) {
    claims.studies("mine", quick).forEach(study -> desk.accept(study, () -> false));
    await().atMost(PATIENCE).until(() -> claims.standing("mine").state() == then);
  }

  @Test
  void aClaimIsRunQuicklyAndThenFully() {
    assertThat(claims.standing("mine").state()).isEqualTo(Standing.State.NOT_RUN);
    runMine(true, Standing.State.QUICK);
    assertThat(claims.standing("mine").verdict(claims.claim("mine"))).isPresent();
    runMine(false, Standing.State.FULL);
    assertThat(claims.standings()).hasSize(2);
  }

  @Test
  void whereAClaimStandsIsFoundOutOnce() {
    runMine(true, Standing.State.QUICK);
    int before = read.get();
    for (int i = 0; i < 20; i++) {
      assertThat(claims.standing("mine").state()).isEqualTo(Standing.State.QUICK);
    }
    assertThat(read).hasValue(before);
  }

  @Test
  void aClaimThatCannotBePlannedHereIsListedAndNotRun() {
    assertThat(claims.standing("gone").state()).isEqualTo(Standing.State.NOT_RUN);
    assertThatThrownBy(() -> claims.studies("gone", true))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("claim gone cannot be run here")
        .hasMessageContaining("goner");
  }

  @Test
  void listHasTheShippedOnes() throws Exception {
    JsonNode list = json(get("/api/claims")).get("claims");
    assertThat(list.findValuesAsText("claim")).isEqualTo(ShippedClaims.ids());
    JsonNode one = json(get("/api/claims/a5"));
    assertThat(one.get("claim").asText()).isEqualTo("a5");
    assertThat(one.get("running")).isEmpty();
    assertThat(get("/api/claims/a5/claim.html").body())
        .startsWith("<!doctype html>")
        .contains(get("/api/claims/a5/claim.html?part=main").body());
  }

  @Test
  void unknownClaimsAreNamedWithTheNearest() throws Exception {
    for (String path : List.of("", "/claim.html")) {
      assertError(get("/api/claims/a55" + path), 404, "no claim \"a55\"", "did you mean");
    }
    assertError(post("/api/claims/a55/run", "application/json", "{}"), 404, "no claim \"a55\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "1", "{\"quick\":1}", "{\"quick\":", "nonsense", "{\"quick\":null}"})
  void anOrderThatIsNoneIsRefused(String body) throws Exception {
    assertError(post("/api/claims/a5/run", "application/json", body), 400, "{\"quick\": true}");
  }

  @Test
  void whatCannotBeRunHereIsRefused() throws Exception {
    assertError(
        post("/api/claims/a5/run", "application/json", "{\"quick\":true}"),
        422,
        "cannot be run here");
    assertError(post("/api/claims/b10/run", "application/json", ""), 422, "nothing to run");
  }
}
