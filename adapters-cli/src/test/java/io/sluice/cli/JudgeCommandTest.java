package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeCommandTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;

  @BeforeEach
  void runStudy() {
    String study = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
    String[] run = {"run", study, "--store", "memory:a", "--set", "repeats=12"};
    assertThat(sluice.run(run).exitCode()).isZero();
  }

  private CommandLineFixture.Done judge(String first, String second, String... options) {
    String[] arguments = new String[options.length + 6];
    String[] fixed = {"judge", "small", first, second, "--store", "memory:a"};
    System.arraycopy(fixed, 0, arguments, 0, 6);
    System.arraycopy(options, 0, arguments, 6, options.length);
    return sluice.run(arguments);
  }

  @Test
  void theVerdictIsToldWithItsEvidence() {
    CommandLineFixture.Done done = judge("optimizer=sgd(learning-rate=0.2)", "optimizer=sgd");
    assertThat(done.err()).isEmpty();
    assertThat(done.exitCode()).isZero();
    assertThat(done.outLines().get(0)).isEqualTo("sgd(learning-rate=0.2) or sgd?");
    assertThat(done.outLines().get(1))
        .matches(
            "sgd\\(learning-rate=0\\.2\\) is better than sgd, at loss"
                + " 0\\.0?0?1: of 24 pairs of trials in 12 repeats sgd\\(learning-rate=0\\.2\\)"
                + " does better in [0-9.>]+ % \\[.*\\], p [=<] .*\\.");
    assertThat(done.outLines().get(2)).startsWith("This holds for a pair that was named before");
    assertThat(done.out()).contains("\nThe two groups\n", "\nTests that they are equal\n");
  }

  @Test
  void theSecondIsBetterWhereTheFirstOfTheOtherOrderWas() throws IOException {
    String quick = "optimizer=sgd(learning-rate=0.2)";
    String slow = "optimizer=sgd";
    assertThat(judge(slow, quick).outLines().get(1))
        .startsWith("sgd(learning-rate=0.2) is better than sgd, at");
    JsonNode one = json(quick, slow).get("comparison").get(0);
    JsonNode other = json(slow, quick).get("comparison").get(0);
    assertThat(one.get("verdict").asText()).isEqualTo("first is better");
    assertThat(other.get("verdict").asText()).isEqualTo("second is better");
    assertThat(other.get("p")).isEqualTo(one.get("p"));
    assertThat(other.get("better").asDouble() + one.get("better").asDouble()).isEqualTo(1);
  }

  private JsonNode json(String first, String second, String... options) throws IOException {
    String[] all = new String[options.length + 2];
    all[0] = "--format";
    all[1] = "json";
    System.arraycopy(options, 0, all, 2, options.length);
    return new ObjectMapper().readTree(judge(first, second, all).out());
  }

  @Test
  void jsonHasTheGroupsTheNumbersAndTheTests() throws IOException {
    String first = "activation=tanh,optimizer=sgd(learning-rate=0.2)";
    String second = "activation=identity,optimizer=sgd(learning-rate=0.2)";
    JsonNode json = json(first, second, "--target", "1e-1");
    assertThat(json.get("first_group").toString())
        .isEqualTo("{\"activation\":\"tanh\",\"optimizer\":\"sgd(learning-rate=0.2)\"}");
    assertThat(json.get("target").asDouble()).isEqualTo(0.1);
    assertThat(json.get("comparison").get(0).fieldNames())
        .toIterable()
        .contains("success_difference_lower", "better", "p", "odds_equal", "verdict", "pairing");
    assertThat(json.get("comparison").get(0).get("repeats").asInt()).isEqualTo(12);
    assertThat(json.get("tests").size()).isPositive();
    assertThat(json.get("answer").get(0).asText()).contains("tanh").contains("identity");
  }

  @Test
  void csvIsTheComparisonAlone() throws IOException {
    CommandLineFixture.Done done =
        judge("activation=tanh", "activation=identity", "--format", "csv");
    assertThat(done.outLines()).hasSize(2);
    assertThat(done.outLines().get(0)).startsWith("first,second,success_difference,");
    assertThat(done.outLines().get(1)).startsWith("tanh,identity,");
    Path file = folder.resolve("judged.html");
    assertThat(judge("activation=tanh", "activation=identity", "-o", file.toString()).out())
        .isEmpty();
    assertThat(Files.readString(file)).startsWith("<!doctype html>").contains("tanh or identity?");
  }

  @Test
  void withASingleRepeatNothingCanBeTold() {
    String study = folder.resolve("small.yaml").toString();
    sluice.run("run", study, "--store", "memory:one", "--set", "repeats=1");
    String[] judge = {
      "judge", "small", "activation=tanh", "activation=identity", "--store", "memory:one"
    };
    CommandLineFixture.Done done = sluice.run(judge);
    assertThat(done.exitCode()).isZero();
    assertThat(done.outLines().get(1))
        .startsWith("Which of tanh and identity is better cannot be told");
    assertThat(done.outLines().get(2))
        .isEqualTo("With fewer than two repeats nothing can be told.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "activation=tanh | activation=identiti | activation has no \"identiti\" (did you mean"
            + " \"identity\"?); it has tanh, identity",
        "activaton=tanh  | activation=identity | there is no factor \"activaton\" (did you mean"
            + " \"activation\"?); there are problem, network",
        "tanh            | activation=identity | \"tanh\" names no level; write factor=level, such"
            + " as activation=tanh",
        "=tanh           | activation=identity | \"=tanh\" names no level",
        "activation=tanh | activation=tanh     | two groups are told apart by labels of the same"
            + " factors, not by {activation=tanh} and {activation=tanh}",
        "activation=tanh | problem=single-example | two groups are told apart by labels of the same"
      })
  void whatNamesNoGroupIsWrongUsage(String first, String second, String message) {
    CommandLineFixture.Done done = judge(first, second);
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.out()).isEmpty();
    assertThat(done.errLines()).hasSize(1);
    assertThat(done.err()).startsWith("sluice: " + message);
    assertThat(sluice.stores.open).isZero();
  }

  @Test
  void aComponentWithoutItsValuesIsEnoughWhereOneLevelHasIt() {
    String study = folder.resolve("small.yaml").toString();
    String rates = "optimizers=[{id: sgd, learning-rate: [0.2, 0.3]}]";
    sluice.run("run", study, "--store", "memory:r", "--set", rates);
    String sure = "optimizer=sgd(learning-rate=0.2)";
    assertThat(sluice.run("judge", "small", sure, "optimizer=sgd", "--store", "memory:r"))
        .isEqualTo(
            new CommandLineFixture.Done(
                2,
                "",
                "sluice: optimizer has 2 levels \"sgd\"; it has sgd(learning-rate=0.2),"
                    + " sgd(learning-rate=0.3)\n"));
    assertThat(
            judge("activation=tanh,optimizer=sgd", "activation=identity,optimizer=sgd").exitCode())
        .isZero();
  }

  @Test
  void aTargetIsOneOfTheStudys() {
    for (String wrong : List.of("0.01", "-1", "NaN")) {
      assertThat(judge("activation=tanh", "activation=identity", "--target", wrong))
          .extracting(CommandLineFixture.Done::exitCode, CommandLineFixture.Done::out)
          .containsExactly(2, "");
    }
    assertThat(judge("activation=tanh", "activation=identity", "--target", "0.01").err())
        .isEqualTo("sluice: target 0.01 is none of the study's targets 0.1, 0.001\n");
    assertThat(judge("activation=tanh", "activation=identity", "--target", "1e-3").out())
        .contains("at loss 0.001");
  }

  @Test
  void anUnknownStudyIsAnsweredWithTheNearestName() {
    assertThat(
            sluice
                .run("judge", "smal", "activation=a", "activation=b", "--store", "memory:a")
                .err())
        .isEqualTo(
            "sluice: no study \"smal\" in memory:a (did you mean \"small\"?); it has small\n");
  }
}
