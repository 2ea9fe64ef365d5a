package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalCommandTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @Test
  void valuesAndSlopesHaveSeventeenDigits() {
    CommandLineFixture.Done done = sluice.run("eval", "tanh", "--at", "0.1,-0,20");
    assertThat(done.exitCode()).isZero();
    assertThat(done.err()).isEmpty();
    assertThat(done.outLines())
        .containsExactly(
            "x                    value                 slope",
            "0.10000000000000001  0.099667994624955819  0.99006629084743991",
            "-0                   -0                    1",
            "20                   1                     1.6993417021166355e-17");
    for (String line : done.outLines().subList(1, 4)) {
      String[] words = line.split(" +");
      double x = Double.parseDouble(words[0]);
      assertThat(Double.parseDouble(words[1])).isEqualTo(StrictMath.tanh(x));
      assertThat(Double.parseDouble(words[2])).isEqualTo(new TestComponents.Tanh().slope(x));
    }
  }

  @Test
  void anAliasWillDo() {
    assertThat(sluice.run("eval", "hyperbolic-tangent", "--at", "0", "--format", "csv").out())
        .isEqualTo("x,value,slope\n0,0,1\n");
  }

  @Test
  void numbersThatAreNotFiniteAreSpelledOut() {
    assertThat(sluice.run("eval", "ramp", "--at=-inf,NaN,Infinity", "--format", "csv").out())
        .isEqualTo("x,value,slope\n-Infinity,-Infinity,0.01\nNaN,NaN,NaN\nInfinity,Infinity,1\n");
    assertThat(sluice.run("eval", "ramp", "--at", "nan,1", "--format", "json").out())
        .isEqualToIgnoringWhitespace(
            "[{\"x\":\"NaN\",\"value\":\"NaN\",\"slope\":\"NaN\"},"
                + "{\"x\":1.0,\"value\":1.0,\"slope\":1.0}]");
  }

  @Test
  void hyperparametersCanBeSet() {
    assertThat(sluice.run("eval", "ramp", "--at", "-2", "--set", "below=0.5", "--format", "csv"))
        .isEqualTo(new CommandLineFixture.Done(0, "x,value,slope\n-2,-1,0.5\n", ""));
  }

  @Test
  void aFormulaStandsWhereAnIdMayStand() {
    String expected = "x,value,slope\n-2,-0.5,0.25\n3,3,1\n";
    for (String formula :
        new String[] {
          "x if x > 0 else a * x", "{formula: x if x > 0 else a * x, a: 0.125}",
        }) {
      assertThat(sluice.run("eval", formula, "--at", "-2,3", "--set", "a=0.25", "--format", "csv"))
          .isEqualTo(new CommandLineFixture.Done(0, expected, ""));
    }
    assertThat(sluice.run("eval", "{formula: a * x, a: 2}", "--at", "1", "--format", "csv").out())
        .isEqualTo("x,value,slope\n1,2,2\n");
  }

  @Test
  void aMistakeInAFormulaIsPointedAt() {
    assertThat(sluice.run("eval", "x * tahn(x)", "--at", "0"))
        .isEqualTo(
            new CommandLineFixture.Done(
                2,
                "",
                "sluice: unknown function \"tahn\" at character 5 of the formula (did you mean"
                    + " \"tanh\"?)\n  x * tahn(x)\n      ^\n"));
    assertThat(sluice.run("eval", "x*x", "--at", "0", "--set", "a=1").err())
        .isEqualTo("sluice: the formula does not use \"a\"\n");
    assertThat(sluice.run("eval", "{a: 1.5}", "--at", "0").err())
        .isEqualTo(
            "{a: 1.5}: a component needs the key \"id\": it is written as {id: snake, a: 2}\n");
  }

  @Test
  void aColumnIsReadFromStandardInput() {
    sluice.input = "1\n\n  -2.5 \n";
    assertThat(sluice.run("eval", "identity", "--at", "-", "--format", "csv").out())
        .isEqualTo("x,value,slope\n1,1,1\n-2.5,-2.5,1\n");
  }

  @Test
  void aBadNumberIsNamedWithItsLine() {
    sluice.input = "1\n\n2,5\n";
    assertThat(sluice.run("eval", "identity", "--at", "-"))
        .isEqualTo(
            new CommandLineFixture.Done(
                2, "", "sluice: line 3 of standard input: \"2,5\" is not a number\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tahn  | 0 | ramp=1  | no activation \"tahn\" (did you mean \"tanh\"?)",
        "ramp  | x | below=1 | --at: \"x\" is not a number",
        "ramp  | 0 | below=2 | below must lie in [0, 1], but is 2.0",
        "ramp  | 0 | below=y | below must be a number, not \"y\"",
        "ramp  | 0 | belov=1 | ramp has no hyper-parameter \"belov\" (did you mean \"below\"?);"
            + " it has below",
        "tanh  | 0 | a=1     | tanh has no hyper-parameter \"a\"; it has none",
      })
  void wrongUsageIsOneClearLine(String id, String at, String set, String line) {
    assertThat(sluice.run("eval", id, "--at", at, "--set", set))
        .isEqualTo(new CommandLineFixture.Done(2, "", "sluice: " + line + "\n"));
  }
}
