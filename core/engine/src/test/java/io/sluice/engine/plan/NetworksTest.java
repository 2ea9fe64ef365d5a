package io.sluice.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Parts;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What becomes of declared networks and trained activations. */
class NetworksTest {

  private static final LayerSpec OUTPUT = LayerSpec.dense(0, true);

  private static StudyPlan plan(StudyBuilder study) {
    return Laboratories.with().plan(study.build());
  }

  private static List<String> complaints(StudyBuilder study) {
    return catchThrowableOfType(StudyPlanException.class, () -> plan(study)).complaints().stream()
        .map(complaint -> complaint.path() + ": " + complaint.message())
        .toList();
  }

  private static LayerSpec layer(int units, int rank, boolean frozen, boolean residual) {
    return new LayerSpec(
        units, true, OptionalDouble.empty(), frozen, Parts.of(rank, residual, false));
  }

  private static NetworkSpec network(LayerSpec output, LayerSpec... hidden) {
    return new NetworkSpec(List.of(hidden), output, false);
  }

  private static ActivationSpec bent(Sharing sharing) {
    return new ActivationSpec(List.of(ComponentSpec.of("bent")), Optional.of(sharing));
  }

  @Test
  void labelsTellNetworksApart() {
    StudyPlan plan =
        plan(
            new StudyBuilder()
                .networks(
                    network(OUTPUT, layer(3, 0, false, false)),
                    network(OUTPUT, layer(3, 1, true, false), layer(3, 0, false, true)),
                    network(
                        OUTPUT,
                        new LayerSpec(
                            2, true, OptionalDouble.of(0.1), false, Parts.of(0, false, true))),
                    network(LayerSpec.dense(0, false), layer(2, 0, false, false)),
                    NetworkSpec.dense(List.of(2), true, false)));
    assertThat(plan.cells())
        .extracting(setup -> setup.cell().factor("network"))
        .containsExactly(
            "1-3-1 linear",
            "1-3(frozen rank=1)-3(residual)-1 linear",
            "1-2(norm bias=0.1)-1 linear",
            "1-2-1(no-bias) linear",
            "1-2-1 no-bias");
  }

  @Test
  void trainedActivationsHaveWeights() {
    StudyPlan plan =
        plan(
            new StudyBuilder()
                .networks(NetworkSpec.dense(List.of(3), false, true))
                .activations(
                    bent(Sharing.FIXED),
                    bent(Sharing.LAYER),
                    bent(Sharing.UNIT),
                    ActivationSpec.of(ComponentSpec.of("tanh"))));
    assertThat(plan.cells())
        .extracting(setup -> setup.cell().factor("activation"))
        .containsExactly("bent", "bent per-layer", "bent per-unit", "tanh");
    assertThat(plan.cells())
        .extracting(setup -> setup.task().parameters())
        .containsExactly(10, 12, 16, 10);
    double[] start = new double[16];
    plan.cells().get(2).startWeights(0, start);
    assertThat(start).containsSubsequence(0.8, 0.8, 0.8, 0.3, 0.3, 0.3);
  }

  @Test
  void biasesStartAtTheirConstant() {
    NetworkSpec network =
        network(
            OUTPUT,
            new LayerSpec(2, true, OptionalDouble.of(0.1), false, Parts.of(0, false, false)));
    double[] start = new double[7];
    plan(new StudyBuilder().networks(network)).cells().get(0).startWeights(0, start);
    assertThat(start[2]).isEqualTo(0.1);
    assertThat(start[3]).isEqualTo(0.1);
    assertThat(start[6]).isNotEqualTo(0.1);
  }

  @Test
  void oneActivationForEachLayerMayBeTrainedInPart() {
    ActivationSpec mixed =
        new ActivationSpec(
            List.of(ComponentSpec.of("tanh"), ComponentSpec.of("bent")),
            Optional.of(Sharing.LAYER));
    StudyPlan plan =
        plan(
            new StudyBuilder()
                .networks(NetworkSpec.dense(List.of(2, 2), false, true))
                .activations(mixed));
    Task.Fit fit = (Task.Fit) plan.cells().get(0).task();
    assertThat(fit.network().layers())
        .extracting(LayerShape::training)
        .containsExactly(Sharing.FIXED, Sharing.LAYER, Sharing.FIXED);
    assertThat(plan.cells().get(0).cell().factor("activation")).isEqualTo("tanh/bent per-layer");
  }

  @Test
  void layersThatDoNotFitAreRefused() {
    assertThat(complaints(new StudyBuilder().networks(network(OUTPUT, layer(3, 0, false, true)))))
        .containsExactly(
            "networks[0]: layer 1 is residual, so it needs as many units as inputs, not 3 and 1");
    assertThat(complaints(new StudyBuilder().networks(network(OUTPUT, layer(3, 2, false, false)))))
        .containsExactly("networks[0]: layer 1 has the rank 2, more than its 1 inputs");
    assertThat(
            complaints(
                new StudyBuilder()
                    .networks(network(layer(0, 0, true, false), layer(2, 0, true, false)))))
        .containsExactly("networks[0]: all layers are frozen, so nothing is left to be trained");
  }

  @Test
  void activationWithoutParametersCannotBeTrained() {
    ActivationSpec tanh =
        new ActivationSpec(List.of(ComponentSpec.of("tanh")), Optional.of(Sharing.UNIT));
    assertThat(complaints(new StudyBuilder().activations(tanh)))
        .containsExactly("activations[0].train: tanh has no parameters to be trained");
  }
}
