package io.sluice.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.support.StudyBuilder;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StudySpecTest {

  private static void refused(ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static StudyBuilder study() {
    return new StudyBuilder();
  }

  @Test
  void namesAreLowerKebabCase() {
    assertThat(study().name("my-study-2").build().name()).isEqualTo("my-study-2");
    for (String name : new String[] {"", "My", "a_b", "a--b", "-a", "a/b"}) {
      refused(
          () -> study().name(name).build(),
          "a study's name is lower kebab-case, such as my-study, not \"" + name + "\"");
    }
  }

  @Test
  void repeatsAreAtLeastOne() {
    refused(() -> study().repeats(0).build(), "repeats must be at least 1, not 0");
  }

  @Test
  void targetsAreFiniteAndDescend() {
    assertThat(study().targets(1.0, 0.1, -1.0).build().targets()).containsExactly(1.0, 0.1, -1.0);
    refused(() -> study().targets(0.1, 0.2).build(), "targets must descend, but 0.2 follows 0.1");
    refused(() -> study().targets(0.1, 0.1).build(), "targets must descend, but 0.1 follows 0.1");
    refused(() -> study().targets(Double.NaN).build(), "a target is a finite loss, not NaN");
  }

  @Test
  void everyFactorNamesAtLeastOne() {
    refused(() -> study().problems().build(), "problems must name at least one");
    refused(() -> study().optimizers().build(), "optimizers must name at least one");
    refused(() -> study().policies().build(), "weight-policies must name at least one");
    refused(() -> study().bounds().build(), "bounds must name at least one");
    refused(() -> study().initial().build(), "initial-weights must name at least one");
    assertThat(study().networks().build().networks()).isEmpty();
  }

  @Test
  void hiddenLayersHaveUnits() {
    refused(
        () -> NetworkSpec.dense(List.of(4, 0), true, true),
        "a hidden layer has 1 to 4096 units, not 0");
    refused(
        () -> NetworkSpec.dense(List.of(4097), true, true),
        "a hidden layer has 1 to 4096 units, not 4097");
  }

  @Test
  void labelsOfNetworksSayWhatTheyLack() {
    assertThat(NetworkSpec.dense(List.of(1), true, true).label(1, 1)).isEqualTo("1-1-1");
    assertThat(NetworkSpec.dense(List.of(16, 8), false, true).label(2, 3))
        .isEqualTo("2-16-8-3 linear");
    assertThat(NetworkSpec.dense(List.of(), true, false).label(2, 1)).isEqualTo("2-1 no-bias");
    assertThat(NetworkSpec.dense(List.of(4), false, false).label(1, 1))
        .isEqualTo("1-4-1 linear no-bias");
  }

  @Test
  void boundsAreTwoFiniteNumbersInOrder() {
    refused(
        () -> new BoundsSpec.Explicit(1, 1),
        "bounds are two finite numbers, the lower one first, not 1 and 1");
    refused(
        () -> new BoundsSpec.Explicit(0, Double.POSITIVE_INFINITY),
        "bounds are two finite numbers, the lower one first, not 0 and Infinity");
    refused(
        () -> new BoundsSpec.FromActivation(1),
        "the share of the largest slope lies in (0, 1) and is not 1");
    refused(
        () -> new BoundsSpec.FromActivation(BoundsSpec.Reading.PERIOD, 0),
        "the share of the period lies in (0, ∞) and is not 0");
    refused(
        () -> new BoundsSpec.FromActivation(BoundsSpec.Reading.OUTPUTS, -0.1),
        "the margin around the outputs lies in [0, ∞) and is not -0.1");
  }

  @Test
  void initialWeightsAreFinite() {
    refused(() -> new InitialWeights.Uniform(List.of()), "uniform initial weights need a limit");
    refused(
        () -> new InitialWeights.Uniform(List.of(1.0, 0.0)),
        "the limit of uniform initial weights is a finite number above 0, not 0");
    refused(
        () -> new InitialWeights.Explicit(List.of(1.0, Double.NaN)),
        "an initial weight is a finite number, not NaN");
  }

  @Test
  void componentsNeedAnIdAndAValueForEachName() {
    refused(() -> ComponentSpec.of(" "), "a component needs an id");
    refused(
        () -> new ComponentSpec("sgd", Map.of("learning-rate", List.of())),
        "learning-rate of sgd has no value");
    refused(
        () -> new ActivationSpec(List.of()), "an activation per layer needs at least one layer");
  }

  @Test
  void dataAreFiniteRowsOfEqualLength() {
    double[][] two = {{1, 2}, {3, 4}};
    refused(
        () -> Dataset.of(two, new double[][] {{1}}),
        "data need as many rows of inputs as of outputs, at least one, not 2 and 1");
    refused(
        () -> Dataset.of(two, new double[][] {{1}, {1, 2}}),
        "outputs of row 1 has 2 numbers, not like row 0");
    refused(
        () -> Dataset.of(new double[][] {{Double.NaN}}, new double[][] {{1}}),
        "inputs of row 0 contains NaN");
    refused(() -> StudyBuilder.example(" ", 1, 1), "a problem with data of its own needs a name");
  }

  @Test
  void dataAreACopy() {
    double[][] inputs = {{1, 2}};
    Dataset data = Dataset.of(inputs, new double[][] {{5}});
    inputs[0][0] = 9;
    assertThat(data.input(0, 0)).isEqualTo(1);
    assertThat(data.output(0, 0)).isEqualTo(5);
  }

  @Test
  void waysOfTrainingAreNamedOnceAndMakeSense() {
    assertThat(study().build().training()).isEqualTo(TrainingSpec.PRESET);
    refused(() -> study().batches(), "batches must name at least one");
    refused(
        () -> study().clipping(Clipping.NONE, Clipping.NONE), "clipping names one of them twice");
    refused(
        () -> new Batches(0, Batches.Order.FIXED),
        "a batch has at least 1 row, not 0 in the order fixed");
    refused(
        () -> new Clipping(Clipping.Kind.NORM, 0),
        "the limit of a gradient is a finite number above 0, not 0");
    refused(
        () -> new WeightDecay(WeightDecay.Kind.L2, Double.POSITIVE_INFINITY),
        "the rate of a weight decay is a finite number above 0, not Infinity");
    refused(
        () -> study().divergence(0),
        "the loss above which a trial has diverged lies above 0 and is not 0");
  }

  @Test
  void labelsOfWaysOfTrainingAreShort() {
    assertThat(Batches.FULL.label()).isEqualTo("full");
    assertThat(new Batches(8, Batches.Order.SHUFFLED).label()).isEqualTo("8 shuffled");
    assertThat(new Clipping(Clipping.Kind.VALUE, 0.5).label()).isEqualTo("value(0.5)");
    assertThat(new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.01).label())
        .isEqualTo("decoupled(0.01 matrices)");
  }
}
