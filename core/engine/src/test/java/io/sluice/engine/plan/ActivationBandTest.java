package io.sluice.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Leaky;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationBandTest {

  private static ActivationBand band(Activation activation, double share) {
    return ActivationBand.find(activation, share).band();
  }

  private static String reason(Activation activation) {
    ActivationBand.Search search = ActivationBand.find(activation, 0.1);
    assertThat(search.band()).isNull();
    return search.reason();
  }

  private static StudyBuilder bounded(double... shares) {
    BoundsSpec[] bounds = new BoundsSpec[shares.length];
    for (int i = 0; i < shares.length; i++) {
      bounds[i] = new BoundsSpec.FromActivation(shares[i]);
    }
    return new StudyBuilder().policies(WeightPolicy.CLIP).bounds(bounds);
  }

  @Test
  void bandOfTheSigmoidIsTheOneOfItsFormula() {
    for (double share : new double[] {0.01, 0.1, 0.5, 0.9}) {
      double root = Math.sqrt(1 - share);
      double edge = Math.log((1 + root) / (1 - root));
      assertThat(band(Scalar.sigmoid(), share).upper()).isCloseTo(edge, within(1e-9));
      assertThat(band(Scalar.sigmoid(), share).lower()).isCloseTo(-edge, within(1e-9));
    }
  }

  @Test
  void bandOfTanhIsHalfAsWide() {
    double edge = Math.log(Math.sqrt(10) + 3);
    assertThat(band(Scalar.tanh(), 0.1).upper()).isCloseTo(edge, within(1e-9));
  }

  @Test
  void bandNeedNotBeSymmetric() {
    Activation shifted =
        new Scalar("shifted", x -> Scalar.tanh().value(x - 3), x -> Scalar.tanh().slope(x - 3));
    double edge = Math.log(Math.sqrt(10) + 3);
    assertThat(band(shifted, 0.1).lower()).isCloseTo(3 - edge, within(1e-5));
    assertThat(band(shifted, 0.1).upper()).isCloseTo(3 + edge, within(1e-5));
  }

  @Test
  void activationsWhoseSlopeStaysLargeHaveNone() {
    assertThat(reason(Scalar.relu())).isEqualTo("its slope stays large on one side");
    assertThat(reason(new Leaky())).isEqualTo("its slope stays large on one side");
    assertThat(reason(Scalar.identity())).isEqualTo("its slope stays large on both sides");
    assertThat(reason(Scalar.sine())).isEqualTo("its slope stays large on both sides");
  }

  @Test
  void slopesWithoutALargestOneGiveNone() {
    assertThat(reason(new Scalar("flat", x -> 1, x -> 0)))
        .isEqualTo("its slope is zero everywhere");
    assertThat(reason(new Scalar("root", Math::cbrt, x -> 1 / (3 * Math.cbrt(x * x)))))
        .isEqualTo("its slope is unbounded");
    assertThat(reason(new Scalar("broken", x -> x, x -> x > 700 ? Double.NaN : 1)))
        .isEqualTo("its slope is not a number somewhere");
  }

  @Test
  void cellsWithoutABandAreLeftOutWithANote() {
    StudyPlan plan =
        Laboratories.with().plan(bounded(0.1).activations("tanh", "relu", "identity").build());
    assertThat(plan.cells()).hasSize(1);
    assertThat(plan.cells().get(0).cell().factor("bounds")).isEqualTo("band(0.1)");
    assertThat(plan.notes())
        .containsExactly(
            "relu has no band in which |f'| exceeds 0.1 of its maximum (its slope stays large on"
                + " one side); cells that need bounds from it are left out",
            "identity has no band in which |f'| exceeds 0.1 of its maximum (its slope stays large"
                + " on both sides); cells that need bounds from it are left out");
  }

  @Test
  void cellsThatNeedNoBoundsStayAndComeOnce() {
    StudyPlan plan =
        Laboratories.with()
            .plan(
                bounded(0.1, 0.2)
                    .activations("relu")
                    .policies(WeightPolicy.NONE, WeightPolicy.CLIP)
                    .build());
    assertThat(plan.cells()).hasSize(1);
    assertThat(plan.cells().get(0).isBounded()).isFalse();
    assertThat(plan.cells().get(0).cell().factor("bounds")).isEqualTo("-");
  }

  @Test
  void studiesWithoutACellAreRefused() {
    StudyPlanException refusal =
        catchThrowableOfType(
            StudyPlanException.class,
            () -> Laboratories.with().plan(bounded(0.1).activations("relu").build()));
    assertThat(refusal).hasMessageStartingWith("bounds: no cell is left: [relu has no band");
  }

  @Test
  void linearOutputsTakeTheBandOfTheLayerBefore() {
    StudyPlan plan =
        Laboratories.with()
            .plan(bounded(0.1).networks(NetworkSpec.dense(List.of(2), false, true)).build());
    TrialSetup setup = plan.cells().get(0);
    double edge = Math.log(Math.sqrt(10) + 3);
    for (int p = 0; p < setup.task().parameters(); p++) {
      assertThat(setup.upper(p)).isCloseTo(edge, within(1e-9));
      assertThat(setup.lower(p)).isCloseTo(-edge, within(1e-9));
    }
  }

  @Test
  void everyLayerHasTheBandOfItsActivation() {
    StudyPlan plan =
        Laboratories.with()
            .plan(
                bounded(0.5)
                    .activations(
                        new ActivationSpec(
                            List.of(ComponentSpec.of("tanh"), ComponentSpec.of("sigmoid"))))
                    .build());
    TrialSetup setup = plan.cells().get(0);
    assertThat(setup.upper(1)).isCloseTo(band(Scalar.tanh(), 0.5).upper(), within(0.0));
    assertThat(setup.upper(2)).isCloseTo(band(Scalar.sigmoid(), 0.5).upper(), within(0.0));
  }
}
