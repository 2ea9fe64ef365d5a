package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.studies.ComponentWord.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentWordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leaky-relu|ID",
        "x|ID",
        "{id: tanh}|ID",
        "'{\"id\": \"tanh\"}'|ID",
        "id: tanh|ID",
        "{id: sgd, learning-rate: 1.0e+100}|CONFIGURED",
        "'{\"id\": \"sgd\", \"learning-rate\": 1.0e+100}'|CONFIGURED",
        "'id: sgd\nlearning-rate: 1.0e+100'|CONFIGURED",
        " {id: snake, a: -2} |CONFIGURED",
        "{id: lookahead, around: {rule: w = w - 0.1 * g}}|CONFIGURED",
        "{id: prelu, train: unit}|ID_BESIDE",
        "{formula: x * x}|FORMULA",
        "{formula: \"x if x >= 0 else a\", a: 1}|FORMULA",
        "x*x|FORMULA",
        "2x|FORMULA",
        "x if x == 0 else -x|FORMULA",
        "{rule: w = w - rate * g, rate: 0.1}|RULE",
        "w = w - g|RULE",
        "w=-g|RULE",
        "'# a remark\nm = g; w = w - m'|RULE"
      })
  void aWordIsWhatItLooksLike(String word, String kind) {
    assertThat(ComponentWord.of(word).kind())
        .isEqualTo(kind.equals("ID_BESIDE") ? Kind.CONFIGURED : Kind.valueOf(kind));
  }

  @Test
  void valuesOfTheWordAreThoseOfTheComponent() {
    assertThat(ComponentWord.of("{id: sgd, learning-rate: 1.0e+100}").spec())
        .isEqualTo(new ComponentSpec("sgd", Map.of("learning-rate", List.of(1e100))));
    assertThat(ComponentWord.of("{id: lookahead, k: 3, around: {id: adam, beta1: 0.5}}").spec())
        .isEqualTo(
            new ComponentSpec(
                "lookahead",
                Map.of("k", List.of(3.0)),
                List.of(new ComponentSpec("adam", Map.of("beta1", List.of(0.5))))));
    assertThat(ComponentWord.of("{formula: a * x, a: 1, name: line}").spec())
        .isEqualTo(ComponentSpec.formula("line", "a * x", Map.of("a", List.of(1.0))));
  }

  @Test
  void furtherValuesWin() {
    assertThat(ComponentWord.of("{id: snake, a: 1}").with(Map.of("a", 2.0)).spec().values())
        .isEqualTo(Map.of("a", List.of(2.0)));
    assertThat(ComponentWord.of("my_a * x").with(Map.of("my_a", 2.0)).spec())
        .isEqualTo(ComponentSpec.formula("", "my_a * x", Map.of("my-a", List.of(2.0))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: snake, a: [1, 2]}|a has 2 values",
        "{id: lookahead, around: {id: adam, beta1: [0.5, 0.9]}}|beta1 has 2 values",
        "{id: lookahead, around: [adam, sgd]}|around several",
        "{learning-rate: 0.1}|needs the key \"id\"",
        "{id: snake, a: much}|a",
        "{id: tanh, formula: x}|either the key \"id\" or a formula",
        "{id: lookahead, arond: adam}|did you mean \"around\"",
        "{id: tanh|{id: tanh",
      })
  void whatIsWrongWithKeysIsSaid(String word, String message) {
    assertThatThrownBy(() -> ComponentWord.of(word))
        .isInstanceOf(StudyFormatException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x * x", "tanh(x)", "{formula: x}"})
  void whereOnlyAFormulaStandsANameIsOne(String word) {
    assertThat(ComponentWord.formula(word).kind()).isEqualTo(Kind.FORMULA);
  }

  @Test
  void keysWithoutAFormulaAreNone() {
    assertThatThrownBy(() -> ComponentWord.formula("{id: tanh}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{id: tanh} has no formula");
  }

  @Test
  void aTextStandsInAStudyAsItsKey() {
    String rule = "m = \"g\\\nw = w - m";
    assertThat(ComponentWord.optimizerInStudy(rule))
        .isEqualTo("{rule: \"m = \\\"g\\\\\\nw = w - m\"}");
    assertThat(ComponentWord.activationInStudy("max(x, 0)")).isEqualTo("{formula: \"max(x, 0)\"}");
    assertThat(ComponentWord.activationInStudy("[tanh, relu]")).isEqualTo("[tanh, relu]");
    assertThat(ComponentWord.optimizerInStudy("{id: sgd, learning-rate: 1.0e+100}"))
        .isEqualTo("{id: sgd, learning-rate: 1.0e+100}");
  }
}
