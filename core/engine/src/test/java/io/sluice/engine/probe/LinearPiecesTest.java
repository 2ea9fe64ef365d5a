package io.sluice.engine.probe;

import static io.sluice.engine.probe.Networks.dense;
import static io.sluice.engine.probe.Networks.drawn;
import static io.sluice.engine.probe.Networks.has;
import static io.sluice.engine.probe.Networks.layer;
import static io.sluice.engine.probe.Networks.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.LowRank;
import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.Normalization;
import io.sluice.engine.network.Residual;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.engine.support.Scalar;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of how many straight pieces networks of one input are made. */
class LinearPiecesTest {

  private static final Activation RELU = kinked("relu", x -> Math.max(0, x), 0);

  private static Activation kinked(String id, DoubleUnaryOperator function, double... kinks) {
    return new Activation() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public double value(double x) {
        return function.applyAsDouble(x);
      }

      /** One that is wrong: surrogates must not matter. */
      @Override
      public double slope(double x) {
        return 0.5;
      }

      @Override
      public double[] kinks() {
        return kinks;
      }
    };
  }

  /** Rows over [-1, 1]. */
  private static Dataset line(int rows) {
    return Dataset.of(rows, 1, (row, i) -> -1 + 2.0 * row / (rows - 1), 1, (row, o) -> 0);
  }

  private static double pieces(Activation activation, double[] weights, Integer... widths) {
    return value(Metric.PIECES, dense(activation, widths), line(5), weights);
  }

  @Test
  void aKinkInsideTheDataMakesTwoPiecesAndOneOutsideNone() {
    assertThat(pieces(RELU, new double[] {2, 1, 1, 0}, 1, 1, 1)).isEqualTo(2);
    assertThat(pieces(RELU, new double[] {2, 2.5, 1, 0}, 1, 1, 1)).isEqualTo(1);
    assertThat(pieces(RELU, new double[] {2, -1, 0, 0}, 1, 1, 1)).isEqualTo(1);
    assertThat(pieces(RELU, new double[] {0, 1, 1, 0}, 1, 1, 1)).isEqualTo(1);
  }

  /** relu(x) − relu(−x) is x, and relu(x) + relu(−x) is |x|. */
  @Test
  void kinksThatCancelMakeNoPiece() {
    assertThat(pieces(RELU, new double[] {1, -1, 0, 0, 1, -1, 3}, 1, 2, 1)).isEqualTo(1);
    assertThat(pieces(RELU, new double[] {1, -1, 0, 0, 1, 1, 3}, 1, 2, 1)).isEqualTo(2);
    double[] third = {1, -1, -1 / 3.0, 1 / 3.0, 1, -1, 3};
    assertThat(pieces(RELU, third, 1, 2, 1)).isEqualTo(1);
  }

  /** Each layer folds the line in two, so each doubles the teeth (Telgarsky 2016). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 10})
  void foldedTeethDoubleWithEachLayer(int depth) {
    double[] weights = new double[7 * depth];
    int at = 0;
    for (int layer = 0; layer < depth; layer++) {
      // 2 |x| − 1 as two units and a linear one.
      for (double weight : new double[] {1, -1, 0, 0, 2, 2, -1}) {
        weights[at++] = weight;
      }
    }
    List<LayerShape> layers = new ArrayList<>();
    for (int layer = 0; layer < depth; layer++) {
      layers.add(LayerShape.dense(1, 2, true, RELU));
      layers.add(LayerShape.dense(2, 1, true, null));
    }
    assertThat(value(Metric.PIECES, new NetworkShape(layers), line(3), weights))
        .isEqualTo(1 << depth);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 40})
  void oneLayerOfReluHasAtMostAPieceMoreThanUnits(int units) {
    NetworkShape network = dense(RELU, 1, units, 1);
    for (int seed = 0; seed < 5; seed++) {
      double[] weights = drawn(network, seed, 1);
      int inside = 0;
      for (int unit = 0; unit < units; unit++) {
        inside += Math.abs(weights[units + unit] / weights[unit]) < 1 ? 1 : 0;
      }
      assertThat(value(Metric.PIECES, network, line(9), weights)).isEqualTo(1.0 + inside);
    }
  }

  @Test
  void withoutKinksThereIsOnePiece() {
    NetworkShape network = dense(Scalar.identity(), 1, 7, 7, 1);
    assertThat(value(Metric.PIECES, network, line(9), drawn(network, 3, 2))).isEqualTo(1);
  }

  /** Against turns of the outputs on a fine grid, which may miss some but invents none. */
  @Test
  void deepPiecesAreThoseOfAFineGrid() {
    NetworkShape network =
        new NetworkShape(
            List.of(
                layer(1, 4, kinked("hard-tanh", x -> Math.max(-1, Math.min(1, x)), -1, 1)),
                layer(4, 4, RELU, new Residual(), new LowRank(2)),
                LayerShape.dense(4, 2, true, kinked("abs", Math::abs, 0))));
    for (int seed = 1; seed < 6; seed++) {
      double[] weights = drawn(network, seed, 3);
      int points = 400_001;
      double[][] y = NetworkOutputs.of(network, line(points), weights);
      int turns = 0;
      boolean turning = false;
      for (int i = 1; i + 1 < points; i++) {
        double turn = 0;
        for (int o = 0; o < 2; o++) {
          turn = Math.max(turn, Math.abs(y[i - 1][o] - 2 * y[i][o] + y[i + 1][o]));
        }
        boolean bends = turn > 1e-11;
        turns += bends && !turning ? 1 : 0;
        turning = bends;
      }
      Dataset data = Dataset.of(2, 1, (row, i) -> 2.0 * row - 1, 2, (row, o) -> 0);
      assertThat(value(Metric.PIECES, network, data, weights)).isEqualTo(1.0 + turns);
    }
  }

  @Test
  void stepsAreJumpsBetweenPieces() {
    Activation step = kinked("step", x -> x > 0 ? 1 : 0, 0);
    assertThat(pieces(step, new double[] {1, 1, 0, -0.5, 1, 1, 0}, 1, 2, 1)).isEqualTo(3);
    assertThat(pieces(step, new double[] {1, 1, 0, -0.5, 1, 0, 0}, 1, 2, 1)).isEqualTo(2);
  }

  @Test
  void dataWithoutWidthHaveOnePiece() {
    NetworkShape network = dense(RELU, 1, 3, 1);
    Dataset one = Dataset.of(new double[][] {{0.5}}, new double[][] {{1}});
    assertThat(value(Metric.PIECES, network, one, drawn(network, 3, 2))).isEqualTo(1);
  }

  @Test
  void onlyStraightActivationsOfOneInputHavePieces() {
    assertThat(has(Metric.PIECES, dense(RELU, 1, 3, 1), line(5))).isTrue();
    for (Activation curved : List.of(Scalar.tanh(), Scalar.sine(), Scalar.sigmoid())) {
      assertThat(has(Metric.PIECES, dense(curved, 1, 3, 1), line(5))).as(curved.id()).isFalse();
    }
    Activation hardSwish =
        kinked("hard-swish", x -> x * Math.max(0, Math.min(1, x / 6 + 0.5)), -3, 3);
    assertThat(has(Metric.PIECES, dense(hardSwish, 1, 3, 1), line(5))).isFalse();
    Activation undeclared = kinked("undeclared", x -> Math.max(0, x));
    assertThat(has(Metric.PIECES, dense(undeclared, 1, 3, 1), line(5))).isFalse();
    assertThat(has(Metric.PIECES, dense(RELU, 2, 3, 1), Networks.xor())).isFalse();
    NetworkShape normalised =
        new NetworkShape(
            List.of(layer(1, 3, RELU, new Normalization()), LayerShape.dense(3, 1, true, null)));
    assertThat(has(Metric.PIECES, normalised, line(5))).isFalse();
  }

  @Test
  void numbersThatAreNoneGiveNone() {
    assertThat(pieces(RELU, new double[] {1e300, 1e300, 1e300, 0}, 1, 1, 1)).isNaN();
    assertThat(pieces(RELU, new double[] {Double.NaN, 1, 1, 0}, 1, 1, 1)).isNaN();
  }
}
