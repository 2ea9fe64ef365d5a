package io.sluice.engine.probe;

import static io.sluice.engine.probe.Networks.data;
import static io.sluice.engine.probe.Networks.dense;
import static io.sluice.engine.probe.Networks.drawn;
import static io.sluice.engine.probe.Networks.has;
import static io.sluice.engine.probe.Networks.layer;
import static io.sluice.engine.probe.Networks.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.LowRank;
import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.Normalization;
import io.sluice.engine.network.Residual;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.engine.support.Bent;
import io.sluice.engine.support.Halves;
import io.sluice.engine.support.Scalar;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What networks have of affine maps. */
class AffineProbesTest {

  /** Layers of every kind that can be folded, with activations to be left out. */
  private static NetworkShape mixed() {
    LayerShape trained =
        new LayerShape(
            5, 4, true, OptionalDouble.empty(), false, List.of(), new Bent(), Sharing.UNIT, null);
    return new NetworkShape(
        List.of(
            layer(3, 5, Scalar.tanh(), new LowRank(2)),
            layer(5, 5, Scalar.sine(), new Residual()),
            trained,
            layer(4, 4, Scalar.relu(), new LowRank(3), new Residual()),
            LayerShape.dense(4, 2, false, null)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void layersWithoutActivationsFoldIntoOneMapAtEveryDepth(int depth) {
    Integer[] widths = new Integer[depth + 1];
    Arrays.fill(widths, 6);
    NetworkShape network = dense(Scalar.tanh(), widths);
    double gap =
        value(Metric.FOLDING_GAP, network, data(1000, 6, 6, depth), drawn(network, depth, 1));
    assertThat(gap).isBetween(0.0, 1e-13);
  }

  @Test
  void allLayersThatAreAffineBesideTheirActivationsFold() {
    NetworkShape network = mixed();
    Dataset data = data(50, 3, 2, 1);
    assertThat(has(Metric.FOLDING_GAP, network, data)).isTrue();
    assertThat(value(Metric.FOLDING_GAP, network, data, drawn(network, 1, 1)))
        .isBetween(0.0, 1e-14);
  }

  /**
   * The fold adds 1e16 and −1e16 first, so it gives x; layer by layer 1e16 + 1 is 1e16, and so the
   * output 0. Of terms of 2e16 that is rounding, however small the output is.
   */
  @Test
  void roundingIsMeasuredByTheTermsAndNotByWhatTheyCancelTo() {
    NetworkShape network = dense(null, 1, 1, 1);
    Dataset one = Dataset.of(new double[][] {{1}}, new double[][] {{0}});
    assertThat(value(Metric.FOLDING_GAP, network, one, 1, 1e16, 1, -1e16)).isEqualTo(1 / 2e16);
    assertThat(value(Metric.FOLDING_GAP, network, one, 1, 1, 1, -2)).isZero();
  }

  @Test
  void anotherMapThanTheFoldHasAGap() {
    NetworkShape network = dense(Scalar.tanh(), 1, 1, 1);
    double[] weights = {2, 1, 3, -1};
    Dataset data = Dataset.of(new double[][] {{1}, {-2}}, new double[][] {{0}, {0}});
    AffineLayer folded = AffineLayer.folded(network, weights);
    assertThat(folded.matrix()).isDeepEqualTo(new double[][] {{6}});
    assertThat(folded.bias()).containsExactly(2);
    Probed probed =
        new Probed(new Task.Fit(data, network, Loss.MSE).ground(), weights, () -> weights);
    assertThat(AffineLayer.gap(probed, folded)).isZero();
    // At x = -2 the terms are 3 (2 · 2 + 1) + 1 = 16.
    AffineLayer other = new AffineLayer(new double[][] {{6}}, new double[] {2.5}, false);
    assertThat(AffineLayer.gap(probed, other)).isEqualTo(0.5 / 16);
  }

  /** A linear network at its floor on xor: outputs of 1e-17, which are rounding. */
  @Test
  void outputsThatVaryByRoundingAloneDoNotVary() {
    NetworkShape network = dense(Scalar.identity(), 2, 2, 1);
    double[] cancelling = {0.3, 0.7, 0.3, 0.7 + 1e-15, 0.1, 0.2, 1, -1, 0.1};
    Dataset data = Networks.xor();
    Probed probed =
        new Probed(new Task.Fit(data, network, Loss.MSE).ground(), cancelling, () -> cancelling);
    assertThat(probed.outputs()[0][0]).isNotEqualTo(probed.outputs()[1][0]);
    assertThat(value(Metric.AFFINE_GAP, network, data, cancelling)).isZero();
    assertThat(value(Metric.SECOND_DIFFERENCE, network, data, cancelling)).isZero();
  }

  @Test
  void networksOfZerosHaveNoGap() {
    NetworkShape network = mixed();
    Dataset data = data(9, 3, 2, 1);
    double[] zeros = new double[network.weights()];
    assertThat(value(Metric.FOLDING_GAP, network, data, zeros)).isZero();
    NetworkShape plain = dense(Scalar.tanh(), 3, 4, 2);
    assertThat(value(Metric.AFFINE_GAP, plain, data, new double[plain.weights()])).isZero();
    assertThat(value(Metric.SECOND_DIFFERENCE, plain, data, new double[plain.weights()])).isZero();
  }

  @Test
  void whatIsNoAffineMapBesideItsActivationsIsNotFolded() {
    Dataset data = data(9, 3, 2, 1);
    NetworkShape normalised =
        new NetworkShape(
            List.of(
                layer(3, 4, Scalar.tanh(), new Normalization()),
                LayerShape.dense(4, 2, true, null)));
    NetworkShape halved =
        new NetworkShape(
            List.of(
                new LayerShape(
                    3,
                    4,
                    true,
                    OptionalDouble.empty(),
                    false,
                    List.of(),
                    null,
                    Sharing.FIXED,
                    new Halves()),
                LayerShape.dense(4, 2, true, null)));
    assertThat(has(Metric.FOLDING_GAP, normalised, data)).isFalse();
    assertThat(has(Metric.FOLDING_GAP, halved, data)).isFalse();
    assertThat(has(Metric.AFFINE_GAP, normalised, data)).isTrue();
  }

  @Test
  void linearNetworksAreAffineAndOthersAreNot() {
    Dataset data = data(60, 3, 2, 4);
    NetworkShape linear = dense(Scalar.identity(), 3, 5, 5, 2);
    NetworkShape curved = dense(Scalar.tanh(), 3, 5, 5, 2);
    double[] weights = drawn(linear, 4, 2);
    assertThat(value(Metric.AFFINE_GAP, linear, data, weights)).isBetween(0.0, 1e-14);
    assertThat(value(Metric.SECOND_DIFFERENCE, linear, data, weights)).isBetween(0.0, 1e-14);
    assertThat(value(Metric.AFFINE_GAP, curved, data, weights)).isBetween(0.1, 0.9);
    assertThat(value(Metric.SECOND_DIFFERENCE, curved, data, weights)).isBetween(0.1, 2.0);
  }

  /** relu(x) at −1, 0 and 1 is 0, 0 and 1; the best line is 1/3 + x/2, and misses by √(1/6). */
  @Test
  void theGapOfOneReluIsThatByHand() {
    NetworkShape network = dense(Scalar.relu(), 1, 1, 1);
    Dataset data = Dataset.of(new double[][] {{-1}, {0}, {1}}, new double[][] {{0}, {0}, {0}});
    double[] weights = {1, 0, 1, 0};
    assertThat(value(Metric.AFFINE_GAP, network, data, weights))
        .isCloseTo(Math.sqrt(1 / 6.0 / (2 / 3.0)), within(1e-15));
    // Lines go from -1 to 0, from 0 to 1 and from 1 to -1, over whose middle the relu bends.
    assertThat(value(Metric.SECOND_DIFFERENCE, network, data, weights)).isEqualTo(1);
  }

  @Test
  void evenFunctionsHaveNothingOfALineOnEvenData() {
    NetworkShape network = dense(Scalar.relu(), 1, 2, 1);
    Dataset data =
        Dataset.of(new double[][] {{-1}, {1}, {-0.5}, {0.5}}, new double[][] {{0}, {0}, {0}, {0}});
    double[] absolute = {1, -1, 0, 0, 1, 1, 7};
    assertThat(value(Metric.AFFINE_GAP, network, data, absolute)).isCloseTo(1, within(1e-15));
  }

  @Test
  void affineMapsPassThroughTooFewRows() {
    NetworkShape network = dense(Scalar.tanh(), 3, 4, 1);
    assertThat(has(Metric.AFFINE_GAP, network, data(4, 3, 1, 1))).isFalse();
    assertThat(has(Metric.AFFINE_GAP, network, data(5, 3, 1, 1))).isTrue();
    assertThat(has(Metric.SECOND_DIFFERENCE, network, data(1, 3, 1, 1))).isFalse();
    assertThat(has(Metric.SECOND_DIFFERENCE, network, data(2, 3, 1, 1))).isTrue();
  }

  @Test
  void overflowGivesNoNumber() {
    NetworkShape network = dense(Scalar.identity(), 3, 4, 1);
    double[] huge = drawn(network, 1, 1e300);
    for (Metric metric : List.of(Metric.FOLDING_GAP, Metric.AFFINE_GAP, Metric.SECOND_DIFFERENCE)) {
      assertThat(value(metric, network, data(9, 3, 1, 1), huge)).as(metric.id()).isNaN();
    }
  }

  private static double floor(Dataset data) {
    NetworkShape network = dense(null, data.inputs(), data.outputs());
    return value(Metric.LINEAR_FLOOR, network, data, new double[network.weights()]);
  }

  /** XOR has no linear part; a line through (0, 0), (1, 1), (2, 0) is y = 1/3. */
  @Test
  void floorsAreThoseByHand() {
    assertThat(floor(Networks.xor())).isCloseTo(1, within(1e-15));
    Dataset bent = Dataset.of(new double[][] {{0}, {1}, {2}}, new double[][] {{0}, {1}, {0}});
    assertThat(floor(bent)).isCloseTo(2 / 9.0, within(1e-15));
    Dataset two =
        Dataset.of(new double[][] {{0}, {1}, {2}}, new double[][] {{0, 1}, {1, 3}, {0, 5}});
    assertThat(floor(two)).isCloseTo(1 / 9.0, within(1e-15));
  }

  @Test
  void theFloorOfWhatIsAffineIsNothing() {
    NetworkShape network = dense(null, 4, 3);
    Dataset inputs = data(40, 4, 3, 8);
    double[][] outputs = NetworkOutputs.of(network, inputs, drawn(network, 8, 2));
    Dataset affine = Dataset.of(40, 4, inputs::input, 3, (row, output) -> outputs[row][output]);
    assertThat(floor(affine)).isBetween(0.0, 1e-29);
    assertThat(floor(inputs)).isGreaterThan(0.1);
  }

  /** By the normal equations of centred columns, solved by Cramer's rule. */
  @Test
  void theFloorIsThatOfTheNormalEquations() {
    Dataset data = data(30, 2, 1, 3);
    double[] mean = new double[3];
    for (int row = 0; row < 30; row++) {
      mean[0] += data.input(row, 0) / 30;
      mean[1] += data.input(row, 1) / 30;
      mean[2] += data.output(row, 0) / 30;
    }
    double[][] s = new double[3][3];
    for (int row = 0; row < 30; row++) {
      double[] d = {
        data.input(row, 0) - mean[0], data.input(row, 1) - mean[1], data.output(row, 0) - mean[2]
      };
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          s[i][j] += d[i] * d[j];
        }
      }
    }
    double determinant = s[0][0] * s[1][1] - s[0][1] * s[0][1];
    double a = (s[0][2] * s[1][1] - s[1][2] * s[0][1]) / determinant;
    double b = (s[1][2] * s[0][0] - s[0][2] * s[0][1]) / determinant;
    assertThat(floor(data)).isCloseTo((s[2][2] - a * s[0][2] - b * s[1][2]) / 30, within(1e-14));
  }

  @Test
  void inputsThatDependOnOthersChangeNoFloor() {
    Dataset data = data(30, 2, 1, 3);
    Dataset more =
        Dataset.of(
            30,
            4,
            (row, i) ->
                i < 2 ? data.input(row, i) : i == 2 ? 7 : data.input(row, 0) - data.input(row, 1),
            1,
            data::output);
    assertThat(floor(more)).isCloseTo(floor(data), within(1e-15));
  }

  @Test
  void floorsAreOfMeanSquares() {
    NetworkShape network = dense(Scalar.tanh(), 2, 1);
    assertThat(new Task.Fit(Networks.xor(), network, Loss.MSE).has(Metric.LINEAR_FLOOR)).isTrue();
    assertThat(new Task.Fit(Networks.xor(), network, Loss.MAE).has(Metric.LINEAR_FLOOR)).isFalse();
  }
}
