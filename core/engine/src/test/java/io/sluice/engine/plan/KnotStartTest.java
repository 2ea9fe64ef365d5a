package io.sluice.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnotStartTest {

  /** Rows in no order, two functions of one input. */
  private static Dataset curve(int points) {
    double[][] x = new double[points][1];
    double[][] y = new double[points][2];
    for (int i = 0; i < points; i++) {
      int place = i * 7 % points;
      x[i][0] = 2 * Math.PI * place / (points - 1);
      y[i][0] = Math.sin(x[i][0]);
      y[i][1] = place;
    }
    return Dataset.of(x, y);
  }

  private static NetworkShape network(int units, Activation activation) {
    return NetworkShape.dense(List.of(1, units, 2), true, Arrays.asList(activation, null));
  }

  private static double largestError(int units, Dataset data, int output) {
    List<Double> w = KnotStart.weights(network(units, Scalar.relu()), data);
    double largest = 0;
    for (int row = 0; row < data.rows(); row++) {
      double value = w.get(4 * units + output);
      for (int unit = 0; unit < units; unit++) {
        double sum = w.get(unit) * data.input(row, 0) + w.get(units + unit);
        value += w.get((2 + output) * units + unit) * Math.max(0, sum);
      }
      largest = Math.max(largest, Math.abs(value - data.output(row, output)));
    }
    return largest;
  }

  /** Of a smooth curve it falls with the square of the number of pieces; a line has none. */
  @Test
  void moreUnitsAreNearerToTheCurve() {
    Dataset curve = curve(1025);
    for (int units = 8; units <= 256; units *= 2) {
      double width = 2 * Math.PI / units;
      assertThat(largestError(units, curve, 0))
          .isBetween(0.8 * width * width / 8, width * width / 8);
      assertThat(largestError(units, curve, 1)).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void asManyPiecesAsGapsGoThroughEveryRowAndMoreUnitsStandIdle() {
    Dataset curve = curve(17);
    for (int units : new int[] {16, 17, 40}) {
      assertThat(largestError(units, curve, 0)).isCloseTo(0, within(1e-14));
    }
    List<Double> idle = KnotStart.weights(network(40, Scalar.relu()), curve);
    assertThat(idle.subList(2 * 40 + 16, 3 * 40)).containsOnly(0.0);
    Dataset one = Dataset.of(new double[][] {{2}, {2}}, new double[][] {{1, 0}, {3, 0}});
    assertThat(KnotStart.weights(network(1, Scalar.relu()), one))
        .containsExactly(1.0, -2.0, 0.0, 0.0, 2.0, 0.0);
  }

  @Test
  void onlyNetworksThatCanBeConstructedHaveSuchAStart() {
    assertThat(KnotStart.refusal(network(3, Scalar.relu()))).isEmpty();
    assertThat(KnotStart.refusal(network(3, Scalar.tanh()))).contains("not max(0, x)");
    assertThat(KnotStart.refusal(network(3, Scalar.identity()))).contains("not max(0, x)");
    Activation relu = Scalar.relu();
    assertThat(
            KnotStart.refusal(
                NetworkShape.dense(List.of(1, 3, 1), true, Arrays.asList(relu, relu))))
        .contains("not linear");
    for (NetworkShape other :
        List.of(
            NetworkShape.dense(List.of(2, 3, 1), true, Arrays.asList(relu, null)),
            NetworkShape.dense(List.of(1, 3, 1), false, Arrays.asList(relu, null)),
            NetworkShape.dense(List.of(1, 3, 3, 1), true, Arrays.asList(relu, relu, null)))) {
      assertThat(KnotStart.refusal(other)).contains("one plain hidden layer");
    }
  }

  @Test
  void trialsStartAtTheConstruction() {
    StudyBuilder study =
        new StudyBuilder()
            .problems(new ProblemSpec.Data("curve", curve(17)))
            .networks(NetworkSpec.dense(List.of(16), false, true))
            .activations("relu")
            .initial(new InitialWeights.Knots());
    assertThat(Runs.of(study).results())
        .isNotEmpty()
        .allMatch(result -> result.initialLoss() < 1e-25);
    assertThat(Laboratories.with().plan(study.activations("relu", "tanh").build()).cells())
        .hasSize(1)
        .allMatch(cell -> cell.cell().factor("initial-weights").equals("knots"));
    assertThatThrownBy(() -> Laboratories.with().plan(study.activations("tanh").build()))
        .isInstanceOf(StudyPlanException.class);
  }
}
