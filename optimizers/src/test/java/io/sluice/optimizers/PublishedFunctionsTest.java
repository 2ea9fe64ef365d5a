package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * The mean fitness of population ADAM and ADAMm on the published test functions, against the means
 * of an independent program, and that of neuroboids against what was published of 10 runs, with our
 * own deviations: 10,000 evaluations a run, bounds by clipping.
 */
class PublishedFunctionsTest {

  @ParameterizedTest(name = "{0} on {1}, {2} copies")
  @CsvSource({
    "adam-population, hilly,  5, 60, 0.399545, 0.033217, 0.001661",
    "adam-population, hilly, 25, 12, 0.297457, 0.010260, 0.000725",
    "adam-population, forest, 5, 60, 0.303798, 0.029609, 0.001480",
    "adamm,           hilly,  5, 60, 0.889095, 0.063255, 0.003163",
    "adamm,           hilly, 25, 12, 0.456666, 0.017748, 0.001255",
    "adamm,           forest, 5, 60, 0.875962, 0.043503, 0.002175",
    "noa,             hilly,  5, 20, 0.701352, 0.109, 0.0345",
    "noa,             hilly, 25,  4, 0.401290, 0.023, 0.0073",
    "noa,             forest, 5, 20, 0.622298, 0.087, 0.0275",
    "noa,             forest, 25, 4, 0.308303, 0.016, 0.0051",
    "noa,             megacity, 5, 20, 0.452308, 0.085, 0.0269",
    "noa,             megacity, 25, 4, 0.208923, 0.019, 0.0060",
  })
  void meanFitnessLiesWithinFourStandardErrors(
      String optimizer,
      String function,
      double copies,
      int runs,
      double mean,
      double deviation,
      double standardError) {
    Laboratory laboratory = BuiltIns.laboratory();
    StudyPlan plan = laboratory.plan(study(optimizer, function, copies, runs));
    double sum = 0;
    for (long trial = 0; trial < plan.trials(); trial++) {
      List<TrialEvent> events = laboratory.runTrial(plan, trial);
      TrialEvent.Finished finished = (TrialEvent.Finished) events.get(events.size() - 1);
      assertThat(finished.result().cost()).isEqualTo(10_000);
      sum += 1 - finished.result().bestLoss();
    }

    double tolerance = 4 * Math.sqrt(deviation * deviation / runs + standardError * standardError);
    assertThat(sum / runs).isBetween(mean - tolerance, mean + tolerance);
  }

  private static StudySpec study(String optimizer, String function, double copies, int runs) {
    return new StudySpec(
        "published",
        "",
        7,
        runs,
        new Budget(10_000, Budget.Unit.EVALUATIONS, 3),
        List.of(),
        false,
        Loss.MSE,
        List.of(
            new ProblemSpec.BuiltIn(
                "", new ComponentSpec(function, Map.of("copies", List.of(copies))))),
        Validation.NONE,
        List.of(),
        List.of(),
        List.of(ComponentSpec.of(optimizer)),
        List.of(WeightPolicy.CLIP),
        List.of(new BoundsSpec.AsInitial()),
        List.of(new InitialWeights.Uniform(List.of(1.0))),
        Cadence.never(),
        Metric.PRESET);
  }
}
