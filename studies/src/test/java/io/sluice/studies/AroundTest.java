package io.sluice.studies;

import static io.sluice.studies.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.engine.study.ComponentSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Optimizers around others, in studies. */
class AroundTest {

  private static final String STUDY = "study: s\nproblems: [sphere]\noptimizers:\n";

  /** What an entry is read as, which is what its canonical form is read as. */
  private static ComponentSpec optimizer(String entry) {
    ReadStudy study = read(STUDY + "  - " + entry + "\n");
    ReadStudy again = read(study.canonicalJson());
    assertThat(again.spec()).isEqualTo(study.spec());
    assertThat(again.canonicalJson()).isEqualTo(study.canonicalJson());
    return study.spec().optimizers().get(0);
  }

  private static List<String> complaints(String entry) {
    StudyFormatException wrong =
        catchThrowableOfType(
            StudyFormatException.class,
            () -> StudyReader.read(STUDY + "  - " + entry + "\n", "s.yaml", null));
    return wrong.complaints().stream().map(Object::toString).toList();
  }

  @Test
  void theOptimizerInsideHasValuesOfItsOwn() {
    assertThat(optimizer("{id: lookahead, k: [3, 5], around: {id: adam, learning-rate: [0.1, 1]}}"))
        .isEqualTo(
            new ComponentSpec(
                "lookahead",
                Map.of("k", List.of(3.0, 5.0)),
                List.of(new ComponentSpec("adam", Map.of("learning-rate", List.of(0.1, 1.0))))));
  }

  @Test
  void severalMayBeInsideAndAnyDepth() {
    ComponentSpec deep =
        optimizer("{id: a, around: [adam, {id: b, around: {id: c, around: [sgd, momentum]}}]}");
    assertThat(deep.around()).hasSize(2);
    assertThat(deep.around().get(1).around().get(0).around())
        .extracting(ComponentSpec::id)
        .containsExactly("sgd", "momentum");
    ComponentSpec rule =
        optimizer("{id: a, around: {rule: \"w = w - rate * g\", name: mine, rate: 0.1}}");
    assertThat(rule.around().get(0).text()).isEqualTo("w = w - rate * g");
    assertThat(rule.around().get(0).textName()).isEqualTo("mine");
  }

  @Test
  void whatHasNothingInsideIsWrittenAsBefore() {
    assertThat(read(STUDY + "  - adam\n  - {id: adam, beta1: 0.5}\n").canonicalJson())
        .contains("\"optimizers\":[\"adam\",{\"id\":\"adam\",\"beta1\":[0.5]}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, around: []} | 4:21: \"around\" must name at least one, for example around: adam",
        "{id: a, around: {learning-rate: 1}} | 4:21: an optimizer needs the key \"id\": it is"
            + " written as adam or {id: adam, learning-rate: 0.01}",
        "{around: adam} | 4:5: an optimizer needs the key \"id\": it is written as {id: lookahead,"
            + " around: adam}",
        "{id: a, arund: adam} | 4:20: unknown key \"arund\" (did you mean \"around\"?)",
        "{id: a, arond: {id: adam}} | 4:20: unknown key \"arond\" (did you mean \"around\"?)",
        "{rule: w = w - g, around: adam} | 4:5: a rule goes around nothing: a wrapper such as {id:"
            + " lookahead, around: {rule: ...}} does",
        "{id: a, around: {rule: w = w - rte * g, rate: 1}} | 4:28: unknown name \"rte\" at character"
            + " 9 of the rule (did you mean \"rate\"?)",
        "{id: a, around: {id: adam, learning-rate: x}} | 4:47: \"learning-rate\" must be a number"
      })
  void whatIsWrongIsToldWithItsPlace(String entry, String complaint) {
    assertThat(complaints(entry)).anyMatch(line -> line.startsWith("s.yaml:" + complaint));
  }
}
