package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

  /** Declares that any slope will do, and refuses 13 nevertheless. */
  private record Superstitious(double slope) implements Activation {
    Superstitious {
      if (slope == 13) {
        throw new IllegalArgumentException("13 brings bad luck");
      }
    }

    @Override
    public String id() {
      return "superstitious";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("slope", slope, Interval.REALS, ""));
    }

    @Override
    public Superstitious with(Map<String, Double> values) {
      return new Superstitious(values.get("slope"));
    }

    @Override
    public double value(double x) {
      return slope * x;
    }

    @Override
    public double slope(double x) {
      return slope;
    }
  }

  private static List<String> complaints(StudyBuilder study) {
    StudyPlanException refusal =
        catchThrowableOfType(
            StudyPlanException.class,
            () -> Laboratories.with(new Superstitious(1)).plan(study.build()));
    assertThat(refusal).as("a refusal").isNotNull();
    List<String> lines =
        refusal.complaints().stream().map(c -> c.path() + ": " + c.message()).toList();
    assertThat(refusal).hasMessage(String.join("\n", lines));
    return lines;
  }

  private static StudyBuilder study() {
    return new StudyBuilder();
  }

  @Test
  void unknownIdsAreNamedWithTheNearestOne() {
    assertThat(complaints(study().activations("tahn")))
        .containsExactly("activations[0]: unknown activation \"tahn\" (did you mean \"tanh\"?)");
    assertThat(complaints(study().optimizers(ComponentSpec.of("sgd"), ComponentSpec.of("sgdd"))))
        .containsExactly("optimizers[1]: unknown optimizer \"sgdd\" (did you mean \"sgd\"?)");
    assertThat(complaints(study().problems(builtIn("billy"))))
        .containsExactly("problems[0]: unknown problem \"billy\" (did you mean \"hilly\"?)");
    assertThat(complaints(study().activations("something-else")))
        .containsExactly("activations[0]: unknown activation \"something-else\"");
  }

  @Test
  void unknownIdsInLayersAreNamedByLayer() {
    ActivationSpec layers =
        new ActivationSpec(List.of(ComponentSpec.of("tanh"), ComponentSpec.of("rellu")));
    assertThat(complaints(study().activations(layers)))
        .containsExactly(
            "activations[0].layers[1]: unknown activation \"rellu\" (did you mean \"relu\"?)");
  }

  @Test
  void unknownHyperparametersAreNamedWithTheKnownOnes() {
    assertThat(complaints(study().optimizers(component("momentum", "decai", 0.5))))
        .containsExactly(
            "optimizers[0].decai: momentum has no hyper-parameter \"decai\" (did you mean"
                + " \"decay\"?); it has learning-rate, decay");
    assertThat(complaints(study().activations(ActivationSpec.of(component("tanh", "slope", 1.0)))))
        .containsExactly(
            "activations[0].slope: tanh has no hyper-parameter \"slope\"; it has none");
  }

  @Test
  void everyValueOutOfRangeIsNamed() {
    assertThat(complaints(study().optimizers(component("sgd", "learning-rate", -1.0, 0.1, 0.0))))
        .containsExactly(
            "optimizers[0].learning-rate: learning-rate must lie in (0, ∞), but is -1.0",
            "optimizers[0].learning-rate: learning-rate must lie in (0, ∞), but is 0.0");
    assertThat(complaints(study().optimizers(component("sampler", "size", 2.5))))
        .containsExactly("optimizers[0].size: size must be a whole number, but is 2.5");
  }

  @Test
  void refusalsOfAComponentAreComplaints() {
    assertThat(
            complaints(
                study().activations(ActivationSpec.of(component("superstitious", "slope", 13.0)))))
        .containsExactly(
            "activations[0]: superstitious(slope=13) is refused: 13 brings bad luck (activations"
                + " 1.0)");
  }

  @Test
  void dataThatOverflowAreAComplaint() {
    ProblemSpec huge = new ProblemSpec.BuiltIn("", component("cubic", "limit", 1e200));
    assertThat(complaints(study().problems(huge)))
        .containsExactly(
            "problems[0]: cubic(limit=1e200) is refused: outputs of row 0 contains -Infinity");
  }

  @Test
  void twinsAreRefused() {
    assertThat(complaints(study().activations("leaky-relu", "tanh", "lrelu")))
        .containsExactly("activations[2]: the activation leaky-relu is named twice");
    assertThat(complaints(study().optimizers(component("sgd", "learning-rate", 0.1, 0.1))))
        .containsExactly("optimizers[0]: the optimizer sgd(learning-rate=0.1) is named twice");
    assertThat(complaints(study().problems(example("a", 1, 1), example("a", 2, 2))))
        .containsExactly("problems[1]: the problem a is named twice");
  }

  @Test
  void explicitWeightsMustFitTheNetwork() {
    assertThat(complaints(study().initial(new InitialWeights.Explicit(List.of(1.0, 2.0)))))
        .containsExactly("initial-weights[0]: a network 1-1-1 has 4 weights, not 2");
  }

  @Test
  void explicitWeightsGiveNoBounds() {
    StudyBuilder explicit =
        study().initial(new InitialWeights.Explicit(List.of(1.0, 2.0, 3.0, 4.0)));
    assertThat(Laboratories.with().plan(explicit.build()).cells()).hasSize(1);
    String noRange = "but the initial weights explicit(";
    assertThat(complaints(explicit.policies(WeightPolicy.CLIP)))
        .singleElement(STRING)
        .startsWith("bounds[0]: the weight policy clip needs bounds, " + noRange)
        .endsWith(") have no range to take them from; declare some, such as bounds: 5");
    assertThat(
            complaints(
                explicit.policies(WeightPolicy.NONE).optimizers(ComponentSpec.of("sampler"))))
        .singleElement(STRING)
        .startsWith("bounds[0]: sampler searches inside bounds, " + noRange);
  }

  @Test
  void activationsByLayerMustFitTheNetwork() {
    ActivationSpec three = new ActivationSpec(Collections.nCopies(3, ComponentSpec.of("tanh")));
    assertThat(complaints(study().activations(three)))
        .containsExactly("activations[0]: names 3 layers, but a network has 2 activated layers");
  }

  @Test
  void budgetsPayForOneStepAtLeast() {
    assertThat(complaints(study().budget(Budget.of(3.5))))
        .containsExactly(
            "budget: one update of sgd and a look at its loss cost 4, more than the budget of 3.5");
    assertThat(complaints(study().budget(new Budget(1, Budget.Unit.EVALUATIONS, 3))))
        .containsExactly(
            "budget: one update of sgd and a look at its loss cost 2, more than the budget of 1");
    assertThat(
            complaints(study().budget(Budget.of(9)).optimizers(component("sampler", "size", 10.0))))
        .containsExactly(
            "budget: one generation of sampler(size=10) costs 10, more than the budget of 9");
  }

  @Test
  void problemsWithoutSlopesAreNoneForGradientOptimizers() {
    StudyBuilder study =
        study()
            .problems(builtIn("megacity"))
            .optimizers(ComponentSpec.of("sampler"), ComponentSpec.of("sgd"));
    assertThat(complaints(study))
        .containsExactly(
            "optimizers[1]: sgd needs slopes, but those of megacity are zero almost everywhere");
  }

  @Test
  void problemsWithDataNeedNetworksAndActivations() {
    assertThat(complaints(study().networks().activations(new String[0])))
        .containsExactly(
            "networks: a problem with data needs a network",
            "activations: a problem with data needs an activation");
  }

  @Test
  void studiesThatCannotBeKeptInMemoryAreRefused() {
    assertThat(complaints(study().repeats(Integer.MAX_VALUE).optimizers(rates(2))))
        .containsExactly("study: up to 4,294,967,294 trials, more than the 2,147,483,647 allowed");
    assertThat(complaints(study().optimizers(rates(10_001))))
        .containsExactly("optimizers[0]: the grid of sgd has 10,001 variants, more than 10,000");
    InitialWeights.Uniform limits =
        new InitialWeights.Uniform(
            IntStream.rangeClosed(1, 200).mapToObj(limit -> (double) limit).toList());
    assertThat(complaints(study().optimizers(rates(9_000)).initial(limits)))
        .containsExactly("study: up to 1,800,000 cells, more than the 1,000,000 allowed");
  }

  private static ComponentSpec rates(int count) {
    return component(
        "sgd",
        "learning-rate",
        IntStream.rangeClosed(1, count).mapToObj(i -> i / 1024.0).toArray(Double[]::new));
  }

  @Test
  void everythingWrongComesAtOnce() {
    StudyBuilder study =
        study()
            .budget(Budget.of(2))
            .problems(builtIn("single-example"), builtIn("megacity"), builtIn("forrest"))
            .activations("tanh", "rellu")
            .optimizers(
                ComponentSpec.of("sgd"),
                component("momentum", "decay", 1.0),
                component("sampler", "with", 1.0))
            .initial(new InitialWeights.Explicit(List.of(1.0)));
    assertThat(complaints(study))
        .containsExactlyInAnyOrder(
            "problems[2]: unknown problem \"forrest\" (did you mean \"forest\"?)",
            "activations[1]: unknown activation \"rellu\" (did you mean \"relu\"?)",
            "optimizers[1].decay: decay must lie in [0, 1), but is 1.0",
            "optimizers[2].with: sampler has no hyper-parameter \"with\" (did you mean"
                + " \"width\"?); it has size, width",
            "optimizers[0]: sgd needs slopes, but those of megacity are zero almost everywhere",
            "budget: one update of sgd and a look at its loss cost 4, more than the budget of 2",
            "initial-weights[0]: a network 1-1-1 has 4 weights, not 1");
  }

  @Test
  void unknownActivationsAreNotAlsoMissing() {
    assertThat(
            complaints(
                study().networks(NetworkSpec.dense(List.of(), true, true)).activations("tahn")))
        .hasSize(1);
  }

  @Test
  void waysOfTrainingNeedAnOptimizerWithAGradient() {
    StudyBuilder study =
        study()
            .optimizers(ComponentSpec.of("sampler"))
            .batches(new Batches(1, Batches.Order.FIXED))
            .schedules(StudyBuilder.schedule("cosine", "alpha", 0))
            .clipping(new Clipping(Clipping.Kind.NORM, 1))
            .weightDecay(new WeightDecay(WeightDecay.Kind.L2, 1));
    assertThat(complaints(study))
        .containsExactly(
            "batches: batches have no meaning here: there is no optimizer with a gradient that"
                + " fits data",
            "schedules: schedules have no meaning here: there is no optimizer with a gradient",
            "clipping: clipping has no meaning here: there is no optimizer with a gradient",
            "weight-decay: weight-decay has no meaning here: there is no optimizer with a"
                + " gradient");
    assertThat(
            complaints(
                study()
                    .problems(builtIn("hilly"))
                    .batches(Batches.FULL, new Batches(1, Batches.Order.FIXED))))
        .hasSize(1);
  }

  @Test
  void aBudgetPaysForAnUpdateOfEveryBatch() {
    StudyBuilder study =
        study()
            .problems(builtIn("xor"))
            .batches(new Batches(1, Batches.Order.FIXED), new Batches(3, Batches.Order.FIXED))
            .budget(Budget.of(3));
    assertThat(complaints(study))
        .containsExactly(
            "budget: one update of sgd with 3 of 4 rows and the looks cost 4.25, more than the"
                + " budget of 3");
  }
}
