package io.sluice.web.play;

import static io.sluice.web.play.PlayStateTest.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import io.sluice.studies.StudyReader;
import io.sluice.studies.Trace;
import io.sluice.web.TestLaboratory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frames of a run and the points of a surface. */
class PlayRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Laboratory laboratory = TestLaboratory.create();

  private record Event(String name, JsonNode data) {}

  private List<Event> play(String... namesAndValues) throws Exception {
    Map<String, List<String>> query = query(namesAndValues);
    PlayRequest request = PlayRequest.of(laboratory, query);
    PlayEvents events = new PlayEvents(request);
    byte[] bytes = events.of(PlayRun.of(laboratory, request, query, events.keepsAll()));
    List<Event> all = new ArrayList<>();
    for (String event : new String(bytes, StandardCharsets.UTF_8).split("\n\n")) {
      String[] lines = event.split("\n");
      assertThat(lines).hasSize(2);
      all.add(
          new Event(
              lines[0].substring("event: ".length()),
              JSON.readTree(lines[1].substring("data: ".length()))));
    }
    assertThat(all.get(0).name()).isEqualTo("begin");
    assertThat(all.get(all.size() - 1).name()).isEqualTo("end");
    return all;
  }

  private static List<JsonNode> frames(List<Event> events) {
    return events.stream().filter(event -> event.name().equals("frame")).map(Event::data).toList();
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }

  private StudyPlan plan(String... namesAndValues) {
    String text = PlayRequest.of(laboratory, query(namesAndValues)).study().text();
    return laboratory.plan(StudyReader.read(text, "playground.yaml", null).spec());
  }

  @ParameterizedTest
  @CsvSource({"0,1", "3,1", "9,2"})
  void theSeedShownHasTheNumbersOfATraceBitForBit(int shown, int seed) throws Exception {
    String[] state = {
      "problem",
      "xor",
      "hidden",
      "2",
      "policy",
      "reflect",
      "bounds",
      "0.7",
      "start",
      "0.7",
      "seed",
      Integer.toString(seed),
      "steps",
      "40",
      "shown",
      Integer.toString(shown)
    };
    List<JsonNode> frames = frames(play(state));
    assertThat(frames).hasSize(41);
    StudyPlan one =
        laboratory.plan(
            StudyReader.read(
                    PlayRequest.of(laboratory, query(state)).study().text(),
                    "playground.yaml",
                    null)
                .spec());
    List<Trace.Point> points = new ArrayList<>();
    laboratory.watched(
        one,
        shown,
        new io.sluice.engine.run.TrialWatch() {
          @Override
          public boolean wants(long step) {
            return true;
          }

          @Override
          public void see(long step, double cost, double loss, double[] weights) {
            points.add(new Trace.Point(step, cost, loss, weights, null));
          }
        });
    for (Trace.Point point : points) {
      JsonNode frame = frames.get((int) point.step());
      assertThat(frame.get("step").asLong()).isEqualTo(point.step());
      assertThat(frame.get("loss").get(shown).asDouble()).isEqualTo(point.loss());
      assertThat(frame.get("cost").asDouble()).isEqualTo(point.cost());
      assertThat(numbers(frame.get("weights"))).containsExactly(boxed(point.at()));
    }
    assertThat(points).hasSize(41);
  }

  @Test
  void theFirstSeedHasTheNumbersOfSluiceTrace() throws Exception {
    Set<Long> steps = LongStream.rangeClosed(1, 25).boxed().collect(Collectors.toSet());
    Trace trace =
        new Trace(
            "sgd",
            Map.of(),
            "xor",
            java.util.Optional.empty(),
            List.of(
                "networks=[{hidden: [2], output: linear}]",
                "activations=[tanh]",
                "initial-weights=[{uniform: 2}]"));
    List<Trace.Point> points =
        Trace.points(laboratory, laboratory.plan(trace.study(laboratory, 25, null).spec()), steps);
    List<JsonNode> frames =
        frames(
            play("problem", "xor", "hidden", "2", "output", "linear", "start", "2", "steps", "25"));
    assertThat(points).hasSize(25);
    for (Trace.Point point : points) {
      JsonNode frame = frames.get((int) point.step());
      assertThat(frame.get("loss").get(0).asDouble()).isEqualTo(point.loss());
      assertThat(numbers(frame.get("weights"))).containsExactly(boxed(point.at()));
    }
  }

  @Test
  void allSeedsEndWithTheLossesOfTheStudyThatIsShown() throws Exception {
    String[] state = {"problem", "sin3x", "hidden", "3", "output", "linear", "steps", "30"};
    List<JsonNode> frames = frames(play(state));
    StudyPlan plan = plan(state);
    for (int seed = 0; seed < PlayState.SEEDS; seed++) {
      TrialResult result = null;
      for (TrialEvent event : laboratory.runTrial(plan, seed)) {
        if (event instanceof TrialEvent.Finished) {
          result = ((TrialEvent.Finished) event).result();
        }
      }
      assertThat(frames.get(0).get("loss").get(seed).asDouble()).isEqualTo(result.initialLoss());
      assertThat(frames.get(30).get("loss").get(seed).asDouble()).isEqualTo(result.finalLoss());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"constant", "cosine", "linear"})
  void aWindowHasTheFramesOfTheWholeRun(String schedule) throws Exception {
    String[] whole = {"problem", "abs", "hidden", "2", "steps", "50", "schedule", schedule};
    List<JsonNode> all = frames(play(whole));
    List<Event> window =
        play(
            "problem",
            "abs",
            "hidden",
            "2",
            "steps",
            "50",
            "schedule",
            schedule,
            "from",
            "20",
            "to",
            "33");
    assertThat(frames(window)).isEqualTo(all.subList(20, 34));
    JsonNode end = window.get(window.size() - 1).data();
    assertThat(end.get("to").asLong()).isEqualTo(33);
    assertThat(end.get("outcomes")).allSatisfy(outcome -> assertThat(outcome.asText()).isEmpty());
  }

  @Test
  void aSeedThatDivergesHasNoNumbersAfterwards() throws Exception {
    List<Event> events =
        play(
            "problem",
            "sin3x",
            "hidden",
            "3",
            "output",
            "linear",
            "activation",
            "x^3",
            "start",
            "3",
            "optimizer",
            "sgd with learning-rate=0.9",
            "steps",
            "40");
    JsonNode outcomes = events.get(events.size() - 1).data().get("outcomes");
    assertThat(outcomes).anySatisfy(outcome -> assertThat(outcome.asText()).isEqualTo("diverged"));
    List<JsonNode> frames = frames(events);
    int seed = 0;
    while (!outcomes.get(seed).asText().equals("diverged")) {
      seed++;
    }
    int at = seed;
    assertThat(frames.stream().filter(frame -> !frame.get("loss").get(at).isNull()).count())
        .isLessThan(41);
  }

  @Test
  void weightsThatArePutBackAreCountedAndUnitsThatAreFlatAreTold() throws Exception {
    List<Event> events =
        play(
            "start",
            "10",
            "bounds",
            "10",
            "policy",
            "reflect",
            "optimizer",
            "sgd with learning-rate=9",
            "steps",
            "60",
            "shown",
            "2");
    List<JsonNode> frames = frames(events);
    long before = 0;
    for (JsonNode frame : frames) {
      long now = 0;
      for (JsonNode count : frame.get("putBack")) {
        now += count.asLong();
      }
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
      assertThat(frame.get("flat")).hasSize(2);
      frame.get("weights").forEach(w -> assertThat(Math.abs(w.asDouble())).isLessThanOrEqualTo(10));
    }
    JsonNode begin = events.get(0).data();
    assertThat(begin.get("units")).extracting(JsonNode::asText).containsExactly("1.1", "2.1");
    assertThat(begin.get("weights").findValuesAsText("name"))
        .containsExactly("w1", "b1", "w2", "b2");
    assertThat(begin.get("across").asText()).isEqualTo("w1");
    assertThat(begin.get("up").asText()).isEqualTo("w2");
  }

  @ParameterizedTest
  @CsvSource({"sin3x,curve,81", "xor,map,625", "iris,rows,150"})
  void theFitIsDrawnAsItsInputsAsk(String problem, String kind, int places) throws Exception {
    List<Event> events = play("problem", problem, "hidden", "2", "output", "linear", "steps", "2");
    assertThat(events.get(0).data().get("grid").get("kind").asText()).isEqualTo(kind);
    assertThat(frames(events).get(1).get("fit")).hasSize(places);
    assertThat(frames(events).get(1).has("low")).isEqualTo(kind.equals("curve"));
  }

  @Test
  void aFunctionHasArgumentsAndNoFit() throws Exception {
    List<Event> events = play("problem", "rosenbrock with dimensions=2", "steps", "3");
    assertThat(events.get(0).data().has("grid")).isFalse();
    assertThat(events.get(0).data().get("weights").findValuesAsText("name"))
        .containsExactly("x1", "x2");
    assertThat(frames(events).get(2).get("weights")).hasSize(2);
  }

  @Test
  void theSurfaceAtAStepPassesThroughTheSeedShown() throws Exception {
    String[] state = {"problem", "xor", "hidden", "2", "steps", "20", "shown", "4"};
    JsonNode frame = frames(play(state)).get(13);
    double w = frame.get("weights").get(1).asDouble();
    double b = frame.get("weights").get(6).asDouble();
    Map<String, List<String>> query =
        query(
            "problem",
            "xor",
            "hidden",
            "2",
            "steps",
            "20",
            "shown",
            "4",
            "at",
            "13",
            "across",
            "w1.1.2",
            "up",
            "w2.1.1",
            "size",
            "3",
            "left",
            Double.toString(w),
            "right",
            "9",
            "bottom",
            Double.toString(b),
            "top",
            "9");
    JsonNode surface =
        JSON.readTree(PlaySurface.of(laboratory, PlayRequest.of(laboratory, query), query));
    assertThat(surface.get("loss").get(0).get(0).asDouble())
        .isEqualTo(frame.get("loss").get(4).asDouble());
    assertThat(surface.get("loss")).hasSize(3);
    assertThat(surface.get("across").get("weight").asText()).isEqualTo("w1.1.2");
  }

  @ParameterizedTest
  @CsvSource({
    "up,w1,over two weights",
    "size,97,from 2 to 96",
    "at,501,from 0 to 500",
    "left,5,not from 5.0 to 1.0",
    "left,x,is a number",
  })
  void surfacesThatCannotBeAreRefused(String name, String value, String part) {
    Map<String, List<String>> query = query(name, value);
    assertThatThrownBy(() -> PlaySurface.of(laboratory, PlayRequest.of(laboratory, query), query))
        .isInstanceOf(PlayRefused.class)
        .hasMessageContaining(part);
  }

  private static Double[] boxed(double[] numbers) {
    return java.util.Arrays.stream(numbers).boxed().toArray(Double[]::new);
  }
}
