package io.sluice.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules stand where ids of optimizers do. */
class RuleStudyTest {

  private static final String SGD = "w = w - rate * g";

  private static ComponentSpec rule(String name, String text, double... rates) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    if (rates.length > 0) {
      values.put("rate", java.util.Arrays.stream(rates).boxed().toList());
    }
    return ComponentSpec.rule(name, text, values);
  }

  private static StudyBuilder study(ComponentSpec... optimizers) {
    return new StudyBuilder()
        .optimizers(optimizers)
        .problems(StudyBuilder.builtIn("xor"))
        .networks(NetworkSpec.dense(List.of(5, 3), false, true))
        .activations(ActivationSpec.of(ComponentSpec.of("tanh")));
  }

  private static List<String> labels(StudyBuilder study) {
    return Laboratories.with().plan(study.build()).cells().stream()
        .map(setup -> setup.cell().factor("optimizer"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {SGD, "w = w - (rate * g)", "g = rate * g; w = w - g"})
  void aRuleTrainsLikeTheOptimizerItDescribes(String text) {
    List<TrialResult> expected =
        Runs.of(study(StudyBuilder.component("sgd", "learning-rate", 0.02))).results();
    List<TrialResult> found = Runs.of(study(rule("", text, 0.02))).results();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).finalLoss()).isCloseTo(expected.get(i).finalLoss(), within(1e-11));
    }
  }

  @Test
  void labelsHaveTheRuleOrItsNameAndAllValues() {
    assertThat(labels(study(rule("", SGD, 0.1, 0.2), rule("mine", "m = g\nw = w - m"))))
        .containsExactly("{w = w - rate * g}(rate=0.1)", "{w = w - rate * g}(rate=0.2)", "mine");
    assertThat(labels(study(rule("", "m = g # now\n\n  w = w - m ;w = w"))))
        .containsExactly("{m = g, w = w - m, w = w}");
  }

  @Test
  void whatCannotBeToldApartIsRefused() {
    assertThatThrownBy(() -> labels(study(rule("mine", SGD, 1), rule("mine", "w = w - 2 * g"))))
        .hasMessageContaining("stands for two rules");
    assertThatThrownBy(() -> labels(study(rule("sgd", SGD, 1))))
        .hasMessageContaining("is that of an optimizer");
  }

  @Test
  void anotherRuleIsAnotherTrial() {
    List<Long> keys =
        Laboratories.with()
            .plan(study(rule("a", SGD, 1), rule("b", "w = w - rate * g * 1", 1)).build())
            .cells()
            .stream()
            .map(setup -> setup.trialKey(0))
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void twoRulesWithoutNamesDoNotShareABlock() {
    List<TrialResult> down = Runs.of(study(rule("", SGD, 0.1))).results();
    List<TrialResult> up = Runs.of(study(rule("", "w = w + rate * g", 0.1))).results();
    List<TrialResult> both =
        Runs.of(study(rule("", SGD, 0.1), rule("", "w = w + rate * g", 0.1))).results();
    assertThat(both.subList(0, down.size())).isEqualTo(down);
    assertThat(both.subList(down.size(), both.size())).isEqualTo(up);
  }

  @Test
  void normsAreOfTheGroupsOfTheNetwork() {
    // Each group of a network moves by one length of its own.
    var shape =
        ((Task.Fit)
                Laboratories.with()
                    .plan(study(rule("", "w = w - g / norm(g)")).build())
                    .cells()
                    .get(0)
                    .task())
            .network();
    assertThat(shape.groupsOfParameters()).containsExactly(0, 10, 15, 30, 33, 36, 37);
    assertThat(shape.columnsOfParameters()).containsExactly(2, 1, 5, 1, 3, 1);
    List<TrialResult> whole = Runs.of(study(rule("", "w = w - g / norm_all(g) * 0.1"))).results();
    List<TrialResult> groups = Runs.of(study(rule("", "w = w - g / norm(g) * 0.1"))).results();
    assertThat(groups.get(0).finalLoss()).isNotEqualTo(whole.get(0).finalLoss());
  }
}
