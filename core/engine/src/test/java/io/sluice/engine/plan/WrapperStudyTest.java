package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.engine.Laboratory;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.TrialResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrappers stand where ids of optimizers do, around others. */
class WrapperStudyTest {

  private static final ComponentSpec SGD = component("sgd", "learning-rate", 0.1, 0.25);

  private static ComponentSpec around(String id, ComponentSpec... inside) {
    return new ComponentSpec(id, Map.of(), List.of(inside));
  }

  private static ComponentSpec shorter(double share, ComponentSpec... inside) {
    return new ComponentSpec("shorter", Map.of("share", List.of(share)), List.of(inside));
  }

  private static StudyBuilder study(ComponentSpec... optimizers) {
    return new StudyBuilder().optimizers(optimizers).problems(StudyBuilder.builtIn("xor"));
  }

  private static StudyPlan plan(ComponentSpec... optimizers) {
    return Laboratories.with().plan(study(optimizers).build());
  }

  private static List<String> labels(ComponentSpec... optimizers) {
    return plan(optimizers).cells().stream().map(s -> s.cell().factor("optimizer")).toList();
  }

  private static List<String> complaints(ComponentSpec... optimizers) {
    StudyPlanException refused =
        catchThrowableOfType(StudyPlanException.class, () -> plan(optimizers));
    return refused.complaints().stream().map(each -> each.path() + ": " + each.message()).toList();
  }

  @Test
  void labelsTellOfBothWhatIsNoPreset() {
    assertThat(labels(around("shorter", SGD, ComponentSpec.of("momentum"))))
        .containsExactly(
            "shorter(around sgd(learning-rate=0.1))",
            "shorter(around sgd)",
            "shorter(around momentum)");
    assertThat(
            labels(
                around(
                    "uphill",
                    shorter(0.1, around("shorter", component("sgd", "learning-rate", 1.0)))),
                around("shorter", ComponentSpec.rule("", "w = w - g", Map.of())),
                around(
                    "shorter",
                    ComponentSpec.rule("plain", "w = w - a * g", Map.of("a", List.of(1.0))))))
        .containsExactly(
            "uphill(around shorter(share=0.1 around shorter(around sgd(learning-rate=1))))",
            "shorter(around {w = w - g})",
            "shorter(around plain(a=1))");
  }

  @Test
  void rowsHaveTheValuesOfBoth() {
    TrialSetup cell =
        plan(shorter(0.1, shorter(0.2, component("sgd", "learning-rate", 0.3)))).cells().get(0);
    assertThat(cell.cell().hyperparameters())
        .containsEntry("optimizer.share", 0.1)
        .containsEntry("optimizer.around-share", 0.2)
        .containsEntry("optimizer.learning-rate", 0.3);
  }

  @Test
  void anotherOptimizerInsideIsAnotherTrial() {
    List<Long> keys =
        plan(
                around("shorter", SGD),
                ComponentSpec.of("sgd"),
                around("shorter", around("shorter", SGD)),
                around("uphill", SGD),
                around("shorter", ComponentSpec.of("momentum")),
                around("shorter", ComponentSpec.rule("a", "w = w - g", Map.of())),
                around("shorter", ComponentSpec.rule("b", "w = w - 1 * g", Map.of())))
            .cells()
            .stream()
            .map(setup -> setup.trialKey(0))
            .toList();
    assertThat(keys).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void theWrapperAndWhatIsInsideAreAmongTheOrigins() {
    assertThat(plan(around("shorter", SGD)).origins())
        .extracting(origin -> origin.plugin())
        .contains("wrappers", "optimizers");
    assertThat(plan(ComponentSpec.of("sgd")).origins())
        .extracting(origin -> origin.plugin())
        .doesNotContain("wrappers");
  }

  @Test
  void withNeutralValuesRowsAreThoseOfTheOptimizerInside() {
    for (WeightPolicy policy : WeightPolicy.values()) {
      StudyBuilder alone = study(component("momentum", "learning-rate", 0.1, 2.0)).policies(policy);
      List<TrialResult> expected = Runs.of(alone).results();
      StudyBuilder wrapped =
          study(shorter(1, component("momentum", "learning-rate", 0.1, 2.0))).policies(policy);
      assertThat(Runs.of(wrapped).results()).as("%s", policy).isEqualTo(expected);
    }
  }

  @Test
  void oneThatLooksElsewhereGoesWhereTheOptimizerInsideGoes() {
    ComponentSpec here =
        new ComponentSpec("uphill", Map.of("distance", List.of(0.0)), List.of(SGD));
    List<TrialResult> expected =
        Runs.of(study(SGD).budget(new Budget(9, Budget.Unit.STEPS, 3))).results();
    List<TrialResult> found =
        Runs.of(study(here).budget(new Budget(9, Budget.Unit.STEPS, 3))).results();
    assertThat(found)
        .extracting(TrialResult::finalLoss)
        .isEqualTo(expected.stream().map(TrialResult::finalLoss).toList());
  }

  @Test
  void tuningReachesTheOptimizerInside() {
    StudyBuilder study =
        study(
                around("shorter", ComponentSpec.of("sgd")),
                shorter(0.75, ComponentSpec.of("momentum")))
            .targets(0.1)
            .tuning("learning-rate", 2, TuningSpec.By.GRID, 0.05, 0.5);
    Laboratory laboratory = Laboratories.with();
    StudyPlan plan = laboratory.plan(study.build());
    StudyPlan rung = laboratory.next(plan, new MemoryStore());
    assertThat(rung.cells().stream().map(s -> s.cell().factor("optimizer")))
        .containsExactly(
            "shorter(around sgd(learning-rate=0.05))",
            "shorter(around sgd(learning-rate=0.5))",
            "shorter(share=0.75 around momentum(learning-rate=0.05))",
            "shorter(share=0.75 around momentum(learning-rate=0.5))");
    MemoryStore store = new MemoryStore();
    new Runs(laboratory, rung, laboratory.header(rung, "{}")).into(store, 1, 0);
    StudyPlan tuned = laboratory.next(plan, store);
    assertThat(tuned.cells().stream().map(s -> s.cell().factor("optimizer")))
        .containsExactly(
            "shorter(around sgd)",
            "shorter(around sgd tuned)",
            "shorter(share=0.75 around momentum)",
            "shorter(share=0.75 around momentum tuned)");
    assertThat(tuned.cells().get(1).cell().hyperparameters().get("optimizer.learning-rate"))
        .isIn(0.05, 0.5);
  }

  @Test
  void aWrapperAloneSaysHowItIsWritten() {
    assertThat(complaints(ComponentSpec.of("shorter")))
        .containsExactly(
            "optimizers[0]: shorter is put around another optimizer: it is written as {id:"
                + " shorter, around: adam}");
  }

  @ParameterizedTest
  @CsvSource({"sampler, population", "looker, oracle"})
  void onlyGradientOptimizersCanBeInside(String id, String kind) {
    assertThat(complaints(ComponentSpec.of("sgd"), around("shorter", SGD, ComponentSpec.of(id))))
        .containsExactly(
            "optimizers[1].around[1]: shorter goes around an optimizer of the kind gradient, and "
                + id
                + " is of the kind "
                + kind);
  }

  @Test
  void whatLooksElsewhereCannotBeInsideItself() {
    assertThat(complaints(around("shorter", around("uphill", SGD))))
        .containsExactly(
            "optimizers[0].around[0]: shorter goes around an optimizer of the kind gradient, and"
                + " uphill-around-sgd is of the kind oracle");
  }

  @Test
  void whatIsNoWrapperGoesAroundNothing() {
    assertThat(complaints(around("sgd", SGD)))
        .containsExactly(
            "optimizers[0].around: sgd goes around nothing; wrappers do: shorter, uphill");
    assertThat(complaints(around("sdg", SGD)))
        .containsExactly("optimizers[0]: unknown optimizer \"sdg\" (did you mean \"sgd\"?)");
    assertThat(complaints(around("shorte", SGD)))
        .containsExactly("optimizers[0]: unknown optimizer \"shorte\" (did you mean \"shorter\"?)");
  }

  @ParameterizedTest
  @CsvSource({"shorter-sgd, sgd", "shorter-around-momentum, momentum"})
  void oneWordForBothIsTakenApart(String word, String inside) {
    assertThat(complaints(ComponentSpec.of(word)))
        .containsExactly(
            "optimizers[0]: unknown optimizer \""
                + word
                + "\": write {id: shorter, around: "
                + inside
                + "}");
  }

  @Test
  void everyWrongValueIsToldWhereItStands() {
    ComponentSpec wrong =
        new ComponentSpec(
            "shorter",
            Map.of("share", List.of(2.0), "learning-rate", List.of(0.1)),
            List.of(
                component("sgd", "learning-rat", 0.1), component("sgd", "learning-rate", -1.0)));
    assertThat(complaints(wrong))
        .containsExactlyInAnyOrder(
            "optimizers[0].share: share must lie in [0, 1], but is 2.0",
            "optimizers[0].learning-rate: shorter has no hyper-parameter \"learning-rate\"; it has"
                + " share, drawn; the optimizer inside has its own, under \"around\"",
            "optimizers[0].around[0].learning-rat: sgd has no hyper-parameter \"learning-rat\" (did"
                + " you mean \"learning-rate\"?); it has learning-rate",
            "optimizers[0].around[1].learning-rate: learning-rate must lie in (0, ∞), but is -1.0");
  }

  @Test
  void twoRulesInsideOfOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                labels(
                    around("shorter", ComponentSpec.rule("mine", "w = w - g", Map.of())),
                    around("uphill", ComponentSpec.rule("mine", "w = w - 2 * g", Map.of()))))
        .hasMessageContaining("stands for two rules");
  }

  @Test
  void sameWrapperAroundTheSameTwiceIsRefused() {
    assertThat(complaints(around("shorter", ComponentSpec.of("sgd"), ComponentSpec.of("sgd"))))
        .containsExactly("optimizers[0]: the optimizer shorter(around sgd) is named twice");
  }

  @Test
  void reasonsOfFailuresNameBoth() {
    List<TrialResult> results =
        Runs.of(study(around("shorter", ComponentSpec.of("torn"))), new Torn()).results();
    assertThat(results)
        .allSatisfy(
            result ->
                assertThat(result.message())
                    .startsWith(
                        "optimizer shorter of plugin wrappers 1.0 around optimizer torn of plugin"
                            + " optimizers 1.0: java.lang.IllegalStateException: torn"));
  }

  /** Throws when it is asked for an update. */
  private record Torn() implements GradientOptimizer {
    @Override
    public String id() {
      return "torn";
    }

    @Override
    public GradientState start(LaneMemory memory) {
      return (step, lanes, weights, gradients) -> {
        throw new IllegalStateException("torn");
      };
    }
  }

  @Test
  void whatComesOfAWrapperIsAnOrdinaryOptimizer() {
    List<TrialSetup> cells = plan(around("shorter", SGD), around("uphill", SGD)).cells();
    assertThat(cells.get(0).optimizer()).isInstanceOf(GradientOptimizer.class);
    assertThat(cells.get(2).optimizer()).isInstanceOf(OracleOptimizer.class);
  }
}
