package io.sluice.engine.initial;

import static io.sluice.engine.initial.Starts.drawn;
import static io.sluice.engine.initial.Starts.group;
import static io.sluice.engine.initial.Starts.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.InitialWeights.Direction;
import io.sluice.engine.support.Parts;
import io.sluice.engine.support.Scalar;
import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ActivationScalesTest {

  private static final InitialWeights EDGE = new InitialWeights.EdgeOfChaos(List.of(0.2));
  private static final Activation STEP = new Scalar("step", x -> x > 0 ? 1 : 0, x -> 0);

  private static InitialWeights preserving(Direction direction) {
    return new InitialWeights.VariancePreserving(List.of(direction));
  }

  private static double[] scales(NetworkShape network, Direction direction) {
    return ActivationScales.variancePreserving(network, direction, new HashMap<>()).matrices();
  }

  @Test
  void forwardScalesAreThoseOfTheActivationInFront() {
    double[] scales = scales(network(Scalar.tanh(), 4, 9, 16, 1), Direction.FORWARD);
    assertThat(scales)
        .containsExactly(new double[] {1 / 2.0, 1.59254 / 3, 1.59254 / 4}, within(2e-6));
    assertThat(scales(network(Scalar.relu(), 4, 8, 1), Direction.FORWARD))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-14));
  }

  @Test
  void backwardScalesCountUnits() {
    double[] scales = scales(network(Scalar.tanh(), 4, 9, 16, 1), Direction.BACKWARD);
    assertThat(scales).containsExactly(new double[] {1 / 3.0, 1.46741 / 4, 1.46741}, within(5e-6));
  }

  @Test
  void randomWalkStartsWithALineAndGoesOnWithTheActivation() {
    double[] scales = ActivationScales.randomWalk(network(Scalar.relu(), 16, 100, 3)).matrices();
    // Gains by mpmath, see the test of the gradient walk.
    assertThat(scales)
        .containsExactly(
            new double[] {1.0324142916119036 / 4, 1.4323035654111655 / 10}, within(1e-12));
  }

  @Test
  void randomWalkOfDeepTanhNetworksComesNearTheGainInUse() {
    Integer[] widths = new Integer[150];
    Arrays.fill(widths, 64);
    double[] scales = ActivationScales.randomWalk(network(Scalar.tanh(), widths)).matrices();
    // 1.13 in the code of TensorFlow, with the remark that there is no real formula.
    assertThat(scales[scales.length - 1] * 8).isCloseTo(1.13, within(0.03));
  }

  @Test
  void normalisedLayersHaveSumsOfVarianceOne() {
    LayerShape layer =
        new LayerShape(
            16,
            16,
            true,
            OptionalDouble.empty(),
            false,
            Parts.of(0, false, true),
            Scalar.tanh(),
            Sharing.FIXED,
            null);
    double[] scales =
        ActivationScales.randomWalk(new NetworkShape(List.of(layer, layer, layer))).matrices();
    assertThat(scales[1]).isEqualTo(scales[2]);
  }

  @Test
  void edgeOfChaosHasOneScaleForAllLayers() {
    double[] scales = new EdgeScales(0.2).of(network(Scalar.tanh(), 4, 9, 16, 1)).matrices();
    assertThat(scales)
        .containsExactly(new double[] {1.30415 / 2, 1.30415 / 3, 1.30415 / 4}, within(3e-6));
    double[] bias =
        group(network(Scalar.tanh(), 1, 1), 1, drawn(EDGE, network(Scalar.tanh(), 1, 1), 1));
    assertThat(bias[0]).isNotZero();
  }

  @Test
  void aLinearLayerAloneHasItsInputsOnly() {
    assertThat(new EdgeScales(0.2).of(network(null, 4, 1)).matrices()).containsExactly(0.5);
    assertThat(scales(network(null, 4, 1), Direction.FORWARD)).containsExactly(0.5);
  }

  @Test
  void activationsOnlyScaleTheNumbers() {
    NetworkShape tanh = network(Scalar.tanh(), 3, 5, 5, 2);
    NetworkShape sine = network(Scalar.sine(), 3, 5, 5, 2);
    for (InitialWeights initial :
        List.of(
            preserving(Direction.FORWARD),
            preserving(Direction.BACKWARD),
            new InitialWeights.RandomWalk(),
            EDGE)) {
      double[] one = drawn(initial, tanh, 9);
      double[] other = drawn(initial, sine, 9);
      for (int index = 0; index < tanh.groups().size(); index++) {
        double[] a = group(tanh, index, one);
        double[] b = group(tanh, index, other);
        for (int i = 0; i < a.length; i++) {
          assertThat(a[i] * b[0]).isCloseTo(b[i] * a[0], within(1e-13));
        }
      }
      assertThat(group(tanh, 4, one)).isNotEqualTo(group(tanh, 4, other));
    }
  }

  @Test
  void activationsWithoutAScaleAreNamedWithTheReason() {
    NetworkShape network = network(STEP, 2, 3, 1);
    assertThat(Starts.of(preserving(Direction.FORWARD), network).missing()).isEmpty();
    assertThat(Starts.of(preserving(Direction.BACKWARD), network).missing())
        .isEqualTo("has no gain that preserves gradients (E f'² of normal sums is 0)");
    assertThat(Starts.of(new InitialWeights.RandomWalk(), network).missing())
        .startsWith(
            "has no gain with which gradients walk without drift (for sums of the variance");
    assertThat(Starts.of(EDGE, network).missing())
        .isEqualTo("has no edge of chaos with biases of the standard deviation 0.2");
  }
}
