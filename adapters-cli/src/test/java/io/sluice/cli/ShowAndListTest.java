package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.studies.ShippedStudies;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShowAndListTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @Test
  void activationsAreListed() {
    assertThat(sluice.run("list", "activations").outLines())
        .contains(
            "id        kind    aliases             formula        range    hyperparameters  origin",
            "ramp      scalar                                     (-∞, ∞)  below=0.01       small 1.2",
            "reversed  layer                                      (-∞, ∞)                   small 1.2",
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
            "sluice: reversed works on all units of a layer at once; this is for functions of one"
                + " number\n");
  }

  @Test
  void formulasAreShown() {
    assertThat(sluice.run("show", "{formula: 'max(a * x, x)', a: 0.5, name: bent}").outLines())
        .contains(
            "bent  activation",
            "  formula   max(a * x, x)",
            "  kinks     0",
            "  trainable a; fixed unless a study says otherwise",
            "  presets   a = 0.5  in (-∞, ∞)  of the formula",
            "  origin    Sluice itself");
    assertThat(sluice.run("show", "1/(1+exp(-x))").outLines()).contains("  range     (0, 1)");
    assertThat(sluice.run("show", "--set", "a=1", "tanh").exitCode()).isEqualTo(2);
  }

  @Test
  void aBlankIsNoFormula() {
    assertThat(sluice.run("show", " ").err()).isEqualTo("sluice: a component needs an id\n");
  }

  @Test
  void aWrapperIsShownWithHowItIsWritten() {
    assertThat(sluice.run("show", "shorter").outLines())
        .startsWith("shorter  optimizer", "            Makes updates shorter")
        .contains(
            "  kind      wrapper",
            "  written   {id: shorter, around: adam}",
            "  presets   share = 0.5  in [0, 1]  s");
  }

  @Test
  void jsonKeepsNumbersApart() throws IOException {
    JsonNode list =
        new ObjectMapper().readTree(sluice.run("list", "optimizers", "--format", "json").out());
    assertThat(list).hasSize(2);
    assertThat(list.get(0).get("id").asText()).isEqualTo("sgd");
    assertThat(list.get(1).get("kind").asText()).isEqualTo("wrapper");
    assertThat(list.get(0).get("hyperparameters").get("learning-rate").asDouble()).isEqualTo(0.1);
  }

  @Test
  void withoutAKindTheNumbersOfEachAreListed() {
    for (String line : sluice.run("list", "--format", "csv").outLines().subList(1, 6)) {
      String[] row = line.split(",");
      assertThat(sluice.run(row[2].substring("sluice ".length()).split(" ")).outLines())
          .hasSize(1 + Integer.parseInt(row[1]));
    }
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
  void optimizersAreDrawnOnTheirWay() {
    List<String> lines = sluice.run("show", "w = w - 0.001 * g").outLines();
    int title =
        lines.indexOf(
            "  on rosenbrock from (-1.2, 1): 200 steps, cost 601, loss 3.46; o first, x last, +"
                + " minimum");
    assertThat(title).as(String.join("\n", lines)).isPositive();
    assertThat(lines).hasSize(title + 11);
    assertThat(String.join("", lines.subList(title + 1, title + 11)))
        .contains("o", "x", "+", "-1 ", "-2 ");
    assertThat(sluice.run("show", "w = w - 10 * g").out())
        .contains("on rosenbrock from (-1.2, 1): 4 steps, cost 13, loss ");
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

  @Test
  void aPassportSaysHowEachPropertyIsKnown() {
    CommandLineFixture.Done done = sluice.run("show", "tanh", "--passport", "--format", "csv");
    assertThat(done.exitCode()).isZero();
    assertThat(done.outLines())
        .contains(
            "property,value,evidence",
            "range,\"(-1, 1)\",computed",
            "declared range,\"(-1, 1)\",declared",
            "sup f,1 limit at ∞,computed",
            "sup f',1 at 0,computed",
            "symmetry,odd,computed",
            "gain in PyTorch's table,1.666666667,declared");
  }

  @Test
  void aPassportTellsTenDigitsAndHowFarItsProofsGo() {
    assertThat(sluice.run("show", "--passport", "--format", "csv", "x*normcdf(x)").outLines())
        .contains(
            "inf f,-0.1699712075 at -0.7517915247,proved", "proofs hold for,all finite x,computed")
        .noneMatch(line -> line.startsWith("source"))
        .noneMatch(line -> line.contains("000000000"));
    assertThat(sluice.run("show", "--passport", "--format", "csv", "tanh(x)").outLines())
        .noneMatch(line -> line.startsWith("proofs hold"));
    assertThat(sluice.run("show", "--passport", "--format", "csv", "exp(x)/exp(x)*x").outLines())
        .noneMatch(line -> line.contains("000000000"));
  }

  @Test
  void aPassportFollowsTheHyperparameters() throws IOException {
    JsonNode ramp =
        new ObjectMapper()
            .readTree(
                sluice.run("show", "ramp", "--passport", "--set", "below=0.5", "--json").out());
    assertThat(ramp.get("hyperparameters").get("below").asDouble()).isEqualTo(0.5);
    assertThat(ramp.get("slopes").get("least").get("value").asDouble()).isEqualTo(0.5);
    assertThat(ramp.get("range").get("least").get("value").asText()).isEqualTo("-Infinity");
    assertThat(ramp.get("cost")).isNull();
  }

  @Test
  void aPassportThatContradictsTheDeclarationFails() {
    CommandLineFixture.Done done = sluice.run("show", "ramp", "--passport", "--set", "below=1");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.outLines()).contains("ramp below=1  passport");
    assertThat(done.err()).startsWith("sluice: ramp: kinks: a kink is declared at 0, but");
  }

  @Test
  void costIsMeasuredOnRequest() throws IOException {
    JsonNode tanh =
        new ObjectMapper()
            .readTree(sluice.run("show", "tanh", "--passport", "--cost", "--json").out());
    assertThat(tanh.get("cost").get("relative_to_relu").asDouble()).isPositive();
  }

  @Test
  void anOptionThatIsTheValueOfAnotherIsAnsweredWithThatOne() {
    assertThat(sluice.run("list", "activations", "--json").err())
        .isEqualTo(
            "sluice: no option \"--json\" of sluice list (did you mean \"--format json\"?); see"
                + " sluice list --help\n");
  }

  @Test
  void listsAreChosenFromAndWrittenInEveryForm() throws IOException {
    assertThat(sluice.run("list", "activations", "--where", "bounded").outLines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("tanh "));
    assertThat(sluice.run("list", "activations", "--where", "not-bounded,kind=layer").outLines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("reversed "));
    assertThat(sluice.run("list", "optimizers", "--format", "md").out())
        .contains("| sgd | gradient |");
    assertThat(sluice.run("list", "stores", "--format", "table"))
        .isEqualTo(sluice.run("list", "stores"));
    assertThat(sluice.run("list", "stores", "--format", "html").out())
        .startsWith("<!doctype html>");
  }

  @Test
  void whatCannotBeChosenIsSaid() {
    assertThat(sluice.run("list", "activations", "--where", "boundd").err())
        .startsWith(
            "sluice: \"boundd\" is nothing activations can be chosen by (did you mean"
                + " \"bounded\"?); they are chosen by bounded, monotone, ");
    for (String kind : List.of("studies", "--format=csv")) {
      CommandLineFixture.Done done = sluice.run("list", kind, "--where", "bounded");
      assertThat(done.exitCode()).isEqualTo(2);
      assertThat(done.err()).startsWith("sluice: --where needs activations, ");
    }
  }

  @Test
  void componentsAreShownInEveryForm() throws IOException {
    JsonNode tanh = new ObjectMapper().readTree(sluice.run("show", "tanh", "--json").out());
    assertThat(tanh.get("id").asText()).isEqualTo("tanh");
    assertThat(tanh.get("curve")).hasSize(201);
    assertThat(sluice.run("show", "ramp", "--format", "csv").outLines())
        .startsWith("property,value")
        .contains("kinks,0");
    assertThat(sluice.run("show", "sgd", "--format", "html").out())
        .startsWith("<!doctype html>")
        .contains("<figure id=\"path\">");
    assertThat(sluice.run("show", "1/(1+exp(-x))", "--format", "md").out())
        .contains("- **range**: (0, 1)");
    assertThat(sluice.run("show", "memory", "--format", "latex").out())
        .startsWith("\\documentclass");
  }

  @Test
  void whatCannotBeShownSoIsSaid() {
    assertThat(sluice.run("show", "tanh", "--passport", "--format", "html").err())
        .isEqualTo("sluice: a passport is printed as table, csv or json, not as html\n");
    assertThat(sluice.run("show", "article", "--format", "json").err())
        .isEqualTo("sluice: a study is shown as it is written, not as json; leave --format out\n");
    CommandLineFixture.Done done = sluice.run("show", "tanh", "--cost");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err()).contains("--cost needs --passport");
  }
}
