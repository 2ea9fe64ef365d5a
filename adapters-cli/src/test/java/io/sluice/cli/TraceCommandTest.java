package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
