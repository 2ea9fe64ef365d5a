package io.sluice.engine.initial;

import static io.sluice.engine.initial.Starts.drawn;
import static io.sluice.engine.initial.Starts.group;
import static io.sluice.engine.initial.Starts.lowRank;
import static io.sluice.engine.initial.Starts.meanSquare;
import static io.sluice.engine.initial.Starts.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.sluice.engine.network.LayerPart;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.Recurrent;
import io.sluice.engine.network.RecurrentCell;
import io.sluice.engine.study.FanScale;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.support.Parts;
import io.sluice.engine.support.Scalar;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartWeightsTest {

  private static final InitialWeights LECUN =
      new InitialWeights.Scaled(FanScale.LECUN_NORMAL, List.of(1.0));

  private static final NetworkShape WIDE = network(Scalar.tanh(), 200, 300, 100);

  @ParameterizedTest
  @CsvSource({
    "GLOROT_UNIFORM, 0.004, 0.005",
    "GLOROT_NORMAL, 0.004, 0.005",
    "HE_UNIFORM, 0.01, 0.0066666667",
    "HE_NORMAL, 0.01, 0.0066666667",
    "LECUN_UNIFORM, 0.005, 0.0033333333",
    "LECUN_NORMAL, 0.005, 0.0033333333"
  })
  void variancesFollowFromInputsAndUnits(FanScale scale, double first, double second) {
    double[] weights = drawn(new InitialWeights.Scaled(scale, List.of(3.0)), WIDE, 1);
    assertThat(meanSquare(group(WIDE, 0, weights))).isCloseTo(9 * first, withinPercentage(3));
    assertThat(meanSquare(group(WIDE, 2, weights))).isCloseTo(9 * second, withinPercentage(3));
    assertThat(group(WIDE, 1, weights)).containsOnly(0);
    assertThat(group(WIDE, 3, weights)).containsOnly(0);
  }

  /** As if W and U were one matrix with 2 + 40 inputs. */
  @Test
  void bothMatricesOfARecurrentLayerHaveOneScaleAndConstantsStayAsTheyAre() {
    NetworkShape gated =
        recurrent(RecurrentCell.LSTM, OptionalDouble.of(1.5), OptionalDouble.empty());
    double[] weights = drawn(LECUN, gated, 3);
    assertThat(meanSquare(group(gated, 0, weights))).isCloseTo(1.0 / 42, withinPercentage(20));
    assertThat(meanSquare(group(gated, 1, weights))).isCloseTo(1.0 / 42, withinPercentage(5));
    assertThat(group(gated, 2, weights)).hasSize(40).containsOnly(1.5);
    assertThat(group(gated, 3, weights)).hasSize(120).containsOnly(0);
    NetworkShape simple =
        recurrent(RecurrentCell.SIMPLE, OptionalDouble.empty(), OptionalDouble.of(0.5));
    double[] matrix = group(simple, 1, drawn(LECUN, simple, 3));
    for (int i = 0; i < matrix.length; i++) {
      assertThat(matrix[i]).isEqualTo(i % 41 == 0 ? 0.5 : 0);
    }
  }

  private static NetworkShape recurrent(
      RecurrentCell cell, OptionalDouble keepBias, OptionalDouble identity) {
    LayerPart part = new Recurrent(cell, 2, keepBias, identity, Recurrent.SIGMOID);
    return new NetworkShape(
        List.of(
            new LayerShape(
                6,
                40,
                true,
                OptionalDouble.empty(),
                false,
                List.of(part),
                Scalar.tanh(),
                Sharing.FIXED,
                null)));
  }

  @Test
  void uniformOnesFillTheirRangeAndNormalOnesHaveTails() {
    double[] uniform =
        drawn(new InitialWeights.Scaled(FanScale.GLOROT_UNIFORM, List.of(1.0)), WIDE, 2);
    double largest = Arrays.stream(group(WIDE, 0, uniform)).map(Math::abs).max().orElseThrow();
    assertThat(largest).isBetween(0.999 * Math.sqrt(6.0 / 500), Math.sqrt(6.0 / 500));
    double[] normal = drawn(new InitialWeights.Scaled(FanScale.HE_NORMAL, List.of(1.0)), WIDE, 2);
    double beyondTwo =
        Arrays.stream(group(WIDE, 0, normal)).filter(x -> Math.abs(x) > 0.2).count() / 60_000.0;
    // 2 Φ(−2); a truncated distribution has none.
    assertThat(beyondTwo).isCloseTo(0.0455, within(0.004));
  }

  @Test
  void normalWeightsHaveOneDeviationBiasesIncluded() {
    double[] weights = drawn(new InitialWeights.Normal(List.of(0.5)), WIDE, 3);
    assertThat(meanSquare(group(WIDE, 0, weights))).isCloseTo(0.25, withinPercentage(3));
    assertThat(meanSquare(group(WIDE, 1, weights))).isCloseTo(0.25, withinPercentage(25));
    assertThat(Arrays.stream(weights).average().orElseThrow()).isCloseTo(0, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "40, 7", "7, 40", "1, 9", "9, 1", "120, 100"})
  void orthogonalMatricesHaveOrthonormalRowsOrColumns(int inputs, int units) {
    NetworkShape network = network(null, inputs, units);
    double[] weights =
        group(network, 0, drawn(new InitialWeights.Orthogonal(List.of(1.5)), network, 4));
    boolean wide = units < inputs;
    int count = Math.min(inputs, units);
    int length = Math.max(inputs, units);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double product = 0;
        for (int k = 0; k < length; k++) {
          product +=
              weights[wide ? a * inputs + k : k * inputs + a]
                  * weights[wide ? b * inputs + k : k * inputs + b];
        }
        assertThat(product / 2.25).isCloseTo(a == b ? 1 : 0, within(1e-12));
      }
    }
  }

  @Test
  void orthogonalMatricesHaveNoPreferredDirection() {
    NetworkShape network = network(null, 3, 3);
    double[] squares = new double[9];
    double[] sums = new double[9];
    int draws = 20_000;
    for (int draw = 0; draw < draws; draw++) {
      double[] weights = drawn(new InitialWeights.Orthogonal(List.of(1.0)), network, draw);
      for (int i = 0; i < 9; i++) {
        squares[i] += weights[i] * weights[i] / draws;
        sums[i] += weights[i] / draws;
      }
    }
    // Without the signs the diagonal would have a mean far from 0.
    assertThat(sums).containsExactly(new double[9], within(0.02));
    double[] third = new double[9];
    Arrays.fill(third, 1 / 3.0);
    assertThat(squares).containsExactly(third, within(0.01));
  }

  @Test
  void productsHaveTheVarianceOfAFullMatrix() {
    NetworkShape network = lowRank(60, 40, 5);
    double sum = 0;
    double orthogonal = 0;
    int draws = 200;
    for (int draw = 0; draw < draws; draw++) {
      InitialWeights he = new InitialWeights.Scaled(FanScale.HE_UNIFORM, List.of(1.0));
      sum += meanSquare(product(drawn(he, network, draw))) / draws;
      InitialWeights rows = new InitialWeights.Orthogonal(List.of(2.0));
      orthogonal += meanSquare(product(drawn(rows, network, draw))) / draws;
    }
    assertThat(sum).isCloseTo(2.0 / 60, withinPercentage(3));
    assertThat(orthogonal).isCloseTo(4.0 / 60, withinPercentage(1e-9));
  }

  private static double[] product(double[] weights) {
    double[] product = new double[40 * 60];
    for (int unit = 0; unit < 40; unit++) {
      for (int input = 0; input < 60; input++) {
        for (int k = 0; k < 5; k++) {
          product[unit * 60 + input] += weights[unit * 5 + k] * weights[200 + k * 60 + input];
        }
      }
    }
    return product;
  }

  @Test
  void factorsOfFlatNormalWeightsAreLikeAllWeights() {
    NetworkShape network = lowRank(400, 300, 50);
    double[] weights = drawn(new InitialWeights.Normal(List.of(0.1)), network, 6);
    assertThat(meanSquare(group(network, 0, weights))).isCloseTo(0.01, withinPercentage(5));
    assertThat(meanSquare(group(network, 1, weights))).isCloseTo(0.01, withinPercentage(5));
  }

  @Test
  void constantsAreKept() {
    NetworkShape network =
        new NetworkShape(
            List.of(
                new LayerShape(
                    2,
                    3,
                    true,
                    OptionalDouble.of(0.25),
                    false,
                    Parts.of(0, false, true),
                    Scalar.tanh(),
                    Sharing.FIXED,
                    null)));
    for (InitialWeights initial :
        List.of(
            new InitialWeights.Normal(List.of(1.0)),
            new InitialWeights.EdgeOfChaos(List.of(0.5)),
            new InitialWeights.Orthogonal(List.of(1.0)))) {
      double[] weights = drawn(initial, network, 7);
      assertThat(group(network, 1, weights)).containsOnly(0.25);
      assertThat(group(network, 2, weights)).containsOnly(1);
      assertThat(group(network, 3, weights)).containsOnly(0);
      assertThat(group(network, 0, weights)).doesNotContain(0);
    }
  }

  @Test
  void uniformOnesHaveTheRangeOfEachLayer() {
    InitialWeights he = new InitialWeights.Scaled(FanScale.HE_UNIFORM, List.of(1.0));
    double[] limits = Starts.of(he, network(Scalar.tanh(), 6, 24, 1)).limits();
    assertThat(limits).hasSize(6 * 24 + 24 + 24 + 1);
    assertThat(limits[0]).isCloseTo(1, within(1e-15));
    assertThat(limits[6 * 24]).isCloseTo(1, within(1e-15));
    assertThat(limits[limits.length - 1]).isCloseTo(0.5, within(1e-15));
    InitialWeights normal = new InitialWeights.Scaled(FanScale.HE_NORMAL, List.of(1.0));
    assertThat(Starts.of(normal, WIDE).limits()).isNull();
  }

  @Test
  void constantsAreInsideTheRange() {
    NetworkShape network =
        new NetworkShape(
            List.of(
                new LayerShape(
                    600,
                    3,
                    true,
                    OptionalDouble.of(-0.5),
                    false,
                    Parts.of(0, false, true),
                    Scalar.tanh(),
                    Sharing.FIXED,
                    null)));
    InitialWeights he = new InitialWeights.Scaled(FanScale.HE_UNIFORM, List.of(1.0));
    double[] limits = Starts.of(he, network).limits();
    assertThat(group(network, 0, limits)).containsOnly(limits[0]);
    assertThat(limits[0]).isCloseTo(0.1, within(1e-15));
    assertThat(group(network, 1, limits)).containsOnly(0.5);
    assertThat(group(network, 2, limits)).containsOnly(1);
    assertThat(group(network, 3, limits)).containsOnly(limits[0]);
  }
}
