package io.sluice.web.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.Task;
import io.sluice.studies.StudyReader;
import io.sluice.web.TestLaboratory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an address to the study that is played. */
class PlayStateTest {

  private final Laboratory laboratory = TestLaboratory.create();

  /** The parameters of an address, with {@code sgd} for the optimizer if it says none. */
  static Map<String, List<String>> query(String... namesAndValues) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    query.put("optimizer", new ArrayList<>(List.of("sgd")));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equals("optimizer")) {
        query.remove("optimizer");
      }
      query
          .computeIfAbsent(namesAndValues[i], name -> new ArrayList<>())
          .add(namesAndValues[i + 1]);
    }
    return query;
  }

  private PlayStudy study(String... namesAndValues) {
    return PlayRequest.of(laboratory, query(namesAndValues)).study();
  }

  private PlayRefused refused(String... namesAndValues) {
    PlayRefused refused = catchThrowableOfType(PlayRefused.class, () -> study(namesAndValues));
    assertThat(refused).as(String.join(" ", namesAndValues)).isNotNull();
    return refused;
  }

  @Test
  void anAddressThatSaysNothingIsTheNetworkOfTheArticle() {
    assertThat(study().text())
        .isEqualTo(
            """
            study: playground
            seed: 1
            repeats: 10
            budget: {steps: 500}
            stop: budget
            problems: [single-example]
            loss: mse
            networks: [{hidden: [1], output: activated}]
            activations: [tanh]
            optimizers: [sgd]
            weight-policies: [none]
            bounds: [initial]
            initial-weights: [{uniform: 1}]
            batches: [full]
            schedules: [constant]
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "activation | leaky-relu with negative-slope=0.2 |"
            + " activations: [{id: leaky-relu, negative-slope: 0.2}]",
        "activation | x * tanh(x) | activations: [{formula: \"x * tanh(x)\"}]",
        "activation | max(x, a*x) with a=0.1 | activations: [{formula: \"max(x, a*x)\", a: 0.1}]",
        "activation | {formula: \"a*x\", a: 2} | activations: [{formula: \"a*x\", a: 2}]",
        "optimizer | sgd with learning-rate=0.3 | optimizers: [{id: sgd, learning-rate: 0.3}]",
        "optimizer | w = w - 0.1 * g | optimizers: [{rule: \"w = w - 0.1 * g\"}]",
        "optimizer | m = b*m + g; w = w - m with b=0.5 |"
            + " optimizers: [{rule: \"m = b*m + g; w = w - m\", b: 0.5}]",
        "hidden | 3, 2 | networks: [{hidden: [3, 2], output: activated}]",
        "hidden | 0 | networks: [{hidden: [], output: activated}]",
        "output | linear | networks: [{hidden: [1], output: linear}]",
        "policy | reflect | weight-policies: [reflect]",
        "bounds | 5 | bounds: [5]",
        "start | 2.5 | initial-weights: [{uniform: 2.5}]",
        "start | 0 | initial-weights: [{explicit: [0, 0, 0, 0]}]",
        "batch | 1 | batches: [{size: 1}]",
        "schedule | cosine | schedules: [cosine]",
        "loss | huber with delta=0.5 | loss: {id: huber, delta: 0.5}",
        "seed | 7 | seed: 7",
        "steps | 12 | budget: {steps: 12}",
      })
  void eachParameterIsALineOfTheStudy(String name, String value, String line) {
    assertThat(study(name, value).text().lines()).contains(line);
  }

  @Test
  void theTextIsAStudyThatReadsAsWhatIsPlayed() {
    PlayStudy study = study("problem", "xor", "hidden", "2", "activation", "x/(1+abs(x))");
    String identity =
        laboratory.plan(StudyReader.read(study.text(), "playground.yaml", null).spec()).identity();
    assertThat(identity).isEqualTo(study.plan().identity());
    assertThat(study.plan().trials()).isEqualTo(PlayState.SEEDS);
  }

  @Test
  void severalActivationsAreThoseOfTheLayers() {
    assertThat(
            study(
                    "hidden",
                    "2,2",
                    "activation",
                    "tanh",
                    "activation",
                    "sin(x)",
                    "activation",
                    "tanh")
                .text())
        .contains("activations: [{layers: [tanh, {formula: \"sin(x)\"}, tanh]}]");
  }

  @Test
  void aFunctionHasNoNetwork() {
    PlayStudy study = study("problem", "rosenbrock with dimensions=2");
    assertThat(study.text()).doesNotContain("networks").doesNotContain("initial-weights");
    assertThat(study.task()).isInstanceOf(Task.Minimum.class);
    assertThat(study.trace())
        .isEqualTo(
            "sluice trace sgd --seed 1 --on '{id: rosenbrock, dimensions: 2}'"
                + " --set 'weight-policies=[none]' --set 'schedules=[constant]' --steps 500");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,1\n1,3\n2,5",
        "x;y\n0;1\n1;3\n2;5\n",
        "x\ty\n0\t1\n1\t3\n\n2\t5",
        "0  1\r\n1 3\r\n 2 5",
      })
  void pastedDataAreRowsWhoseLastColumnIsLearned(String csv) {
    assertThat(study("data", csv).text())
        .contains("problems: [{name: pasted, x: [[0], [1], [2]], y: [[1], [3], [5]]}]");
  }

  @Test
  void wordsInTheLastColumnAreClasses() {
    assertThat(study("data", "a,b,kind\n0,1,on\n1,1,off").text())
        .contains("x: [[0, 1], [1, 1]], y: [[1], [0]]");
    assertThat(study("data", "0,red\n1,green\n2,blue").text())
        .contains("y: [[0, 0, 1], [0, 1, 0], [1, 0, 0]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "polcy | clip | polcy | there is no parameter \"polcy\" (did you mean \"policy\"?)",
        "policy | clop | policy | (did you mean \"clip\"?)",
        "activation | tahn | activation | (did you mean \"tanh\"?)",
        "activation | tahn(x) | activation | (did you mean \"tanh\"?)",
        "optimizer | sgd with learning-rat=1 | optimizer | (did you mean \"learning-rate\"?)",
        "optimizer | sgd with learning-rate | optimizer | is no setting such as",
        "optimizer | w = w - 0.1 * gg | optimizer | gg",
        "problem | xorr | problem | (did you mean \"xor\"?)",
        "hidden | 3;2 | hidden | hidden layers are numbers of units such as 16,16",
        "hidden | 99999 | hidden | 4096",
        "output | linnear | output | linear",
        "start | -1 | start | above 0",
        "steps | -1 | steps | whole number",
        "seed | one | seed | whole number",
        "batch | -1 | batch | whole number",
        "activation | {id: tanh | activation | there is a \"}\" missing at the end",
        "activation | {id: tanh}] | activation | closes nothing",
        "data | 1,2,a;b | data | classes",
        "shown | 10 | shown | whole number from 0 to 9",
        "across | w9 | across | there is no weight \"w9\"",
      })
  void whatIsWrongIsSaidOfItsParameter(String name, String value, String of, String part) {
    if (name.equals("data")) {
      PlayRefused refused = refused("data", "1,2\n3");
      assertThat(refused.complaints().get(0))
          .isEqualTo(new PlayRefused.Complaint("data", "row 2 has 1 cells, not 2"));
      return;
    }
    PlayRefused refused = refused(name, value);
    assertThat(refused.complaints())
        .anySatisfy(
            complaint -> {
              assertThat(complaint.parameter()).isEqualTo(of);
              assertThat(complaint.message()).contains(part);
            });
  }

  @Test
  void oneSettingIsPlayedAtATime() {
    assertThat(refused("optimizer", "{id: sgd, learning-rate: [0.1, 0.2]}"))
        .hasMessageContaining("2 cells");
    assertThat(refused("policy", "{a: [none, clip]}").complaints()).isNotEmpty();
    assertThat(refused("seed", "1", "seed", "2")).hasMessage("\"seed\" is said twice");
    assertThat(refused("data", "0,1", "problem", "xor")).hasMessageContaining("not both");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tanh]\nbudget: {steps: 999999999}",
        "tanh\", evil: \"x",
        "{id: tanh}, {id: tanh}",
        "*alias",
        "!!java.lang.String tanh",
        "{csv: /etc/passwd}",
        "${jndi:ldap}",
      })
  void noValueBecomesMoreThanTheValueOfItsKey(String hostile) {
    for (String name : List.of("activation", "optimizer", "problem", "policy", "loss", "start")) {
      PlayRefused refused = refused(name, hostile);
      assertThat(refused.getMessage()).doesNotContain("999999999 steps");
    }
    assertThat(refused("problem", "{name: f, csv: /etc/passwd, inputs: a, outputs: b}"))
        .hasMessageNotContaining("root:");
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThat(refused("hidden", "100,100").complaints().get(0).message()).contains("5,000");
    assertThat(refused("activation", "x" + " + x".repeat(3000))).isNotNull();
    PlayRequest large =
        PlayRequest.of(laboratory, query("problem", "digits", "hidden", "30", "steps", "1000000"));
    assertThat(
            catchThrowableOfType(
                PlayRefused.class,
                () ->
                    PlayRun.of(
                        laboratory,
                        large,
                        Map.of("from", List.of("900000"), "to", List.of("900010")),
                        false)))
        .hasMessageContaining("billion multiplications");
  }
}
