package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudyPlanTest {

  private static StudyPlan plan(StudyBuilder study) {
    return Laboratories.with().plan(study.build());
  }

  private static StudyBuilder study() {
    return new StudyBuilder();
  }

  @Test
  void idNeverChangesForOneStudy() {
    assertThat(plan(study()).id()).isEqualTo(plan(study()).id()).isEqualTo("test-0884dc6a");
  }

  @Test
  void everythingThatDecidesResultsDecidesTheId() {
    List<String> ids = new ArrayList<>();
    ids.add(plan(study()).id());
    ids.add(plan(study().seed(8)).id());
    ids.add(plan(study().repeats(4)).id());
    ids.add(plan(study().budget(Budget.of(64))).id());
    ids.add(plan(study().budget(new Budget(61, Budget.Unit.STEPS, 3))).id());
    ids.add(plan(study().budget(new Budget(61, Budget.Unit.FORWARD_EQUIVALENTS, 2))).id());
    ids.add(plan(study().targets(0.1)).id());
    ids.add(plan(study().targets(0.1, 0.01)).id());
    ids.add(plan(study().targets(0.1).stopAtLastTarget()).id());
    ids.add(plan(study().cadence(Cadence.every(1))).id());
    ids.add(plan(study().loss(Loss.MAE)).id());
    ids.add(plan(study().activations("relu")).id());
    ids.add(plan(study().optimizers(component("sgd", "learning-rate", 0.1))).id());
    ids.add(plan(study().networks(NetworkSpec.dense(List.of(1), true, false))).id());
    ids.add(plan(study().problems(example("own", 1, 2))).id());
    ids.add(plan(study().problems(example("own", 1, 3))).id());
    ids.add(plan(study().policies(WeightPolicy.CLIP)).id());
    ids.add(plan(study().problems(builtIn("xor"))).id());
    Batches two = new Batches(2, Batches.Order.SHUFFLED);
    ids.add(plan(study().problems(builtIn("xor")).batches(two)).id());
    ids.add(plan(study().schedules(StudyBuilder.schedule("cosine", "alpha", 0))).id());
    ids.add(plan(study().schedules(StudyBuilder.schedule("cosine", "alpha", 0.1))).id());
    ids.add(plan(study().clipping(new Clipping(Clipping.Kind.NORM, 1))).id());
    ids.add(plan(study().weightDecay(new WeightDecay(WeightDecay.Kind.L2, 1))).id());
    ids.add(plan(study().divergence(1e6)).id());
    ids.add(plan(study().summaries(1)).id());
    ids.add(plan(study().summaries(2)).id());
    ids.add(Laboratories.withHash("99").plan(study().build()).id());
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
  }

  @Test
  void wordsAndWhatTheStudyIsDecidedByAreNotInTheIdentity() {
    StudySpec spec = study().build();
    Set<String> parts =
        new HashSet<>(Set.of("name", "question", "decideBy", "seed", "repeats", "keep"));
    parts.addAll(Set.of("tuning", "problems", "networks", "activations", "optimizers"));
    parts.addAll(Set.of("weightPolicies", "bounds", "initialWeights"));
    String settings = Canonical.settings(spec);
    for (RecordComponent part : StudySpec.class.getRecordComponents()) {
      assertThat(
              settings.contains(" " + part.getName() + "=")
                  || settings.contains("(" + part.getName() + "="))
          .as(part.getName())
          .isNotEqualTo(parts.contains(part.getName()));
    }
    assertThat(settings).startsWith("seed=").contains("divergence=").doesNotContain("batches");
    assertThatThrownBy(() -> Canonical.of(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }

  @Test
  void keysOfTrialsChangeWithWhateverChangesTheirNumbers() {
    List<String> keys = new ArrayList<>();
    keys.add(plan(study()).trial(0).key());
    keys.add(plan(study().budget(Budget.of(64))).trial(0).key());
    keys.add(plan(study().targets(0.1)).trial(0).key());
    keys.add(plan(study().targets(0.1, 0.01)).trial(0).key());
    keys.add(plan(study().targets(0.1).stopAtLastTarget()).trial(0).key());
    keys.add(plan(study().cadence(Cadence.every(1))).trial(0).key());
    keys.add(plan(study().divergence(1e6)).trial(0).key());
    keys.add(plan(study().loss(Loss.MAE)).trial(0).key());
    keys.add(plan(study().policies(WeightPolicy.CLIP)).trial(0).key());
    keys.add(Laboratories.withHash("99").plan(study().build()).trial(0).key());
    for (String formula : List.of("x", "2 * x")) {
      ActivationSpec named = ActivationSpec.of(ComponentSpec.formula("mine", formula, Map.of()));
      keys.add(plan(study().activations(named)).trial(0).key());
    }
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void keysOfTrialsDependOnSeedAndContent() {
    Set<String> keys = new HashSet<>();
    keys.add(plan(study()).trial(0).key());
    keys.add(plan(study().seed(8)).trial(0).key());
    keys.add(plan(study().problems(example("own", 1, 2))).trial(0).key());
    keys.add(plan(study().problems(example("own", 1, 3))).trial(0).key());
    keys.add(plan(study().activations("relu")).trial(0).key());
    assertThat(keys).hasSize(5);
    assertThat(plan(study().repeats(9)).trial(2).key()).isEqualTo(plan(study()).trial(2).key());
    assertThat(plan(study().activations("relu", "tanh")).trial(3).key())
        .isEqualTo(plan(study()).trial(0).key());
  }

  @Test
  void repeatsStartAlikeWhateverIsCompared() {
    StudyPlan plan =
        plan(
            study()
                .activations("tanh", "relu")
                .optimizers(
                    component("sgd", "learning-rate", 0.1, 1.0), ComponentSpec.of("momentum"))
                .policies(WeightPolicy.NONE, WeightPolicy.CLIP)
                .bounds(new BoundsSpec.AsInitial(), new BoundsSpec.Explicit(-5, 5)));
    assertThat(plan.cells()).hasSize(24);
    for (int repeat = 0; repeat < 3; repeat++) {
      Set<List<Double>> starts = new HashSet<>();
      for (TrialSetup setup : plan.cells()) {
        starts.add(start(setup, repeat));
      }
      assertThat(starts).hasSize(1);
    }
  }

  @Test
  void repeatsProblemsNetworksAndRangesStartDifferently() {
    StudyPlan plan =
        plan(
            study()
                .problems(example("a", 1, 1), example("b", 1, 1))
                .networks(
                    NetworkSpec.dense(List.of(1), true, true),
                    NetworkSpec.dense(List.of(1), false, true))
                .initial(new InitialWeights.Uniform(List.of(1.0, 2.0))));
    Set<List<Double>> starts = new HashSet<>();
    for (TrialSetup setup : plan.cells()) {
      for (int repeat = 0; repeat < 3; repeat++) {
        starts.add(start(setup, repeat));
      }
    }
    assertThat(starts).hasSize(8 * 3);
  }

  @Test
  void uniformWeightsFillTheirRange() {
    TrialSetup setup =
        plan(study().initial(new InitialWeights.Uniform(List.of(10.0)))).cells().get(0);
    double smallest = 0;
    double largest = 0;
    for (int repeat = 0; repeat < 1000; repeat++) {
      for (double weight : start(setup, repeat)) {
        smallest = Math.min(smallest, weight);
        largest = Math.max(largest, weight);
      }
    }
    assertThat(smallest).isBetween(-10.0, -9.9);
    assertThat(largest).isBetween(9.9, 10.0);
  }

  @Test
  void explicitWeightsAreTheSameInEveryRepeat() {
    TrialSetup setup =
        plan(study().initial(new InitialWeights.Explicit(List.of(1.0, 2.0, 3.0, 4.0))))
            .cells()
            .get(0);
    assertThat(start(setup, 0)).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(start(setup, 7)).containsExactly(1.0, 2.0, 3.0, 4.0);
  }

  @Test
  void functionsStartInTheirBox() {
    StudyPlan plan = plan(study().problems(builtIn("forest")));
    List<Double> start = start(plan.cells().get(0), 0);
    for (int i = 0; i < start.size(); i += 2) {
      assertThat(start.get(i)).isBetween(-43.5, -39.0);
      assertThat(start.get(i + 1)).isBetween(-47.35, -40.0);
    }
  }

  @Test
  void originsAreThoseOfTheComponentsUsed() {
    assertThat(plan(study()).origins())
        .extracting(origin -> origin.plugin() + " " + origin.sha256())
        .containsExactly("activations 11", "optimizers 22");
  }

  private static List<Double> start(TrialSetup setup, int repeat) {
    double[] weights = new double[setup.task().parameters()];
    setup.startWeights(repeat, weights);
    List<Double> list = new ArrayList<>();
    for (double weight : weights) {
      list.add(weight);
    }
    return list;
  }

  @Test
  void remarksAboutDataAreNotesAndDoNotDecideTheId() {
    Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{3}, {5}});
    ProblemSpec plain = new ProblemSpec.Data("d", data);
    ProblemSpec remarked =
        new ProblemSpec.Data("d", data, Preparation.NONE, List.of("a row dropped"));

    assertThat(plan(study().problems(plain)).notes()).isEmpty();
    assertThat(plan(study().problems(remarked)).notes()).containsExactly("d: a row dropped");
    assertThat(plan(study().problems(remarked)).id()).isEqualTo(plan(study().problems(plain)).id());
  }
}
