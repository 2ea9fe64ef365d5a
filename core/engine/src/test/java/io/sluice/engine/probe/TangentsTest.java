package io.sluice.engine.probe;

import static io.sluice.engine.probe.Networks.data;
import static io.sluice.engine.probe.Networks.dense;
import static io.sluice.engine.probe.Networks.drawn;
import static io.sluice.engine.probe.Networks.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.Normalization;
import io.sluice.engine.network.Residual;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.engine.support.Scalar;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** How far networks have come from where they started. */
class TangentsTest {

  private static double[] shifted(double[] weights, double by) {
    double[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += by * (i % 3 - 1);
    }
    return moved;
  }

  /** f = v w x: with w and v from 1 to 2, f goes from x to 4 x; linearised it is 3 x. */
  @Test
  void theGapOfAProductIsThatByHand() {
    NetworkShape network = NetworkShape.dense(List.of(1, 1, 1), false, Arrays.asList(null, null));
    Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{0}, {0}});
    double[] start = {1, 1};
    double[] weights = {2, 2};
    assertThat(moved(Metric.LINEARISATION_GAP, network, data, start, weights))
        .isCloseTo(1 / 3.0, within(1e-15));
    // J = (v x, w x), so K = (v² + w²) x z.
    assertThat(moved(Metric.TANGENT_CHANGE, network, data, start, weights))
        .isCloseTo(3, within(1e-14));
    assertThat(moved(Metric.TANGENT_ALIGNMENT, network, data, start, weights))
        .isCloseTo(1, within(1e-15));
  }

  /** The unit that is on for the one row goes off, and the other way round. */
  @Test
  void kernelsThatShareNothingAreNotAligned() {
    NetworkShape network =
        NetworkShape.dense(List.of(1, 1, 1), false, Arrays.asList(Scalar.relu(), null));
    Dataset data = Dataset.of(new double[][] {{1}, {-1}}, new double[][] {{0}, {0}});
    assertThat(
            moved(
                Metric.TANGENT_ALIGNMENT, network, data, new double[] {1, 1}, new double[] {-1, 1}))
        .isZero();
    assertThat(
            moved(Metric.TANGENT_CHANGE, network, data, new double[] {1, 1}, new double[] {-1, 1}))
        .isCloseTo(Math.sqrt(2), within(1e-15));
  }

  @Test
  void networksThatAreLinearInWhatIsTrainedHaveNoGap() {
    NetworkShape single = dense(null, 3, 2);
    double[] start = drawn(single, 1, 1);
    double[] weights = shifted(start, 0.7);
    Dataset data = data(20, 3, 2, 1);
    assertThat(moved(Metric.LINEARISATION_GAP, single, data, start, weights)).isBetween(0.0, 1e-14);
    assertThat(moved(Metric.TANGENT_CHANGE, single, data, start, weights)).isZero();
    assertThat(moved(Metric.TANGENT_ALIGNMENT, single, data, start, weights))
        .isCloseTo(1, within(1e-14));
  }

  @Test
  void theGapVanishesWithTheStepAndGrowsWithTheWay() {
    NetworkShape network = dense(Scalar.tanh(), 2, 6, 6, 1);
    double[] start = drawn(network, 2, 1);
    Dataset data = data(20, 2, 1, 2);
    double last = 0;
    for (double by : new double[] {1e-6, 1e-4, 1e-2, 0.3}) {
      double gap = moved(Metric.LINEARISATION_GAP, network, data, start, shifted(start, by));
      assertThat(gap).isGreaterThan(5 * last).isLessThan(30 * by);
      last = gap;
    }
    double change = moved(Metric.TANGENT_CHANGE, network, data, start, shifted(start, 0.3));
    double alignment = moved(Metric.TANGENT_ALIGNMENT, network, data, start, shifted(start, 0.3));
    assertThat(change).isGreaterThan(0.05);
    assertThat(alignment).isBetween(0.0, 0.9999);
  }

  @Test
  void whereNothingMovedThereIsNoGap() {
    NetworkShape network = dense(Scalar.tanh(), 2, 3, 1);
    double[] start = drawn(network, 2, 1);
    Dataset data = data(20, 2, 1, 2);
    assertThat(moved(Metric.LINEARISATION_GAP, network, data, start, start)).isNaN();
    assertThat(moved(Metric.TANGENT_CHANGE, network, data, start, start)).isZero();
    assertThat(moved(Metric.TANGENT_ALIGNMENT, network, data, start, start))
        .isCloseTo(1, within(1e-15));
  }

  /** Frozen weights are no parameters, and rows beyond the limit are left out evenly. */
  @Test
  void slopesAreThoseOfFiniteDifferences() {
    LayerShape frozen =
        new LayerShape(
            4,
            4,
            true,
            OptionalDouble.empty(),
            true,
            List.of(),
            Scalar.sine(),
            Sharing.FIXED,
            null);
    NetworkShape network =
        new NetworkShape(
            List.of(
                Networks.layer(2, 4, Scalar.tanh(), new Normalization()),
                frozen,
                Networks.layer(4, 4, Scalar.sine(), new Residual()),
                LayerShape.dense(4, 3, true, null)));
    double[] start = drawn(network, 5, 1);
    double[] weights = drawn(network, 6, 1);
    Dataset data = data(200, 2, 3, 5);
    Tangents tangents =
        Tangents.of(
            new Probed(new Task.Fit(data, network, Loss.MSE).ground(), weights, () -> start));
    assertThat(tangents.which()).hasSize(128).doesNotHaveDuplicates().isSorted();
    assertThat(tangents.which()[127]).isEqualTo(595);
    int[] index = network.indexOfParameter();
    assertThat(index.length).isLessThan(network.weights());
    for (int p = 0; p < index.length; p += 3) {
      double h = 1e-5;
      double[] up = weights.clone();
      up[index[p]] += h;
      double[] down = weights.clone();
      down[index[p]] -= h;
      double[][] above = NetworkOutputs.of(network, data, up);
      double[][] below = NetworkOutputs.of(network, data, down);
      for (int i = 0; i < 128; i += 17) {
        int row = tangents.which()[i] / 3;
        int output = tangents.which()[i] % 3;
        assertThat(tangents.now()[i][p])
            .isCloseTo((above[row][output] - below[row][output]) / (2 * h), within(1e-7));
        assertThat(tangents.last()[i])
            .isEqualTo(NetworkOutputs.of(network, data, weights)[row][output]);
      }
    }
  }

  @Test
  void weightsMoveByLayers() {
    NetworkShape network = NetworkShape.dense(List.of(1, 1, 1), true, Arrays.asList(null, null));
    Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {{0}});
    double[] start = {3, 4, 0, 0};
    assertThat(movement(network, data, 0, start, 3, 9, 0, 0)).isEqualTo(1);
    assertThat(movement(network, data, 0, start, 6, 8, 1, 1)).isEqualTo(1);
    assertThat(movement(network, data, 0, start, start)).isZero();
    assertThat(movement(network, data, 1, start, 3, 4, 0, 1)).isInfinite();
    assertThat(movement(network, data, 1, start, start)).isNaN();
  }

  private static double movement(
      NetworkShape network, Dataset data, int layer, double[] start, double... weights) {
    return Networks.layer(Metric.WEIGHT_MOVEMENT, layer, network, data, start, weights);
  }
}
