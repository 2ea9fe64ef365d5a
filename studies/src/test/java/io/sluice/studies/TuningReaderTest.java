package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.study.TuningSpec.By;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuningReaderTest {

  private static final String STUDY =
      "study: s\nproblems: sphere\noptimizers: [sgd, adam]\ntuning: ";

  private static ReadStudy read(String tuning) {
    return StudyReader.read(STUDY + tuning + "\n", "s.yaml", null);
  }

  private static TuningSpec tuning(String text) {
    return read(text).spec().tuning().orElseThrow();
  }

  @Test
  void rangesOfRatesAreLogarithmicUnlessTheySayOtherwise() {
    assertThat(tuning("{learning-rate: {from: 1e-4, to: 0.1, count: 4}}"))
        .isEqualTo(
            new TuningSpec(
                Map.of("learning-rate", List.of(1e-4, 1e-3, 1e-2, 0.1)), 5, By.GRID, true));
    assertThat(tuning("{learning-rate: {from: 1, to: 3, count: 3, scale: linear}}").values())
        .containsEntry("learning-rate", List.of(1.0, 2.0, 3.0));
    assertThat(tuning("{momentum: {from: 0, to: 1, count: 3}}").values())
        .as("a logarithmic scale has no 0")
        .containsEntry("momentum", List.of(0.0, 0.5, 1.0));
    assertThat(tuning("{momentum: [0.9, 0.5], seeds: 3, by: halving, budget-counts: false}"))
        .isEqualTo(new TuningSpec(Map.of("momentum", List.of(0.5, 0.9)), 3, By.HALVING, false));
    assertThat(read("{momentum: [0, 1]}").spec().tuning()).isPresent();
    assertThat(StudyReader.read("study: s\nproblems: sphere\noptimizers: sgd\n", "s", null).spec())
        .matches(spec -> spec.tuning().isEmpty());
  }

  @Test
  void canonicalTextIsReadBackAndDoesNotHangOnTheOrder() {
    List<TuningSpec.Choice> left =
        List.of(
            new TuningSpec.Choice("sphere", "-", "-", "sgd", Map.of("learning-rate", 0.1)),
            new TuningSpec.Choice("sphere", "-", "-", "adam", Map.of("learning-rate", 0.01)));
    ReadStudy one = read("{learning-rate: [0.1, 0.01], beta1: [0.8, 0.9], seeds: 7, by: halving}");
    ReadStudy other =
        read("{by: halving, beta1: [0.9, 0.8], seeds: 7, learning-rate: [0.01, 0.1]}");
    assertThat(one.canonicalJson()).isEqualTo(other.canonicalJson());
    assertThat(one.canonicalJson())
        .isNotEqualTo(read("{learning-rate: [0.1, 0.01]}").canonicalJson());
    for (var spec :
        List.of(
            one.spec(),
            one.spec().rung(1, List.of()),
            one.spec().rung(2, left),
            one.spec().chosen(left, List.of("s-tuning-1-0a", "s-tuning-2-0b")))) {
      String text = CanonicalJson.of(spec);
      assertThat(StudyReader.read(text, "kept", null).spec()).isEqualTo(spec);
      assertThat(CanonicalJson.of(StudyReader.read(text, "kept", null).spec())).isEqualTo(text);
    }
  }

  @Test
  void studiesWithoutTuningKeepTheirText() {
    assertThat(ShippedStudies.read("quickstart").canonicalJson()).doesNotContain("tuning");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | s.yaml:4:9: \"tuning\" must be hyper-parameters with the values to choose from",
        "{seeds: 3} | s.yaml:4:9: \"tuning\" names no hyper-parameter, for example {learning-rate",
        "{learning-rate: 0.1} | s.yaml:4:9: tuning needs 2 to 10000 combinations",
        "{learning-rate: [0.1, 0.1]} | s.yaml:4:31: \"learning-rate\" has 0.1 twice",
        "{learning-rate: [a, 0.1]} | s.yaml:4:26: \"learning-rate\" must be",
        "{learning-rate: [0.2, 0.1], seeds: 0} | s.yaml:4:44: \"seeds\" must be a whole number",
        "{learning-rate: [0.2, 0.1], by: halfing} | s.yaml:4:41: \"by\" must be grid or halving",
        "{learning-rate: [0.2, 0.1], by: halfing} | (did you mean \"halving\"?)",
        "{learning-rate: [0.2, 0.1], budget-counts: 3} | s.yaml:4:52: \"budget-counts\" must be",
        "{learning-rate: {from: 1, to: 2, cuont: 3}} | s.yaml:4:42: unknown key \"cuont\" (did you",
        "{learning-rate: [0.2, 0.1], chosen: [{problem: a}]} | \"network\" is missing"
      })
  void whatIsWrongIsSaidWithItsPlace(String tuning, String complaint) {
    assertThatThrownBy(() -> read(tuning))
        .isInstanceOf(StudyFormatException.class)
        .hasMessageContaining(complaint);
  }
}
