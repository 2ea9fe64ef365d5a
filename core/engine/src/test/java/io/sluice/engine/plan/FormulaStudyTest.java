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
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Description;
import io.sluice.spi.TrainableActivation.Sharing;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas stand where ids of activations do. */
class FormulaStudyTest {

  private static ActivationSpec formula(String name, String text, Map<String, List<Double>> a) {
    return ActivationSpec.of(ComponentSpec.formula(name, text, a));
  }

  private static ActivationSpec formula(String text) {
    return formula("", text, Map.of());
  }

  private static StudyBuilder study(ActivationSpec... activations) {
    return new StudyBuilder()
        .optimizers(StudyBuilder.component("sgd", "learning-rate", 0.02))
        .problems(StudyBuilder.builtIn("xor"))
        .networks(NetworkSpec.dense(List.of(5, 3), false, true))
        .activations(activations);
  }

  private static List<String> labels(StudyBuilder study) {
    return Laboratories.with().plan(study.build()).cells().stream()
        .map(setup -> setup.cell().factor("activation"))
        .toList();
  }

  /** To be compared with an activation written by hand. */
  private static void assertSameLosses(ActivationSpec one, ActivationSpec other) {
    List<TrialResult> expected = Runs.of(study(one)).results();
    List<TrialResult> found = Runs.of(study(other)).results();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).steps()).isEqualTo(expected.get(i).steps());
      assertThat(found.get(i).finalLoss())
          .isCloseTo(expected.get(i).finalLoss(), within(1e-11 * expected.get(i).finalLoss()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tanh|tanh(x)",
        "tanh|(exp(x) - exp(-x)) / (exp(x) + exp(-x))",
        "sigmoid|1 / (1 + exp(-x))",
        "relu|max(x, 0)",
        "sine|sin(x)"
      })
  void aFormulaTrainsLikeTheActivationItDescribes(String id, String text) {
    assertSameLosses(ActivationSpec.of(ComponentSpec.of(id)), formula(text));
  }

  @ParameterizedTest
  @CsvSource({"UNIT", "LAYER", "FIXED"})
  void itsParametersAreTrainedLikeThoseOfOthers(Sharing sharing) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    values.put("a", List.of(0.8));
    values.put("b", List.of(0.3));
    ComponentSpec text = ComponentSpec.formula("", "sin(a * x) + b * x^2", values);
    assertSameLosses(
        new ActivationSpec(List.of(ComponentSpec.of("bent")), Optional.of(sharing)),
        new ActivationSpec(List.of(text), Optional.of(sharing)));
  }

  @Test
  void resultsDoNotDependOnThreadsAndLanes() {
    StudyBuilder study =
        study(formula("", "x * tanh(log(1 + exp(a * x)))", Map.of("a", List.of(1.0, 2.0))));
    List<TrialEvent> events = Runs.of(study).events(1, 1);
    assertThat(Runs.of(study).events(2, 7)).isEqualTo(events);
  }

  @Test
  void theFormulaIsItsLabelUnlessItHasAName() {
    Map<String, List<Double>> values = Map.of("a", List.of(1.0, 2.0));
    assertThat(labels(study(formula("", " x *  tanh(a * x)", values))))
        .containsExactly("{x * tanh(a * x)}(a=1)", "{x * tanh(a * x)}(a=2)");
    assertThat(labels(study(formula("mine", "x * tanh(a * x)", values), formula("tanh(x)"))))
        .containsExactly("mine(a=1)", "mine(a=2)", "{tanh(x)}");
  }

  @Test
  void layersMixFormulasAndIds() {
    ActivationSpec layers =
        new ActivationSpec(
            List.of(
                ComponentSpec.formula("", "x / (1 + abs(x))", Map.of()), ComponentSpec.of("tanh")));
    assertThat(labels(study(layers))).containsExactly("{x / (1 + abs(x))}/tanh");
  }

  @Test
  void anotherFormulaIsAnotherStudy() {
    StudyPlan one = Laboratories.with().plan(study(formula("mine", "x", Map.of())).build());
    StudyPlan other = Laboratories.with().plan(study(formula("mine", "2 * x", Map.of())).build());
    assertThat(one.id()).isNotEqualTo(other.id());
  }

  /** The trials are the same, but their rows have other labels. */
  @Test
  void anotherNameIsAnotherStudyOfTheSameTrials() {
    StudyPlan one = Laboratories.with().plan(study(formula("mine", "x", Map.of())).build());
    StudyPlan other = Laboratories.with().plan(study(formula("yours", "x", Map.of())).build());
    assertThat(one.identity()).isNotEqualTo(other.identity());
    assertThat(one.trial(0).key()).isEqualTo(other.trial(0).key());
  }

  /** The formula of a pack does not say what can be trained, and the file may have changed. */
  @Test
  void keysHoldThePluginOfADefinedActivation() {
    FormulaActivation defined =
        FormulaActivation.of(ActivationDefinition.of("halved", Description.of("", "x / 2", "")));
    Set<String> keys = new HashSet<>();
    for (String hash : List.of("11", "99")) {
      StudyPlan plan =
          Laboratories.withHash(hash, defined)
              .plan(study(ActivationSpec.of(ComponentSpec.of("halved"))).build());
      keys.add(plan.trial(0).key());
    }
    keys.add(Laboratories.with().plan(study(formula("x / 2")).build()).trial(0).key());
    assertThat(keys).hasSize(3);
  }

  @Test
  void whatANameStandsForIsKeptWithTheResults() {
    Runs runs = Runs.of(study(formula("mine", "2 * x", Map.of()), formula("x")));
    assertThat(runs.header().provenance())
        .containsEntry("formula mine", "2 * x")
        .doesNotContainKey("formula ");
  }

  @Test
  void whatIsWrongIsSaidWithThePath() {
    assertComplaint(
        study(formula("", "x * tahn(x)", Map.of())),
        "activations[0]",
        "the formula is refused: unknown function \"tahn\" at character 5 of the formula (did you"
            + " mean \"tanh\"?)");
    assertComplaint(
        study(formula("", "3", Map.of())),
        "activations[0]",
        "the formula is refused: the formula does not depend on x");
    assertComplaint(
        study(formula("tanh", "x", Map.of())),
        "activations[0]",
        "the formula is refused: its name \"tanh\" is that of an activation; give it another name");
    assertComplaint(
        study(formula("mine", "x", Map.of()), formula("mine", "2 * x", Map.of())),
        "activations[1]",
        "\"mine\" stands for two formulas; give one another name");
    assertComplaint(
        study(
            new ActivationSpec(
                List.of(ComponentSpec.formula("", "x", Map.of())), Optional.of(Sharing.UNIT))),
        "activations[0].train",
        "{x} has no parameters to be trained");
  }

  private static void assertComplaint(StudyBuilder study, String path, String message) {
    assertThatThrownBy(() -> Laboratories.with().plan(study.build()))
        .isInstanceOfSatisfying(
            StudyPlanException.class,
            refused -> assertThat(refused.complaints()).contains(new Complaint(path, message)));
  }
}
