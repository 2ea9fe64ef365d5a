package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everywhere where a word means a component it may have values, as in a study. */
class ComponentWordsTest {

  private static final String RATE = "1.0e+100";

  private final CommandLineFixture sluice = new CommandLineFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: sgd, learning-rate: 1.0e+100}",
        "{\"id\": \"sgd\", \"learning-rate\": 1.0e+100}",
        "id: sgd\nlearning-rate: 1.0e+100"
      })
  void anOptimizerHasItsValuesWhereverItIsNamed(String word) {
    assertThat(sluice.run("show", word).out()).contains("optimizer", "= 1e100");
    assertThat(sluice.run("show", word, "--passport").exitCode()).isZero();
    String[] trace = {"trace", "", "--on", "sphere", "--from", "1,2", "--steps", "1", "--set", ""};
    String[] plain = trace.clone();
    plain[1] = "sgd";
    plain[9] = "learning-rate=" + RATE;
    String[] keyed = Arrays.copyOf(trace, 8);
    keyed[1] = word;
    assertThat(sluice.run(keyed).out()).isEqualTo(sluice.run(plain).out()).contains("e+100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: ramp, below: 0.5}",
        "{\"id\": \"ramp\", \"below\": 0.5}",
        "id: ramp\nbelow: 0.5"
      })
  void anActivationHasItsValuesWhereverItIsNamed(String word) {
    assertThat(sluice.run("show", word).out()).contains("activation", "below = 0.5");
    assertThat(sluice.run("show", word, "--passport").exitCode()).isZero();
    assertThat(sluice.run("eval", word, "--at=-1").out())
        .isEqualTo(sluice.run("eval", "ramp", "--set", "below=0.5", "--at=-1").out());
    assertThat(sluice.run("eval", word, "--set", "below=0.25", "--at=-1").out())
        .isEqualTo(sluice.run("eval", "ramp", "--set", "below=0.25", "--at=-1").out());
  }

  @Test
  void rulesWithValuesAreShown() {
    String word = "{rule: w = w - rate * g, rate: 0.25}";
    assertThat(sluice.run("show", word).out()).contains("w = w - rate * g", "rate = 0.25");
    assertThat(sluice.run("show", word, "--format", "yaml").out()).contains("preset: 0.25");
    assertThat(sluice.run("show", word, "--passport").exitCode()).isZero();
  }

  @Test
  void oneAroundAnotherIsShown() {
    String word = "{id: shorter, share: 0.5, around: {id: sgd, learning-rate: 0.25}}";
    assertThat(sluice.run("show", word).out()).contains("shorter-around-sgd", "= 0.5 ", "= 0.25 ");
    assertThat(sluice.run("show", word, "--set", "learning-rate=0.5").out())
        .contains("= 0.5 ")
        .doesNotContain("= 0.25 ");
  }

  @Test
  void rulesOfSeveralLinesAreTraced() {
    String[] words = {"trace", "m = g\nw = w - m", "--on", "sphere", "--from", "1", "--steps", "1"};
    CommandLineFixture.Done lines = sluice.run(words);
    words[1] = "m = g; w = w - m";
    assertThat(lines.out()).isEqualTo(sluice.run(words).out()).contains("step");
  }

  @Test
  void theActivationOfATraceMayBeAFormula() {
    String[] words = {
      "trace",
      "sgd",
      "--on",
      "xor",
      "--network",
      "{hidden: [2]}",
      "--activation",
      "",
      "--steps",
      "3"
    };
    words[7] = "max(x, 0)";
    CommandLineFixture.Done formula = sluice.run(words);
    words[7] = "{formula: \"max(x, 0)\"}";
    assertThat(formula.out()).isEqualTo(sluice.run(words).out()).contains("x9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show|{id: sgdd, learning-rate: 1}|no activation or optimizer \"sgdd\" (did you mean \"sgd\"?)",
        "show|{id: sgd, learning-rte: 1}|no hyper-parameter \"learning-rte\"",
        "show|{id: sgd, learning-rate: -1}|learning-rate must lie in",
        "show|{id: ramp, below: [0, 1]}|below has 2 values; only a study takes them",
        "show|{id: shorter, around: {id: sgd, rate: 1}}|no hyper-parameter",
        "show|{id: sgd, around: sgd}|goes around nothing",
        "show|{learning-rate: 1}|needs the key \"id\"",
        "show|''|a component needs an id",
        "eval|w = w - g|is an optimizer; this is for activations",
        "eval|{id: sgd, learning-rate: 1}|no activation \"sgd\"",
        "trace|{id: sgd, learning-rate: fast}|learning-rate",
        "trace|{id: sgdd}|unknown optimizer \"sgdd\""
      })
  void whatIsWrongIsOneLine(String command, String word, String message) {
    CommandLineFixture.Done done =
        command.equals("show")
            ? sluice.run(command, word)
            : command.equals("eval")
                ? sluice.run(command, word, "--at", "1")
                : sluice.run(command, word, "--on", "sphere");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.out()).isEmpty();
    assertThat(done.err().lines()).hasSize(1).first().asString().contains(message);
  }
}
