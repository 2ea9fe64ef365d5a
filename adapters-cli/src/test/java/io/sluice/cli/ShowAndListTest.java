package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.studies.ShippedStudies;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ShowAndListTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @Test
  void activationsAreListed() {
    assertThat(sluice.run("list", "activations").outLines())
        .contains(
            "id        kind    aliases             formula        range    hyperparameters  origin",
            "ramp      scalar                                     (-∞, ∞)  below=0.01       small 1.2",
            "reversed  vector                                     (-∞, ∞)                   small 1.2",
            "tanh      scalar  hyperbolic-tangent  f(x) = tanh x  (-1, 1)                   small 1.2");
  }

  @Test
  void anActivationOverAllUnitsIsShownWithItsUnitsAndNoPlot() {
    CommandLineFixture.Done done = sluice.run("show", "reversed");
    assertThat(done.outLines())
        .contains(
            "reversed  activation",
            "  range     (-∞, ∞)",
            "  units     works on all of a layer: 12 come in for 12 that go on");
    assertThat(done.out()).doesNotContain("f(x)");
    assertThat(sluice.run("eval", "reversed", "--at", "1").err())
        .isEqualTo(
            "sluice: reversed works on all units of a layer at once; eval is for functions of one"
                + " number\n");
  }

  @Test
  void jsonKeepsNumbersApart() throws IOException {
    JsonNode list =
        new ObjectMapper().readTree(sluice.run("list", "optimizers", "--format", "json").out());
    assertThat(list).hasSize(1);
    assertThat(list.get(0).get("id").asText()).isEqualTo("sgd");
    assertThat(list.get(0).get("hyperparameters").get("learning-rate").asDouble()).isEqualTo(0.1);
  }

  @Test
  void problemsStoresAndStudiesAreListed() {
    assertThat(sluice.run("list", "problems", "--format", "csv").outLines())
        .hasSizeGreaterThan(10)
        .anyMatch(line -> line.startsWith("xor,"));
    assertThat(sluice.run("list", "stores", "--format", "csv").out())
        .isEqualTo("id,summary,examples,origin\nmemory,,memory:somewhere,small 1.2\n");
    int loads = sluice.loads.size();
    assertThat(sluice.run("list", "studies").outLines())
        .hasSize(1 + ShippedStudies.list().size())
        .anyMatch(line -> line.startsWith("article "));
    assertThat(sluice.loads).hasSize(loads);
  }

  @Test
  void anActivationIsShownWithItsPlots() {
    CommandLineFixture.Done done = sluice.run("show", "hyperbolic-tangent");
    assertThat(done.exitCode()).isZero();
    assertThat(done.outLines())
        .contains(
            "tanh  activation",
            "  formula   f(x) = tanh x",
            "  source    common knowledge",
            "  aliases   hyperbolic-tangent",
            "  range     (-1, 1)",
            "  origin    small 1.2 in small-1.2.jar",
            "  sha256    " + "ab".repeat(32),
            "  f(x)",
            "  f'(x)");
    assertThat(done.out()).containsPattern("[\u2801-\u28ff]{10}");
  }

  @Test
  void aTerminalWithoutUnicodeGetsStars() {
    sluice.unicode = false;
    assertThat(sluice.run("show", "ramp", "--from", "-1", "--to", "1").out())
        .contains("  kinks     0\n", "presets   below = 0.01  in [0, 1]  the slope below zero\n")
        .contains("***")
        .doesNotContainPattern("[\u2801-\u28ff]");
    assertThat(sluice.run("show", "ramp", "--from", "1", "--to", "1").err())
        .isEqualTo("sluice: a plot goes from a number to a larger one, not from 1.0 to 1.0\n");
  }

  @Test
  void optimizersProblemsAndStoresAreShown() {
    assertThat(sluice.run("show", "sgd").outLines())
        .contains(
            "sgd  optimizer",
            "  sees      slopes",
            "  presets   learning-rate = 0.1  in (0, ∞)  how far a step goes");
    assertThat(sluice.run("show", "xor").outLines())
        .contains(
            "xor  problem",
            "  size      4 examples, 2 inputs, 1 output",
            "  origin    Sluice itself");
    assertThat(sluice.run("show", "iris").outLines())
        .contains(
            "  size      150 examples, 4 inputs, 3 outputs",
            "  presets   one-hot = true  true or false  an"
                + " output for each class, 1 or 0, or else one with its number");
    assertThat(sluice.run("show", "sphere").outLines()).contains("  size      10 arguments");
    assertThat(sluice.run("show", "memory").outLines())
        .contains("memory  store", "  examples  memory:somewhere");
  }

  @Test
  void aStudyIsShownAsItsText() {
    assertThat(sluice.run("show", "article").out()).isEqualTo(ShippedStudies.text("article"));
  }

  @Test
  void anUnknownIdIsAnsweredWithTheNearestOne() {
    assertThat(sluice.run("show", "artcle"))
        .isEqualTo(
            new CommandLineFixture.Done(
                2,
                "",
                "sluice: no activation, optimizer, problem, store or study \"artcle\" (did you mean"
                    + " \"article\"?)\n"));
  }
}
