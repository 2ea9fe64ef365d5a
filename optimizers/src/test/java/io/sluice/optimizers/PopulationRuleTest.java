package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.Laboratory;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generations whose size is a rule of the number of parameters, in plans and in runs. */
class PopulationRuleTest {

  private static final Laboratory LABORATORY = BuiltIns.laboratory();

  /** The function has two parameters a copy; 4 + ⌊3 ln n⌋ of 2, 10 and 50 is 6, 10 and 15. */
  private static StudyPlan plan(double budget, ComponentSpec optimizer, Double... copies) {
    return LABORATORY.plan(
        new StudySpec(
            "rule",
            "",
            7,
            1,
            new Budget(budget, Budget.Unit.EVALUATIONS, 3),
            List.of(),
            false,
            Loss.MSE,
            List.of(
                new ProblemSpec.BuiltIn(
                    "", new ComponentSpec("forest", Map.of("copies", List.of(copies))))),
            Validation.NONE,
            List.of(),
            List.of(),
            List.of(optimizer),
            List.of(WeightPolicy.CLIP),
            List.of(new BoundsSpec.AsInitial()),
            List.of(new InitialWeights.Uniform(List.of(1.0))),
            Cadence.never(),
            Metric.PRESET));
  }

  @ParameterizedTest(name = "{0}, {1} copies")
  @CsvSource({
    "cma-es, 1, 6",
    "cma-es, 5, 10",
    "cma-es, 25, 15",
    "bipop-cma-es, 25, 15",
    "pgpe, 5, 20",
    "cross-entropy-method, 1, 20",
    "multidirectional, 5, 10",
    "nelder-mead, 25, 1"
  })
  void trialsSpendWholeGenerationsOfTheRule(String id, double copies, int size) {
    StudyPlan plan = plan(1001, ComponentSpec.of(id), copies);
    assertThat(plan.cells().get(0).populationSize()).isEqualTo(size);
    assertThat(plan.largestCost()).isEqualTo(1001 / size * size);
    List<TrialEvent> events = LABORATORY.runTrial(plan, 0);
    TrialEvent.Finished finished = (TrialEvent.Finished) events.get(events.size() - 1);
    assertThat(finished.result().cost()).isBetween(1001.0 - size, 1001.0);
  }

  @Test
  void costsOfAPlanAreThoseOfEachProblem() {
    assertThat(plan(1001, ComponentSpec.of("cma-es"), 1.0, 5.0, 25.0).largestCost())
        .isEqualTo(996 + 1000 + 990);
  }

  @Test
  void aSizeThatIsSetIsNoRule() {
    ComponentSpec set = new ComponentSpec("cma-es", Map.of("population-size", List.of(7.0, 0.0)));
    StudyPlan plan = plan(1001, set, 5.0);
    assertThat(plan.cells()).extracting(cell -> cell.populationSize()).containsExactly(7, 10);
    assertThat(plan.largestCost()).isEqualTo(1001 + 1000);
  }

  @Test
  void budgetsPayForOneGenerationOfEveryProblem() {
    ComponentSpec cma = ComponentSpec.of("cma-es");
    assertThat(plan(15, cma, 1.0, 5.0, 25.0).cells()).hasSize(3);
    assertThatThrownBy(() -> plan(14, cma, 1.0, 5.0, 25.0))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining("one generation of cma-es costs 15, more than the budget of 14");
    assertThatThrownBy(() -> plan(3, cma, 1.0))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining("one generation of cma-es costs 4, more than the budget of 3");
  }
}
