package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Patience;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Noisy;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.Outcome;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trial pays, sees and ends with that asks where it wants. */
class OracleBlockTest {

  /**
   * Goes through letters over and over: W, G, H and R ask for loss, gradient, product and residuals
   * at the weights, L for a loss beside them, A accepts a point nobody asked for, a the one asked
   * last, S stops.
   */
  private record Scripted(String letters, List<double[]> told, List<Double> losses)
      implements OracleOptimizer {

    static Scripted of(String letters) {
      return new Scripted(
          letters,
          Collections.synchronizedList(new ArrayList<>()),
          Collections.synchronizedList(new ArrayList<>()));
    }

    @Override
    public String id() {
      return "scripted";
    }

    @Override
    public Set<OracleRequest> questions() {
      Set<OracleRequest> questions = EnumSet.of(OracleRequest.LOSS, OracleRequest.GRADIENT);
      if (letters.indexOf('H') >= 0) {
        questions.add(OracleRequest.HESSIAN_PRODUCT);
      }
      if (letters.indexOf('R') >= 0) {
        questions.add(OracleRequest.RESIDUALS);
      }
      return questions;
    }

    @Override
    public OracleState start(OracleTask task) {
      return new OracleState() {
        private double[] weights;
        private int next;

        @Override
        public OracleRequest ask(double[] point, double[] direction) {
          if (weights == null) {
            weights = point.clone();
          }
          char letter = letters.charAt(next++ % letters.length());
          if (letter != 'a') {
            double away = letter == 'L' ? 0.125 : letter == 'A' ? 0.25 : 0;
            for (int p = 0; p < point.length; p++) {
              point[p] = weights[p] - away;
              direction[p] = p + 1;
            }
          }
          switch (letter) {
            case 'W':
            case 'L':
              return OracleRequest.LOSS;
            case 'G':
              return OracleRequest.GRADIENT;
            case 'H':
              return OracleRequest.HESSIAN_PRODUCT;
            case 'R':
              return OracleRequest.RESIDUALS;
            case 'S':
              return OracleRequest.STOP;
            case 'U':
              return null;
            default:
              weights = null;
              return OracleRequest.ACCEPT;
          }
        }

        @Override
        public void tell(double loss, double[] point, double[] vector) {
          told.add(point.clone());
          told.add(vector.clone());
          losses.add(loss);
        }
      };
    }
  }

  private static StudyBuilder sphere(Budget budget) {
    return new StudyBuilder()
        .repeats(3)
        .problems(new ProblemSpec.BuiltIn("", component("sphere", "dimensions", 2.0)))
        .optimizers(ComponentSpec.of("scripted"))
        .policies(WeightPolicy.NONE)
        .budget(budget);
  }

  private static StudyBuilder xor(Budget budget) {
    return sphere(budget)
        .problems(builtIn("xor"))
        .networks(NetworkSpec.dense(List.of(2), false, true))
        .initial(new InitialWeights.Uniform(List.of(1.0)));
  }

  private static TrialResult only(StudyBuilder study, String letters) {
    List<TrialResult> results = Runs.of(study, Scripted.of(letters)).results();
    assertThat(results).extracting(TrialResult::cost).containsOnly(results.get(0).cost());
    assertThat(results).extracting(TrialResult::steps).containsOnly(results.get(0).steps());
    assertThat(results).extracting(TrialResult::outcome).containsOnly(Outcome.COMPLETED);
    assertThat(results).allMatch(r -> Double.isFinite(r.finalLoss()));
    return results.get(0);
  }

  /** A look at the first weights, or at the last ones, costs 1 where no answer shows their loss. */
  @ParameterizedTest
  @CsvSource({
    "La, 10, 10, 9",
    "La, 11, 11, 10",
    "Wa, 10, 10, 10",
    "GA, 9, 9, 2",
    "GA, 10, 10, 3",
    "GA, 12, 12, 3",
    "GA, 13, 13, 4",
    "GLa, 12, 12, 3",
    "GLa, 15, 15, 3",
    "GLA, 15, 15, 3",
    "HGA, 10, 10, 0",
    "HGA, 20, 20, 1",
    "RA, 10, 10, 3",
    "RLa, 12, 12, 3",
    "GS, 100, 3, 0",
    "GAS, 100, 4, 1",
    "LaLaS, 100, 3, 2",
  })
  void budgetsOfForwardEquivalentsAreKeptToTheUnit(
      String letters, double budget, double cost, long steps) {
    TrialResult result = only(sphere(Budget.of(budget)), letters);
    assertThat(result.cost()).isEqualTo(cost);
    assertThat(result.steps()).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({"GA, 10, 9", "La, 10, 9", "HA, 10, 3", "RA, 10, 9", "Wa, 10, 10"})
  void budgetsOfEvaluationsCountLossesComputed(String letters, double budget, long steps) {
    TrialResult result = only(sphere(new Budget(budget, Budget.Unit.EVALUATIONS, 3)), letters);
    assertThat(result.steps()).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({"GA, 22", "La, 8", "HGA, 71", "GLa, 28", "Wa, 7"})
  void budgetsOfStepsCountAcceptedPoints(String letters, double cost) {
    TrialResult result = only(sphere(new Budget(7, Budget.Unit.STEPS, 3)), letters);
    assertThat(result.steps()).isEqualTo(7);
    assertThat(result.cost()).isEqualTo(cost);
  }

  /** Each of n outputs passes back on its own: 1 + 2 n. */
  @Test
  void residualsOfANetworkCostByItsOutputs() {
    StudyBuilder study = xor(Budget.of(200));
    assertThat(only(study, "RS").cost()).isEqualTo(3);
    ProblemSpec iris = builtIn("iris");
    assertThat(only(study.problems(iris).repeats(1), "RS").cost()).isEqualTo(7);
  }

  @Test
  void aGradientCostsWhatTheStudySays() {
    StudyBuilder study = xor(new Budget(100, Budget.Unit.FORWARD_EQUIVALENTS, 2));
    assertThat(only(study, "GS").cost()).isEqualTo(2);
    assertThat(only(study, "HS").cost()).isEqualTo(5);
    assertThat(only(study, "RS").cost()).isEqualTo(2);
  }

  /** A look at 4 rows costs 1; gradients over 2 of them half as much as whole ones. */
  @ParameterizedTest
  @CsvSource({"GA, 20, 19.5, 9", "GA, 21, 21, 10", "LA, 10, 9.5, 8", "HGA, 30, 29.5, 5"})
  void batchesCostTheirShareAndTheLooks(String letters, double budget, double cost, long steps) {
    StudyBuilder study = xor(Budget.of(budget)).batches(new Batches(2, Batches.Order.SHUFFLED));
    TrialResult result = only(study, letters);
    assertThat(result.cost()).isLessThanOrEqualTo(budget);
    assertThat(result.steps()).isEqualTo(steps);
    assertThat(result.cost()).isEqualTo(cost);
  }

  @Test
  void allQuestionsOfAStepAreOfOneBatch() {
    Scripted scripted = Scripted.of("GGA");
    Runs.of(xor(Budget.of(60)).repeats(1).batches(new Batches(1, Batches.Order.SHUFFLED)), scripted)
        .results();
    List<Double> losses = scripted.losses();
    assertThat(losses).hasSizeGreaterThan(10);
    for (int i = 0; i + 1 < losses.size(); i += 2) {
      assertThat(losses.get(i + 1)).isEqualTo(losses.get(i));
    }
    assertThat(losses.get(2)).isNotEqualTo(losses.get(0));
  }

  @Test
  void allQuestionsOfAStepHaveTheSameDraws() {
    Scripted scripted = Scripted.of("GRGA");
    Runs.of(
            xor(Budget.of(100)).repeats(1).activations("noisy"),
            scripted,
            new Noisy("noisy", StochasticActivation.Draw.NORMAL))
        .results();
    List<Double> losses = scripted.losses();
    assertThat(losses).hasSizeGreaterThan(10);
    for (int i = 0; i + 2 < losses.size(); i += 3) {
      assertThat(losses.get(i + 1)).isEqualTo(losses.get(i));
      assertThat(losses.get(i + 2)).isEqualTo(losses.get(i));
    }
  }

  /** Σ x²: the gradient is 2 x, the Hessian twice the identity. */
  @Test
  void answersAreThoseOfTheFunction() {
    Scripted scripted = Scripted.of("WGHRa");
    Runs.of(sphere(Budget.of(100)).repeats(1), scripted).results();
    double[] x = scripted.told().get(0);
    double loss = x[0] * x[0] + x[1] * x[1];
    assertThat(scripted.losses().subList(0, 2)).containsOnly(loss);
    assertThat(scripted.losses().get(2)).isNaN();
    assertThat(scripted.losses().get(3)).isEqualTo(loss);
    assertThat(scripted.told().get(3)).containsExactly(2 * x[0], 2 * x[1]);
    assertThat(scripted.told().get(5)).containsExactly(new double[] {2, 4}, within(1e-9));
    assertThat(scripted.told().get(7)).containsExactly(2 * x[0], 2 * x[1]);
  }

  @ParameterizedTest
  @EnumSource(WeightPolicy.class)
  void questionsAreAskedWithinTheBounds(WeightPolicy policy) {
    Scripted scripted = Scripted.of("GLA");
    Runs.of(
            xor(Budget.of(400)).policies(policy).bounds(new BoundsSpec.Explicit(-0.3, 0.7)),
            scripted)
        .results();
    List<Double> points = new ArrayList<>();
    for (int i = 0; i < scripted.told().size(); i += 2) {
      Arrays.stream(scripted.told().get(i)).forEach(points::add);
    }
    assertThat(points).hasSizeGreaterThan(500);
    boolean inside = points.stream().allMatch(w -> w >= -0.3 && w <= 0.7);
    assertThat(inside).isEqualTo(policy != WeightPolicy.NONE);
  }

  @Test
  void stepsAreMeasuredWithTheirLossAndCost() {
    List<TrialEvent> events =
        Runs.of(
                sphere(Budget.of(20)).repeats(2).cadence(Cadence.every(2)).metrics(Metric.LOSS),
                Scripted.of("GA"))
            .events(1, 1);
    List<TrialEvent.Measured> first =
        events.stream()
            .filter(TrialEvent.Measured.class::isInstance)
            .map(TrialEvent.Measured.class::cast)
            .filter(measured -> measured.trial().index() == 0)
            .toList();
    assertThat(first).extracting(TrialEvent.Measured::step).containsExactly(0L, 2L, 4L, 6L);
    assertThat(first).extracting(TrialEvent.Measured::cost).containsExactly(3.0, 9.0, 15.0, 19.0);
  }

  @Test
  void targetsAreTimedAtTheCostAtWhichTheirLossIsKnown() {
    TrialResult result =
        Runs.of(
                new StudyBuilder()
                    .repeats(1)
                    .problems(example("one", 1, 0))
                    .networks(NetworkSpec.dense(List.of(), true, false))
                    .activations("identity")
                    .initial(new InitialWeights.Explicit(List.of(1.0)))
                    .optimizers(ComponentSpec.of("scripted"))
                    .policies(WeightPolicy.NONE)
                    .targets(0.6, 0.3)
                    .stopAtLastTarget()
                    .budget(Budget.of(100)),
                Scripted.of("GA"))
            .results()
            .get(0);
    assertThat(result.hitCosts()).containsExactly(6.0, 9.0);
    assertThat(result.cost()).isEqualTo(9);
    assertThat(result.steps()).isEqualTo(2);
    assertThat(result.initialLoss()).isEqualTo(1);
    assertThat(result.finalLoss()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource({"GA, 100", "La, 100"})
  void lossesThatStandStillEndATrial(String letters, double budget) {
    StudyBuilder study =
        xor(Budget.of(budget))
            .bounds(new BoundsSpec.Explicit(-0.01, 0.01))
            .policies(WeightPolicy.CLIP)
            .patience(new Patience(3, 0.5), Metric.LOSS);
    List<TrialResult> results = Runs.of(study, Scripted.of(letters)).results();
    assertThat(results).extracting(TrialResult::steps).containsOnly(3L);
    List<TrialResult> watching =
        Runs.of(
                study.validation(0.25).patience(new Patience(3, 0.5), Metric.VALIDATION_LOSS),
                Scripted.of(letters))
            .results();
    assertThat(watching).extracting(TrialResult::steps).containsOnly(3L);
    assertThat(watching.get(0).cost()).isGreaterThan(results.get(0).cost());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A; accepted a point without a question in step 1",
        "GAA; accepted a point without a question in step 2",
        "L; step 1 has asked 10021 questions and does not end",
        "U; ask(...) gave null in place of a request"
      })
  void slipsFailTheTrialAndSayWhy(String letters, String reason) {
    StudyBuilder study = sphere(new Budget(20_000, Budget.Unit.STEPS, 3)).repeats(1);
    TrialResult result = Runs.of(study, Scripted.of(letters)).results().get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.message()).contains(reason);
  }

  @Test
  void aQuestionThatIsNotDeclaredFailsTheTrial() {
    OracleOptimizer sly =
        new OracleOptimizer() {
          @Override
          public String id() {
            return "sly";
          }

          @Override
          public Set<OracleRequest> questions() {
            return EnumSet.of(OracleRequest.LOSS);
          }

          @Override
          public OracleState start(OracleTask task) {
            return Scripted.of("GA").start(task);
          }
        };
    TrialResult result =
        Runs.of(sphere(Budget.of(50)).optimizers(ComponentSpec.of("sly")), sly).results().get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.message()).contains("sly asked for GRADIENT, but declares only [LOSS]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mae", "huber(delta=1)", "log-cosh"})
  void residualsOfOtherLossesAreRefused(String label) {
    Loss loss = Loss.all().stream().filter(l -> l.label().equals(label)).findFirst().orElseThrow();
    assertThat(refused(xor(Budget.of(50)).loss(loss)))
        .containsExactly(
            "optimizers[0]: scripted needs residuals, whose squares sum up to the loss, which only"
                + " the loss mse has, not "
                + label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hilly", "rastrigin", "ackley"})
  void residualsOfFunctionsThatAreNoSumsOfSquaresAreRefused(String problem) {
    assertThat(refused(sphere(Budget.of(50)).problems(builtIn(problem))))
        .containsExactly(
            "optimizers[0]: scripted needs residuals, whose squares sum up to the loss, but "
                + problem
                + " is no sum of squares");
  }

  @Test
  void slopesOfFunctionsThatHaveNoneAreRefused() {
    assertThat(refused(sphere(Budget.of(50)).problems(builtIn("megacity"))))
        .anyMatch(line -> line.contains("needs slopes, but those of megacity are zero"));
  }

  private static List<String> refused(StudyBuilder study) {
    List<String> lines = new ArrayList<>();
    assertThatThrownBy(() -> Runs.of(study, Scripted.of("RA")))
        .isInstanceOfSatisfying(
            StudyPlanException.class,
            refused ->
                lines.addAll(
                    refused.complaints().stream()
                        .map(complaint -> complaint.path() + ": " + complaint.message())
                        .collect(Collectors.toList())));
    return lines;
  }
}
