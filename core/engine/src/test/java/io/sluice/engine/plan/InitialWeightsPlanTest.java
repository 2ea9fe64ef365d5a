package io.sluice.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.FanScale;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.InitialWeights.Direction;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialWeightsPlanTest {

  private static final InitialWeights HE =
      new InitialWeights.Scaled(FanScale.HE_UNIFORM, List.of(1.0, 2.0));
  private static final InitialWeights EDGE = new InitialWeights.EdgeOfChaos(List.of(0.2));

  /** Its edge of chaos repels. */
  private static final Activation SHIFTED_SOFTPLUS =
      new Scalar(
          "shifted-softplus",
          x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))) - StrictMath.log(2),
          Scalar.sigmoid()::value);

  private static StudyBuilder study(InitialWeights... initial) {
    return new StudyBuilder().networks(NetworkSpec.dense(List.of(3), false, true)).initial(initial);
  }

  private static StudyPlan plan(StudyBuilder study) {
    return Laboratories.with(SHIFTED_SOFTPLUS).plan(study.build());
  }

  private static double[] start(TrialSetup setup) {
    double[] weights = new double[setup.task().weights()];
    setup.startWeights(0, weights);
    return weights;
  }

  @Test
  void rowsNameTheSchemeAndItsValue() {
    StudyPlan plan =
        plan(
            study(
                new InitialWeights.Normal(List.of(0.5)),
                HE,
                new InitialWeights.Orthogonal(List.of(1.0, 1.5)),
                new InitialWeights.VariancePreserving(
                    List.of(Direction.FORWARD, Direction.BACKWARD)),
                new InitialWeights.RandomWalk(),
                EDGE));
    assertThat(plan.cells())
        .extracting(setup -> setup.cell().factor("initial-weights"))
        .containsExactly(
            "normal(0.5)",
            "he-uniform",
            "he-uniform(gain=2)",
            "orthogonal",
            "orthogonal(gain=1.5)",
            "variance-preserving(forward)",
            "variance-preserving(backward)",
            "random-walk",
            "edge-of-chaos(bias-deviation=0.2)");
  }

  @Test
  void activationsOfACellDrawTheSameNumbers() {
    StudyPlan plan =
        plan(
            study(new InitialWeights.VariancePreserving(List.of(Direction.FORWARD)))
                .activations("tanh", "relu"));
    double[] tanh = start(plan.cells().get(0));
    double[] relu = start(plan.cells().get(1));
    // The first layer takes in the data, the second the activation.
    assertThat(tanh[0]).isEqualTo(relu[0]).isNotZero();
    assertThat(tanh[6] / relu[6]).isCloseTo(1.59254 / Math.sqrt(2), within(5e-6));
  }

  @Test
  void boundsAsUniformSchemesAreThoseOfEachLayer() {
    TrialSetup setup = plan(study(HE).policies(WeightPolicy.CLIP)).cells().get(0);
    assertThat(setup.cell().factor("bounds")).isEqualTo("initial");
    assertThat(setup.upper(0)).isCloseTo(Math.sqrt(6), within(1e-15));
    assertThat(setup.lower(5)).isCloseTo(-Math.sqrt(6), within(1e-15));
    assertThat(setup.upper(6)).isCloseTo(Math.sqrt(2), within(1e-15));
  }

  @Test
  void schemesWithoutARangeGiveNoBounds() {
    StudyPlanException refusal =
        catchThrowableOfType(
            StudyPlanException.class, () -> plan(study(EDGE).policies(WeightPolicy.CLIP)));
    assertThat(refusal)
        .hasMessage(
            "bounds[0]: the weight policy clip needs bounds, but the initial weights"
                + " edge-of-chaos(bias-deviation=0.2) have no range to take them from; declare"
                + " some, such as bounds: 5");
  }

  @Test
  void cellsWithoutAScaleAreLeftOutWithANote() {
    StudyPlan plan = plan(study(EDGE).activations("relu", "tanh", "shifted-softplus"));
    assertThat(plan.cells())
        .extracting(setup -> setup.cell().factor("activation"))
        .containsExactly("tanh", "shifted-softplus");
    assertThat(plan.notes())
        .containsExactly(
            "relu has no edge of chaos with biases of the standard deviation 0.2; cells that start"
                + " there are left out",
            "shifted-softplus has an edge of chaos with biases of the standard deviation 0.2, but"
                + " layers drive variances away from it");
  }

  @Test
  void studiesWithoutAStartAreRefused() {
    StudyPlanException refusal =
        catchThrowableOfType(StudyPlanException.class, () -> plan(study(EDGE).activations("relu")));
    assertThat(refusal)
        .hasMessageStartingWith("initial-weights: no cell is left: [relu has no edge of chaos");
  }
}
