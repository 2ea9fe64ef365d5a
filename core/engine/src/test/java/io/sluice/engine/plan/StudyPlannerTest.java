package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.both;
import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Trial;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudyPlannerTest {

  private static StudyPlan plan(StudyBuilder study) {
    return Laboratories.with().plan(study.build());
  }

  private static List<String> labels(StudyPlan plan, String factor) {
    return plan.cells().stream().map(setup -> setup.cell().factor(factor)).distinct().toList();
  }

  private static StudyBuilder everyFactor() {
    return new StudyBuilder()
        .problems(example("easy", 1, 0.5), builtIn("xor"))
        .networks(
            NetworkSpec.dense(List.of(2), true, true), NetworkSpec.dense(List.of(1), false, false))
        .activations("tanh", "relu")
        .optimizers(component("sgd", "learning-rate", 0.1, 0.2), ComponentSpec.of("sampler"))
        .policies(WeightPolicy.NONE, WeightPolicy.CLIP)
        .bounds(new BoundsSpec.AsInitial(), new BoundsSpec.Explicit(-3, 3))
        .initial(new InitialWeights.Uniform(List.of(1.0, 10.0)));
  }

  @Test
  void everyCombinationIsACell() {
    StudyPlan plan = plan(everyFactor());
    assertThat(plan.cells()).hasSize(2 * 2 * 2 * 3 * 2 * 2 * 2);
    assertThat(plan.trials()).isEqualTo(3L * plan.cells().size());
    assertThat(plan.notes()).isEmpty();
    Set<Object> factors = new HashSet<>();
    plan.cells().forEach(setup -> factors.add(setup.cell().factors()));
    assertThat(factors).hasSameSizeAs(plan.cells());
  }

  @Test
  void cellsComeInTheOrderOfTheStudy() {
    StudyPlan plan = plan(everyFactor());
    assertThat(labels(plan, "problem")).containsExactly("easy", "xor");
    assertThat(labels(plan, "network"))
        .containsExactly("1-2-1", "1-1-1 linear no-bias", "2-2-1", "2-1-1 linear no-bias");
    assertThat(labels(plan, "loss")).containsExactly("mse");
    assertThat(labels(plan, "activation")).containsExactly("tanh", "relu");
    assertThat(labels(plan, "initial-weights")).containsExactly("uniform(1)", "uniform(10)");
    assertThat(labels(plan, "bounds")).containsExactly("[-1, 1]", "[-3, 3]", "[-10, 10]");
    assertThat(labels(plan, "optimizer"))
        .containsExactly("sgd(learning-rate=0.1)", "sgd(learning-rate=0.2)", "sampler");
    assertThat(labels(plan, "weight-policy")).containsExactly("none", "clip");
    for (int i = 0; i < plan.cells().size(); i++) {
      assertThat(plan.cells().get(i).cell().index()).isEqualTo(i);
    }
    assertThat(plan.cells().get(1).cell().factor("weight-policy")).isEqualTo("clip");
    assertThat(plan.cells().get(2).cell().factor("optimizer")).endsWith("0.2)");
    assertThat(plan.cells().get(6).cell().factor("bounds")).isEqualTo("[-3, 3]");
  }

  @Test
  void trialsGoRepeatByRepeatThroughTheCells() {
    StudyPlan plan = plan(everyFactor());
    Set<String> keys = new HashSet<>();
    for (long index = 0; index < plan.trials(); index++) {
      Trial trial = plan.trial(index);
      assertThat(trial.index()).isEqualTo(index);
      assertThat(trial.cell().index()).isEqualTo((int) index / 3);
      assertThat(trial.repeat()).isEqualTo((int) index % 3);
      keys.add(trial.key());
    }
    assertThat(keys).hasSize((int) plan.trials());
  }

  @Test
  void listsOfValuesAreAGridInTheOrderOfDeclaration() {
    ComponentSpec grid =
        both(
            component("momentum", "decay", 0.5, 0.9),
            component("momentum", "learning-rate", 0.1, 0.25));
    StudyPlan plan = plan(new StudyBuilder().optimizers(grid));
    assertThat(labels(plan, "optimizer"))
        .containsExactly(
            "momentum(learning-rate=0.1)",
            "momentum(learning-rate=0.1 decay=0.9)",
            "momentum",
            "momentum(decay=0.9)");
    assertThat(plan.cells().get(1).cell().hyperparameters())
        .containsEntry("optimizer.learning-rate", 0.1)
        .containsEntry("optimizer.decay", 0.9);
  }

  @Test
  void presetsAreAmongTheResolvedValues() {
    StudyPlan plan = plan(new StudyBuilder().activations("lrelu"));
    assertThat(labels(plan, "activation")).containsExactly("leaky-relu");
    assertThat(plan.cells().get(0).cell().hyperparameters())
        .containsEntry("activation.negative-slope", 0.01)
        .containsEntry("optimizer.learning-rate", 0.25)
        .containsEntry("problem.x", 1.0);
  }

  @Test
  void variantsOfANamedProblemSayWhatVaries() {
    ProblemSpec one = new ProblemSpec.BuiltIn("far", component("single-example", "y", 3.0));
    ProblemSpec two =
        new ProblemSpec.BuiltIn(
            "near",
            both(
                component("single-example", "x", 2.0), component("single-example", "y", 0.1, 0.2)));
    assertThat(labels(plan(new StudyBuilder().problems(one, two)), "problem"))
        .containsExactly("far", "near(y=0.1)", "near(y=0.2)");
    ProblemSpec unnamed = new ProblemSpec.BuiltIn("", component("single-example", "y", 0.5, 0.2));
    assertThat(labels(plan(new StudyBuilder().problems(unnamed)), "problem"))
        .containsExactly("single-example", "single-example(y=0.2)");
  }

  @Test
  void layersMayHaveActivationsOfTheirOwn() {
    ActivationSpec layers =
        new ActivationSpec(
            List.of(
                ComponentSpec.of("tanh"), component("leaky-relu", "negative-slope", 0.01, 0.2)));
    StudyPlan plan = plan(new StudyBuilder().activations(layers));
    assertThat(labels(plan, "activation"))
        .containsExactly("tanh/leaky-relu", "tanh/leaky-relu(negative-slope=0.2)");
    assertThat(plan.cells().get(1).cell().hyperparameters())
        .containsEntry("activation-2.negative-slope", 0.2);
    Task.Fit fit = (Task.Fit) plan.cells().get(1).task();
    assertThat(fit.network().layers().get(0).activation().id()).isEqualTo("tanh");
    assertThat(fit.network().layers().get(1).activation().value(-1)).isEqualTo(-0.2);
  }

  @Test
  void allStandsForEveryActivation() {
    assertThat(labels(plan(new StudyBuilder().activations("all")), "activation"))
        .containsExactly("bent", "identity", "leaky-relu", "relu", "sigmoid", "sine", "tanh");
  }

  @Test
  void functionsHaveNoNetworkAndTheirOwnBox() {
    StudyPlan plan =
        plan(everyFactor().problems(builtIn("hilly")).networks().activations(new String[0]));
    assertThat(plan.cells()).hasSize(3 * 2);
    assertThat(labels(plan, "network")).containsExactly("-");
    assertThat(labels(plan, "loss")).containsExactly("-");
    assertThat(labels(plan, "bounds")).containsExactly("box");
    assertThat(labels(plan, "initial-weights")).containsExactly("box");
    assertThat(plan.cells().get(0).task().parameters()).isEqualTo(10);
    assertThat(plan.cells().get(0).lower(3)).isEqualTo(-3);
  }

  @Test
  void cellsThatComeTwiceAreRunOnce() {
    StudyPlan plan =
        plan(
            new StudyBuilder()
                .policies(WeightPolicy.CLIP, WeightPolicy.CLIP)
                .bounds(new BoundsSpec.AsInitial(), new BoundsSpec.Explicit(-1, 1)));
    assertThat(plan.cells()).hasSize(1);
    assertThat(plan.notes())
        .containsExactly(
            "cells that come more than once are run once, such as single-example, 1-1-1, mse,"
                + " tanh, sgd, clip, [-1, 1], uniform(1)");
  }

  @Test
  void largestCostCountsGradientsAndGenerations() {
    StudyPlan plan =
        plan(
            new StudyBuilder()
                .budget(Budget.of(63))
                .optimizers(ComponentSpec.of("sgd"), component("sampler", "size", 10.0)));
    assertThat(plan.largestCost(plan.cells().get(0))).isEqualTo(61);
    assertThat(plan.largestCost(plan.cells().get(1))).isEqualTo(60);
    assertThat(plan.largestCost()).isEqualTo(3 * (61 + 60));
  }
}
