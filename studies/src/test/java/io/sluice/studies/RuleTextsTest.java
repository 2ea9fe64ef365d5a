package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PackFormatException;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.formula.FormulaActivation;
import io.sluice.formula.RuleOptimizer;
import io.sluice.spi.Invariance;
import io.sluice.spi.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Optimizers that are rules, in packs and in studies. */
class RuleTextsTest {

  private static final String PACK = "pack: mine\nversion: 1.0.0\n";
  private static final String STUDY = "study: s\nproblems: [sphere]\n";

  private static List<String> complaints(String pack) {
    try {
      new PackFile().read(pack, "mine.yaml");
      return List.of();
    } catch (PackFormatException wrong) {
      return wrong.complaints().stream().map(Object::toString).toList();
    }
  }

  private static List<String> complaintsOfStudy(String study) {
    try {
      StudyReader.read(study, "s.yaml", null);
      return List.of();
    } catch (StudyFormatException wrong) {
      return wrong.complaints().stream().map(Object::toString).toList();
    }
  }

  private static List<ComponentSpec> optimizers(String entries) {
    ReadStudy read = StudyReader.read(STUDY + entries, "s.yaml", null);
    ReadStudy again = StudyReader.read(read.canonicalJson(), "written", null);
    assertThat(again.canonicalJson()).isEqualTo(read.canonicalJson());
    assertThat(again.spec()).isEqualTo(read.spec());
    return read.spec().optimizers();
  }

  @Test
  void everythingThatCanBeSaidIsRead() {
    Pack pack =
        new PackFile()
            .read(
                PACK
                    + String.join(
                        "\n",
                        "optimizers:",
                        "  - id: sign-momentum",
                        "    aliases: [signs]",
                        "    summary: Signs",
                        "    rule: |",
                        "      # the mean",
                        "      u = 0.9 * u + 0.1 * g",
                        "      w = w - learning_rate * sign(u)",
                        "    set: {learning-rate: {preset: 0.1, range: [0, 1], doc: size}}",
                        "    moment: u",
                        "    invariances: [loss-scale, shift]",
                        "    notes: One.",
                        "    source: me",
                        "activations:",
                        "  - {id: sign-momentum, formula: x * tanh(x)}"),
                "mine.yaml");
    assertThat(pack.components(FormulaActivation.class)).hasSize(1);
    RuleOptimizer rule = pack.components(RuleOptimizer.class).get(0);
    assertThat(rule.id()).isEqualTo("sign-momentum");
    assertThat(rule.description().aliases()).containsExactly("signs");
    assertThat(rule.description().notes()).containsExactly("One.");
    assertThat(rule.definition().moment()).contains("u");
    assertThat(rule.invariances())
        .containsExactlyInAnyOrder(Invariance.LOSS_SCALE, Invariance.SHIFT, Invariance.PERMUTATION);
    assertThat(rule.with(Map.of("learning-rate", 0.5)).invariances())
        .containsExactly(Invariance.PERMUTATION);
    assertThat(rule.hyperparameters().get(0).range().upper()).isEqualTo(1);
    Pack back = new PackFile().read(PackText.of(rule), "back.yaml");
    assertThat(back.components(Optimizer.class)).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: r, rule: w = w - 0.1 * gg}                          | 4:33: unknown name \"gg\"",
        "{id: r, rule: w = w - rat * g, set: {rate: 1}}           | 4:27: unknown name \"rat\"",
        "{id: r, rule: w = w - g / 0}                             | 4:29: division by zero",
        "{id: r, rule: m = g}                                     | 4:19: the rule never assigns w",
        "{id: r, rule: w = w - g, set: {rate: 1}}                 | does not use \"rate\"",
        "{id: r, rule: w = w - g, moment: m}                      | keeps no \"m\"",
        "{id: r, rule: w = w - norm(3)}                           | 4:27: norm is of what differs",
        "{id: R, rule: w = w - g}                                 | kebab-case",
        "{id: r, rul: w = w - g, rule: w = w - g}                 | unknown key \"rul\"",
        "{id: r, rule: w = w - g, invariances: [shft]}            | \"shft\" (did you mean",
        "{id: r, rule: w = w - g, invariances: {shift: true}}     | \"invariances",
        "{id: r}                                                  | \"rule\" is missing",
        "adam                                                     | an optimizer is written as",
      })
  void whatIsWrongIsSaidAtItsCharacter(String entry, String complaint) {
    assertThat(complaints(PACK + "optimizers:\n  - " + entry))
        .singleElement()
        .asString()
        .contains(complaint);
  }

  @Test
  void aMistakeInABlockIsAtItsLine() {
    String pack = PACK + "optimizers:\n  - id: r\n    rule: |\n      m = g\n      w = w - mm * g\n";
    assertThat(complaints(pack)).singleElement().asString().startsWith("mine.yaml:7:15: unknown");
  }

  @Test
  void aPackHasSomething() {
    assertThat(complaints(PACK)).singleElement().asString().contains("\"activations\"");
    assertThat(complaints(PACK + "optimizers: []")).hasSize(1);
  }

  @Test
  void anIdStandsOnceAmongOptimizers() {
    String entry = "  - {id: r, rule: w = w - g}\n";
    assertThat(complaints(PACK + "optimizers:\n" + entry + entry))
        .singleElement()
        .asString()
        .contains("already the id");
  }

  @Test
  void studiesHaveRulesWithRanges() {
    List<ComponentSpec> found =
        optimizers(
            "optimizers:\n"
                + "  - {rule: w = w - step_size * g, step-size: {from: 1, to: 4, count: 4}}\n"
                + "  - {rule: \"m = g; w = w - m\", name: mine}\n"
                + "  - adam\n");
    assertThat(found.get(0).values()).containsEntry("step-size", List.of(1.0, 2.0, 3.0, 4.0));
    assertThat(found.get(0).isText()).isTrue();
    assertThat(found.get(1))
        .isEqualTo(ComponentSpec.rule("mine", "m = g; w = w - m", java.util.Map.of()));
    assertThat(found.get(2).isText()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{rule: w = w - rat * g, rate: 1}       | unknown name \"rat\" at character 9 of the rule",
        "{rule: w = w - g, id: adam}            | either the key \"id\" or a rule",
        "{rule: w = w - g, name: rule}          | kebab-case",
        "{rule: w = w - g, Rate: 1}             | no hyper-parameter of a rule",
        "{rule: w = w - late * g}               | such as late: 1",
        "{rule: w = w - g, x: 1}                | can be called \"x\"",
        "{rule: [1]}                            | must be a rule",
        "{id: adam, rul: w = w - g}             | rul",
      })
  void studiesSayWhatIsWrong(String entry, String complaint) {
    assertThat(complaintsOfStudy(STUDY + "optimizers:\n  - " + entry))
        .isNotEmpty()
        .anySatisfy(each -> assertThat(each).contains(complaint));
  }

  @Test
  void theExamplesOfThePageAreRead() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "rules.md"));
    List<String> blocks =
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(page)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(blocks).hasSize(3);
    assertThat(optimizers(blocks.get(0))).hasSize(2);
    assertThat(optimizers(blocks.get(1))).hasSize(10).allMatch(ComponentSpec::isText);
    assertThat(complaints(blocks.get(2))).isEmpty();
  }
}
