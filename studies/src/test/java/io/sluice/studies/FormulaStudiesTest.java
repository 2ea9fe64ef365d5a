package io.sluice.studies;

import static io.sluice.studies.Texts.SMALL;
import static io.sluice.studies.Texts.complaints;
import static io.sluice.studies.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaStudiesTest {

  private static List<ActivationSpec> activations(String text) {
    return read(SMALL + "activations: " + text).spec().activations();
  }

  @Test
  void aFormulaStandsWhereAnIdMayStand() {
    ComponentSpec formula =
        ComponentSpec.formula("", "x * tanh(log(1 + exp(a*x)))", Map.of("a", List.of(1.5)));
    String text = "{formula: \"x * tanh(log(1 + exp(a*x)))\", a: 1.5}";
    assertThat(activations(text)).containsExactly(ActivationSpec.of(formula));
    assertThat(activations("[tanh, " + text + "]"))
        .containsExactly(ActivationSpec.of(ComponentSpec.of("tanh")), ActivationSpec.of(formula));
    assertThat(activations("{layers: [" + text + ", tanh]}"))
        .containsExactly(new ActivationSpec(List.of(formula, ComponentSpec.of("tanh"))));
  }

  @Test
  void itsParametersAreSweptAndTrainedAndItMayHaveAName() {
    assertThat(
            activations(
                "{formula: x if x > 0 else negative_slope * x, negative-slope: [0.1, 0.2],"
                    + " name: mine, train: per-unit}"))
        .containsExactly(
            new ActivationSpec(
                List.of(
                    ComponentSpec.formula(
                        "mine",
                        "x if x > 0 else negative_slope * x",
                        Map.of("negative-slope", List.of(0.1, 0.2)))),
                Optional.of(Sharing.UNIT)));
  }

  @Test
  void canonicalJsonKeepsTheFormula() {
    ReadStudy study =
        read(
            SMALL
                + "activations:\n"
                + "  - {formula: \" x*tanh(a * x) \", a: 2}\n"
                + "  - {formula: x^2, name: parabola}\n"
                + "  - {layers: [{formula: sin(x)}, tanh]}\n");
    assertThat(study.canonicalJson())
        .contains(
            "\"activations\":[{\"formula\":\"x*tanh(a * x)\",\"a\":[2]},"
                + "{\"formula\":\"x^2\",\"name\":\"parabola\"},"
                + "{\"layers\":[{\"formula\":\"sin(x)\"},\"tanh\"]}]");
    assertThat(read(study.canonicalJson()).spec()).isEqualTo(study.spec());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{formula: x * tahn(x)}|24|unknown function \"tahn\" at character 5 of the formula (did you"
            + " mean \"tanh\"?)",
        "{a: 1, formula: x * b}|30|unknown name \"b\" at character 5 of the formula;"
            + " there are x, pi, e and a; a hyper-parameter has its value beside the"
            + " formula, such as b: 1",
        "{formula: x * 2, a: 1}|14|the formula does not use \"a\"",
        "{formula: max(x, 0)}|14|\"0)\" is no hyper-parameter of a formula; a formula with commas"
            + " needs quotes",
        "{formula: 2, }|14|the formula does not depend on x",
        "{formula: x, id: tanh}|14|an activation has either the key \"id\" or a formula",
        "{formula: x, layers: [tanh]}|14|an activation has either the key \"layers\" or a formula",
        "{formula: x, name: My name}|33|\"name\" must be lower kebab-case such as my-activation, not"
            + " \"My name\"",
        "{formula: [x]}|24|\"formula\" must be a formula in quotes such as \"x * tanh(a * x)\", not"
            + " a list",
        "{formula: x, x: 1}|14|no hyper-parameter of a formula can be called \"x\", which means"
            + " something else there"
      })
  void whatIsWrongIsSaidWithItsPlace(String text, int column, String message) {
    assertThat(complaints(SMALL + "activations: " + text))
        .isEqualTo("s.yaml:5:" + column + ": " + message);
  }

  @Test
  void overridesReachItsValues() {
    ReadStudy study =
        read(SMALL + "activations: {formula: a * x, a: 1}", "activations[0].a=[2, 3]");
    assertThat(study.spec().activations().get(0).layers().get(0).values())
        .containsEntry("a", List.of(2.0, 3.0));
  }
}
