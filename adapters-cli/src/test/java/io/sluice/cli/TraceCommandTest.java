package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceCommandTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @Test
  void pointsAreThoseOfTheRule() {
    // x := x - 0.125 * 2 x = 0.75 x
    CommandLineFixture.Done done =
        sluice.run(
            "trace",
            "sgd",
            "--set",
            "learning-rate=0.125",
            "--on",
            "sphere",
            "--from=-1,4",
            "--steps",
            "1,2,3",
            "--format",
            "csv");
    assertThat(done.err()).isEmpty();
    assertThat(done.out())
        .isEqualTo(
            "step,cost,loss,x1,x2\n"
                + "1,4,9.5625,-0.75,3\n"
                + "2,7,5.37890625,-0.5625,2.25\n"
                + "3,10,3.025634765625,-0.421875,1.6875\n");
    assertThat(done.exitCode()).isZero();
  }

  private String onXor(String... settings) {
    List<String> words =
        new ArrayList<>(
            List.of("trace", "sgd", "--on", "xor", "--network", "{hidden: [2]}", "--format=csv"));
    words.addAll(List.of("--activation", "tanh", "--steps", "1,2"));
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    CommandLineFixture.Done done = sluice.run(words.toArray(String[]::new));
    return done.out() + done.err();
  }

  @Test
  void otherKeysOfTheStudyAreSetToo() {
    assertThat(onXor("loss=huber", "loss.delta=0.125"))
        .startsWith("step,cost,loss")
        .isEqualTo(onXor("loss={id: huber, delta: 0.125}"))
        .isNotEqualTo(onXor("loss=huber"));
    assertThat(onXor("loss=huber", "loss.dleta=0.125"))
        .isEqualTo(
            "--set loss.dleta=0.125: huber has no hyper-parameter \"dleta\" (did you mean"
                + " \"delta\"?); it has delta\n");
    assertThat(onXor("lerning-rate=0.125")).contains("(did you mean \"learning-rate\"?)");
  }

  @Test
  void whatIsInsideAWrapperIsSetByItsPath() {
    String[] words = {"trace", "shorter", "--on", "sphere", "--from", "1", "--steps", "2"};
    List<String> set = new ArrayList<>(List.of(words));
    set.addAll(List.of("--set", "around=sgd", "--set", "around.learning-rate=0.125"));
    words[1] = "{id: shorter, around: {id: sgd, learning-rate: 0.125}}";
    CommandLineFixture.Done done = sluice.run(set.toArray(String[]::new));
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done).isEqualTo(sluice.run(words));
  }

  @Test
  void rulesStandWhereAnIdMayStand() {
    assertThat(
            sluice
                .run(
                    "trace",
                    "w = w - rate * g",
                    "--set",
                    "rate=0.125",
                    "--on",
                    "sphere",
                    "--from",
                    "1",
                    "--steps",
                    "2",
                    "--format",
                    "csv")
                .out())
        .isEqualTo("step,cost,loss,x1\n2,7,0.31640625,0.5625\n");
  }

  @Test
  void networksHaveAsManyNumbersAsWeights() {
    CommandLineFixture.Done done =
        sluice.run(
            "trace",
            "sgd",
            "--on",
            "xor",
            "--network",
            "{hidden: [2]}",
            "--activation",
            "tanh",
            "--steps",
            "1,5");
    assertThat(done.outLines().get(0)).endsWith(" x9");
    assertThat(done.outLines()).hasSize(3);
    assertThat(
            sluice.run(
                "trace",
                "sgd",
                "--on",
                "xor",
                "--network",
                "{hidden: [2]}",
                "--activation",
                "tanh",
                "--steps",
                "1,5",
                "--seed",
                "1"))
        .isEqualTo(done);
  }

  @Test
  void whatDivergesIsShownUntilThen() {
    CommandLineFixture.Done done =
        sluice.run(
            "trace", "sgd", "--set", "learning-rate=1e150", "--on", "rosenbrock", "--from=-1,1");
    assertThat(done.exitCode()).isZero();
    assertThat(done.outLines().size()).isLessThan(5);
    assertThat(done.err()).contains("steps the trial has diverged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sgd|--on=spere|--set problems=spere: unknown problem \"spere\" (did you mean"
            + " \"sphere\"?)",
        "sgt|--on=sphere|--set optimizers=sgt: unknown optimizer \"sgt\" (did you mean"
            + " \"sgd\"?)",
        "sgd|--on=sphere --steps=0|sluice: --steps: \"0\" is not a whole number from 1 on",
        "sgd|--on=sphere --steps=1,x|sluice: --steps: \"x\" is not a whole number from 1 on",
        "sgd|--on=sphere --set learning-rate=[1,2]|sluice: a trace is of one trial, but these"
            + " values make 2",
        "sgd|--on={id:sphere,dimensions:3} --from=1,2|a function of 3 arguments cannot start at 2",
        "w = w - r * sgn(g)|--on=sphere --set r=1|unknown function \"sgn\" at character 13",
      })
  void whatIsWrongIsNamed(String optimizer, String options, String complaint) {
    String[] words =
        ("trace\u0000" + optimizer + "\u0000" + options.replace(' ', '\u0000').replace(":", ": "))
            .split("\u0000");
    CommandLineFixture.Done done = sluice.run(words);
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err()).contains(complaint);
    assertThat(done.out()).isEmpty();
  }
}
