package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.Laboratory;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that begin at a point begin at the explicit initial weights of a study. */
class GivenStartTest {

  private static final Laboratory LABORATORY = BuiltIns.laboratory();

  /** The best loss of repeat 2 on the sphere in two dimensions. */
  private static double bestLoss(
      ComponentSpec optimizer, double budget, InitialWeights start, Metric... metrics) {
    StudyPlan plan =
        LABORATORY.plan(
            new StudySpec(
                "start",
                "",
                7,
                3,
                new Budget(budget, Budget.Unit.EVALUATIONS, 3),
                List.of(),
                false,
                Loss.MSE,
                List.of(
                    new ProblemSpec.BuiltIn(
                        "", new ComponentSpec("sphere", Map.of("dimensions", List.of(2.0))))),
                Validation.NONE,
                List.of(),
                List.of(),
                List.of(optimizer),
                List.of(WeightPolicy.CLIP),
                List.of(new BoundsSpec.AsInitial()),
                List.of(start),
                metrics.length == 0 ? Cadence.never() : Cadence.every(1),
                metrics.length == 0 ? Metric.PRESET : List.of(metrics)));
    List<TrialEvent> events = LABORATORY.runTrial(plan, 2);
    return ((TrialEvent.Finished) events.get(events.size() - 1)).result().bestLoss();
  }

  private static InitialWeights at(Double... point) {
    return new InitialWeights.Explicit(List.of(point));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nelder-mead", "powell", "hooke-jeeves", "hill-climbing", "one-plus-one-es"})
  void theFirstPointIsTheStart(String id) {
    ComponentSpec optimizer = ComponentSpec.of(id);
    assertThat(bestLoss(optimizer, 1, at(-1.5, 2.0))).isEqualTo(6.25);
    assertThat(bestLoss(optimizer, 1, at(0.5, 0.0))).isEqualTo(0.25);
    assertThat(bestLoss(optimizer, 1, at(0.5, 0.0), Metric.LOSS, Metric.BOUND_CONTACTS))
        .isEqualTo(0.25);
    assertThat(bestLoss(optimizer, 1, new InitialWeights.Uniform(List.of(1.0))))
        .isNotIn(6.25, 0.25);
  }

  @ParameterizedTest
  @CsvSource({
    "cma-es, 6", "sep-cma-es, 6", "ipop-cma-es, 6", "bipop-cma-es, 6", "ma-es, 6", "lm-ma-es, 6",
    "xnes, 6", "snes, 6", "mu-comma-lambda-es, 12", "openai-es, 50", "pgpe, 12", "ars, 16",
    "spsa, 2", "cross-entropy-method, 20"
  })
  void theFirstCandidatesAreAroundTheStart(String id, int size) {
    ComponentSpec narrow = new ComponentSpec(id, Map.of("step-size", List.of(1e-9)));
    assertThat(bestLoss(narrow, size, at(-1.5, 2.0))).isCloseTo(6.25, within(1e-5));
    assertThat(bestLoss(narrow, size, at(0.5, 0.0))).isCloseTo(0.25, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"multidirectional", "gradientless-descent"})
  void theStartIsAmongTheFirstCandidates(String id) {
    assertThat(bestLoss(ComponentSpec.of(id), 13, at(0.0, 0.0))).isZero();
  }
}
