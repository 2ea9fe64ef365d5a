package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OptimizerPassportTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @Test
  void rowsSayHowEachPropertyIsKnown() {
    CommandLineFixture.Done done = sluice.run("show", "sgd", "--passport", "--format", "csv");
    assertThat(done.exitCode()).isZero();
    assertThat(done.err()).isEmpty();
    assertThat(done.outLines())
        .contains(
            "property,value,evidence",
            "kind: invariances declared,shift,declared",
            "memory: numbers per parameter,0,computed",
            "cost: of a step,\"3, a gradient\",declared",
            "invariance: permutation,holds,measured",
            "slopes: zero from the start,rests,measured",
            "bounds: clip,rests at it,measured")
        .anyMatch(line -> line.startsWith("convergence: factor a step with learning-rate=1.98,"));
  }

  @Test
  void valuesAndRulesAreExamined() throws IOException {
    JsonNode set =
        new ObjectMapper()
            .readTree(
                sluice
                    .run("show", "sgd", "--passport", "--set", "learning-rate=0.5", "--json")
                    .out());
    assertThat(set.get("hyperparameters").get("learning-rate").asDouble()).isEqualTo(0.5);
    assertThat(set.get("valid").asBoolean()).isTrue();
    assertThat(set.get("entries").findValuesAsText("topic"))
        .contains("invariance", "slopes", "bounds", "convergence");
    CommandLineFixture.Done rule =
        sluice.run("show", "m = 0.9*m + g; w = w - r*m", "--set", "r=0.1", "--passport");
    assertThat(rule.exitCode()).isZero();
    assertThat(rule.outLines())
        .anyMatch(line -> line.matches("memory: numbers per parameter +1 +computed"));
  }

  @Test
  void whatIsDeclaredAndNotSoFailsAfterPrinting() {
    CommandLineFixture.Done done =
        sluice.run("show", "sgd", "--passport", "--set", "learning-rate=0.25");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.outLines()).contains("sgd learning-rate=0.25  passport");
    assertThat(done.err())
        .startsWith("sluice: sgd: invariance: loss-scale is declared: a factor of the loss should");
  }

  @Test
  void aStepIsTimedOnRequest() throws IOException {
    JsonNode sgd =
        new ObjectMapper()
            .readTree(sluice.run("show", "sgd", "--passport", "--cost", "--json").out());
    assertThat(sgd.get("entries").findValuesAsText("property"))
        .contains("time of a step relative to sgd");
  }

  @Test
  void valuesOfAnOptimizerCanBeSetWithoutAPassport() {
    assertThat(sluice.run("show", "sgd", "--set", "learning-rate=0.5").out())
        .contains("learning-rate = 0.5");
    assertThat(sluice.run("show", "sgd", "--set", "rate=0.5").err())
        .contains("sgd has no hyper-parameter \"rate\"");
    assertThat(sluice.run("show", "sgt", "--passport").exitCode()).isEqualTo(2);
  }
}
