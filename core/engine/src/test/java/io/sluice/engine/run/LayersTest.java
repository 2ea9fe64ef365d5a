package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Batch;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.TileSize;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.support.Bent;
import io.sluice.engine.support.Doubled;
import io.sluice.engine.support.Halves;
import io.sluice.engine.support.Parts;
import io.sluice.engine.support.Scalar;
import io.sluice.spi.Activation;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.RandomStream;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Every kind of layer against its formulas. */
class LayersTest {

  private static final int LANES = 3;

  private static Dataset data(int rows, int inputs, int outputs) {
    RandomStream random = new RandomStream(1);
    double[][] x = new double[rows][inputs];
    double[][] y = new double[rows][outputs];
    for (int row = 0; row < rows; row++) {
      Arrays.setAll(x[row], i -> random.nextDouble(-1, 1));
      Arrays.setAll(y[row], i -> random.nextDouble(-1, 1));
    }
    return Dataset.of(x, y);
  }

  private static LayerShape layer(
      int inputs,
      int units,
      int rank,
      boolean frozen,
      boolean residual,
      boolean normalized,
      Activation activation,
      Sharing sharing) {
    return new LayerShape(
        inputs,
        units,
        true,
        OptionalDouble.empty(),
        frozen,
        Parts.of(rank, residual, normalized),
        activation,
        sharing,
        null);
  }

  /** A layer whose activation works on all units. */
  private static LayerShape over(
      int inputs,
      int units,
      int rank,
      boolean frozen,
      boolean residual,
      boolean normalized,
      LayerActivation activation) {
    return new LayerShape(
        inputs,
        units,
        true,
        OptionalDouble.empty(),
        frozen,
        Parts.of(rank, residual, normalized),
        null,
        Sharing.FIXED,
        activation);
  }

  private static LayerShape plain(int inputs, int units, Activation activation) {
    return LayerShape.dense(inputs, units, true, activation);
  }

  private static List<NetworkShape> networks() {
    Activation tanh = Scalar.tanh();
    Bent bent = new Bent();
    Sharing fixed = Sharing.FIXED;
    List<NetworkShape> networks = new ArrayList<>();
    networks.add(network(layer(3, 4, 2, false, false, false, tanh, fixed), plain(4, 2, null)));
    networks.add(network(plain(3, 4, tanh), layer(4, 2, 1, false, false, false, null, fixed)));
    networks.add(network(plain(3, 4, tanh), layer(4, 4, 0, false, true, false, tanh, fixed)));
    networks.add(network(layer(3, 3, 0, false, true, false, tanh, fixed), plain(3, 2, null)));
    networks.add(
        network(
            plain(3, 4, tanh),
            layer(4, 4, 2, false, true, false, tanh, fixed),
            layer(4, 4, 0, false, true, true, tanh, fixed),
            plain(4, 2, null)));
    networks.add(network(layer(3, 4, 0, false, false, true, tanh, fixed), plain(4, 2, null)));
    networks.add(network(plain(3, 4, tanh), layer(4, 3, 0, false, false, true, null, fixed)));
    networks.add(
        network(layer(3, 4, 0, false, false, false, bent, Sharing.LAYER), plain(4, 2, null)));
    networks.add(
        network(
            layer(3, 4, 0, false, false, true, bent, Sharing.UNIT),
            layer(4, 4, 0, false, true, false, bent, Sharing.UNIT)));
    networks.add(network(layer(3, 4, 0, true, false, false, tanh, fixed), plain(4, 2, null)));
    networks.add(
        network(
            plain(3, 4, tanh),
            layer(4, 4, 2, true, true, true, bent, Sharing.UNIT),
            plain(4, 2, tanh)));
    networks.add(network(over(3, 4, 0, false, false, false, new Halves()), plain(4, 2, null)));
    networks.add(
        network(
            over(3, 4, 2, false, false, true, new Halves()),
            over(4, 4, 0, false, true, false, new Halves()),
            over(4, 6, 0, true, false, true, new Doubled()),
            over(6, 2, 0, false, false, false, new Doubled())));
    networks.add(
        network(
            plain(3, 4, tanh),
            over(4, 4, 1, false, true, true, new Doubled()),
            layer(4, 2, 0, false, false, false, bent, Sharing.UNIT)));
    return networks;
  }

  private static NetworkShape network(LayerShape... layers) {
    return new NetworkShape(List.of(layers));
  }

  private static double[] start(NetworkShape network, int lane) {
    RandomStream random = new RandomStream(100 + lane);
    double[] start = new double[network.weights()];
    Arrays.setAll(start, i -> random.nextDouble(-1.5, 1.5));
    return start;
  }

  private static double lossByHand(Task.Fit task, double[] weights) {
    double sum = 0;
    for (int row = 0; row < task.data().rows(); row++) {
      double[] output = NetworkByHand.output(task.network(), weights, task.data(), row);
      for (int o = 0; o < output.length; o++) {
        double error = output[o] - task.data().output(row, o);
        sum += error * error;
      }
    }
    return sum / (task.data().rows() * task.data().outputs());
  }

  private static double rise(Task.Fit task, double[] weights, int index, double h) {
    double[] moved = weights.clone();
    moved[index] = weights[index] + h;
    double above = lossByHand(task, moved);
    moved[index] = weights[index] - h;
    return (above - lossByHand(task, moved)) / (2 * h);
  }

  private static void check(NetworkShape network, int rows) {
    Task.Fit task =
        new Task.Fit(data(rows, network.inputs(), network.outputs()), network, Loss.MSE);
    NetworkObjective objective = new NetworkObjective(task, LANES);
    BlockLayout layout = new BlockLayout(network.parameters(), LANES + 1, 2);
    int[] index = network.indexOfParameter();
    double[] weights = layout.newBlock();
    for (int lane = 0; lane < LANES; lane++) {
      double[] start = start(network, lane);
      objective.bind(lane, task, 0, () -> start);
      for (int p = 0; p < index.length; p++) {
        weights[layout.row(p) + lane] = start[index[p]];
      }
    }
    double[] losses = new double[LANES];
    double[] again = new double[LANES];
    double[] gradients = layout.newBlock();
    Arrays.fill(gradients, 99);
    objective.gradients(0, layout, weights, LANES, Batch.ALL, losses, gradients);
    objective.losses(layout, weights, LANES, again);
    assertThat(again).isEqualTo(losses);
    for (int lane = 0; lane < LANES; lane++) {
      double[] all = start(network, lane);
      double loss = lossByHand(task, all);
      assertThat(losses[lane]).isCloseTo(loss, within(1e-13 * Math.max(1, loss)));
      for (int p = 0; p < index.length; p++) {
        // Richardson's extrapolation, since normalised layers bend a lot.
        double near = rise(task, all, index[p], 1e-4);
        double slope = (4 * near - rise(task, all, index[p], 2e-4)) / 3;
        assertThat(gradients[layout.row(p) + lane])
            .as("%s, parameter %d", network.groups(), p)
            .isCloseTo(slope, within(1e-8 * Math.max(1, Math.max(loss, Math.abs(slope)))));
      }
    }
  }

  @Test
  void lossesAndGradientsOfSmallDataAreThoseOfTheFormulas() {
    networks().forEach(network -> check(network, 2));
  }

  @Test
  void lossesAndGradientsOfDataSharedByAllLanesAreThoseOfTheFormulas() {
    networks().forEach(network -> check(network, 7));
  }

  @Test
  void examplesThatFillSeveralTilesAddUp() {
    NetworkShape network = networks().get(4);
    int tile = TileSize.of(network, Integer.MAX_VALUE, LANES);
    check(network, 2 * tile + tile / 3);
  }

  @Test
  void aLayerHasTheWeightsOfTheSumsThatItsActivationTakes() {
    NetworkShape network = network(over(3, 4, 0, false, false, true, new Halves()));
    assertThat(network.layers().get(0).sums()).isEqualTo(8);
    assertThat(network.parameters()).isEqualTo(8 * 3 + 8 + 8 + 8);
    assertThat(network.outputs()).isEqualTo(4);
    assertThat(network(over(3, 4, 2, false, false, false, new Doubled())).parameters())
        .isEqualTo(2 * 2 + 2 * 3 + 2);
  }

  @Test
  void frozenWeightsAreNoParameters() {
    NetworkShape network = networks().get(9);
    assertThat(network.weights()).isEqualTo(16 + 10);
    assertThat(network.parameters()).isEqualTo(10);
    assertThat(network.indexOfParameter()).startsWith(16).endsWith(25);
    assertThat(network.indexOfFrozen()).startsWith(0).endsWith(15);
  }
}
