package io.sluice.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.FanScale;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Parts;
import io.sluice.engine.support.StudyBuilder;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Activations over all units of a layer, in plans. */
class LayerActivationsTest {

  private static StudyBuilder study(int... hidden) {
    List<Integer> widths = java.util.Arrays.stream(hidden).boxed().toList();
    return new StudyBuilder().networks(NetworkSpec.dense(widths, false, true));
  }

  private static StudyPlan plan(StudyBuilder study) {
    return Laboratories.with().plan(study.build());
  }

  private static List<String> complaints(StudyBuilder study) {
    return catchThrowableOfType(StudyPlanException.class, () -> plan(study)).complaints().stream()
        .map(complaint -> complaint.path() + ": " + complaint.message())
        .toList();
  }

  @Test
  void theWidthOfALayerIsWhatItPassesOn() {
    StudyPlan plan = plan(study(16).activations("tanh", "halves", "doubled"));
    assertThat(plan.cells())
        .extracting(setup -> setup.cell().factor("network"))
        .containsOnly("1-16-1 linear");
    assertThat(plan.cells())
        .extracting(setup -> setup.task().parameters())
        .containsExactly(16 * 2 + 17, 32 * 2 + 17, 8 * 2 + 17);
  }

  @Test
  void anOutputLayerMayHaveOneWhereTheWidthFits() {
    StudyPlan plan =
        plan(
            new StudyBuilder()
                .networks(NetworkSpec.dense(List.of(3), true, true))
                .activations("halves"));
    assertThat(plan.cells().get(0).task().parameters()).isEqualTo(6 * 2 + 2 * 4);
    assertThat(
            complaints(
                new StudyBuilder()
                    .networks(NetworkSpec.dense(List.of(4), true, true))
                    .activations("doubled")))
        .containsExactly(
            "networks[0]: layer 2 cannot be activated by doubled: doubled passes on an even"
                + " number, not 1");
  }

  @Test
  void widthsThatAreTooLargeAreRefused() {
    assertThat(complaints(study(4000).activations("halves")))
        .containsExactly(
            "networks[0]: layer 1 passes on 4000, for which halves needs 8000 sums; a layer has 1"
                + " to 4096");
  }

  @Test
  void ranksAreAtMostTheSums() {
    LayerSpec layer =
        new LayerSpec(2, true, OptionalDouble.empty(), false, Parts.of(2, false, false));
    StudyBuilder study =
        new StudyBuilder()
            .problems(StudyBuilder.builtIn("xor"))
            .networks(new NetworkSpec(List.of(layer), LayerSpec.dense(0, true), false));
    assertThat(plan(study.activations("halves")).cells()).hasSize(1);
    assertThat(complaints(study.activations("doubled")))
        .containsExactly("networks[0]: layer 1 has the rank 2, more than its 1 sums");
  }

  @Test
  void namesOfBothKindsAreKnownToMisspeltOnes() {
    assertThat(complaints(study(2).activations("halfes")))
        .containsExactly(
            "activations[0]: unknown activation \"halfes\" (did you mean \"halves\"?)");
  }

  @Test
  void allStandsForThoseOfSingleNumbers() {
    assertThat(plan(study(3).activations("all")).cells())
        .extracting(setup -> setup.cell().factor("activation"))
        .contains("tanh", "bent")
        .doesNotContain("halves", "doubled");
  }

  @Test
  void nothingInThemCanBeTrained() {
    ActivationSpec trained =
        new ActivationSpec(
            List.of(ComponentSpec.of("halves")),
            java.util.Optional.of(io.sluice.spi.TrainableActivation.Sharing.UNIT));
    assertThat(complaints(study(2).activations(trained)))
        .containsExactly("activations[0].train: halves has no parameters to be trained");
  }

  @Test
  void scalesAndBoundsThatFollowFromTheActivationLeaveTheirCellsOut() {
    StudyPlan plan =
        plan(
            study(4)
                .activations("tanh", "halves")
                .initial(
                    new InitialWeights.Scaled(FanScale.LECUN_UNIFORM, List.of(1.0)),
                    new InitialWeights.RandomWalk(),
                    new InitialWeights.EdgeOfChaos(List.of(0.2)))
                .bounds(new BoundsSpec.Explicit(-1, 1)));
    assertThat(plan.cells())
        .extracting(
            setup ->
                setup.cell().factor("activation") + " " + setup.cell().factor("initial-weights"))
        .containsExactly(
            "tanh lecun-uniform",
            "tanh random-walk",
            "tanh edge-of-chaos(bias-deviation=0.2)",
            "halves lecun-uniform");
    assertThat(plan.notes())
        .contains(
            "halves works on all units of a layer at once, but scales that follow from the"
                + " activation are those of functions of one number; cells that start there are"
                + " left out");
    assertThat(
            plan(study(4)
                    .activations("tanh", "halves")
                    .policies(io.sluice.engine.study.WeightPolicy.CLIP)
                    .bounds(new BoundsSpec.FromActivation(0.05)))
                .notes())
        .contains(
            "no bounds band(0.05) from the activation for halves (it works on all units of a layer at"
                + " once); cells that need them are left out");
  }

  @Test
  void slopesAreMeasuredInLayersOfSingleNumbersOnly() {
    ActivationSpec mixed =
        new ActivationSpec(List.of(ComponentSpec.of("halves"), ComponentSpec.of("tanh")));
    StudyPlan plan = plan(study(4, 2).activations(mixed));
    Task task = plan.cells().get(0).task();
    assertThat(task.layersWith(Metric.DEAD)).containsExactly(1);
    assertThat(task.layersWith(Metric.GRADIENT_NORM)).containsExactly(0, 1, 2);
  }

  @Test
  void theirPluginIsAmongTheOrigins() {
    assertThat(plan(study(4).activations("halves")).origins())
        .extracting(origin -> origin.plugin())
        .contains("activations");
  }
}
