package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Batch;
import io.sluice.engine.network.LayerPart;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.Recurrent;
import io.sluice.engine.network.RecurrentCell;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.support.Scalar;
import io.sluice.spi.Activation;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.RandomStream;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NetworkObjectiveTest {

  private static final int LANES = 5;

  private static Dataset data(int rows, int inputs, int outputs, long seed) {
    RandomStream random = new RandomStream(seed);
    double[][] x = new double[rows][inputs];
    double[][] y = new double[rows][outputs];
    for (int row = 0; row < rows; row++) {
      Arrays.setAll(x[row], i -> random.nextDouble(-1, 1));
      Arrays.setAll(y[row], i -> random.nextDouble(-1, 1));
    }
    return Dataset.of(x, y);
  }

  /** The same inputs, with soft targets that add up to 1. */
  private static Dataset withShares(Dataset data) {
    double[][] x = new double[data.rows()][data.inputs()];
    double[][] y = new double[data.rows()][data.outputs()];
    for (int row = 0; row < x.length; row++) {
      int from = row;
      Arrays.setAll(x[row], i -> data.input(from, i));
      Arrays.setAll(y[row], o -> Math.abs(data.output(from, o)));
      double sum = Arrays.stream(y[row]).sum();
      Arrays.setAll(y[row], o -> y[from][o] / sum);
    }
    return Dataset.of(x, y);
  }

  private static Task.Fit task(
      boolean bias, Loss loss, List<Integer> widths, int rows, Activation... layers) {
    Dataset data = data(rows, widths.get(0), widths.get(widths.size() - 1), 1);
    if (loss == Loss.SOFTMAX_CROSS_ENTROPY) {
      data = withShares(data);
    }
    return new Task.Fit(data, NetworkShape.dense(widths, bias, Arrays.asList(layers)), loss);
  }

  private static List<Task.Fit> tasks() {
    Activation tanh = Scalar.tanh();
    Activation sigmoid = Scalar.sigmoid();
    List<Task.Fit> tasks = new ArrayList<>();
    for (Loss loss : Loss.all()) {
      for (boolean bias : new boolean[] {true, false}) {
        tasks.add(task(bias, loss, List.of(1, 1), 1, tanh));
        tasks.add(task(bias, loss, List.of(2, 1), 4, (Activation) null));
        tasks.add(task(bias, loss, List.of(1, 1, 1), 1, tanh, tanh));
        tasks.add(task(bias, loss, List.of(2, 3, 2), 5, sigmoid, null));
        tasks.add(task(bias, loss, List.of(3, 4, 2, 3), 20, tanh, Scalar.sine(), sigmoid));
      }
    }
    for (RecurrentCell cell : RecurrentCell.values()) {
      for (boolean bias : new boolean[] {true, false}) {
        LayerPart plain = Recurrent.plain(cell, 1);
        tasks.add(sequences(1, LayerShape.dense(3, 2, bias, null), layer(2, 3, bias, plain)));
        tasks.add(sequences(2, layer(3, 2, bias, plain)));
        LayerPart pairs =
            new Recurrent(
                cell,
                2,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                cell == RecurrentCell.SIMPLE ? Recurrent.SIGMOID : "0.5 + atan(pi * x / 2) / pi");
        LayerShape before = LayerShape.dense(3, 8, bias, Scalar.sine());
        LayerShape behind = LayerShape.dense(3, 2, bias, null);
        tasks.add(sequences(6, before, layer(8, 3, bias, pairs), behind));
        tasks.add(sequences(7, layer(6, 4, bias, pairs), layer(4, 3, bias, plain), behind));
      }
    }
    return tasks;
  }

  private static LayerShape layer(int inputs, int units, boolean bias, LayerPart part) {
    return new LayerShape(
        inputs,
        units,
        bias,
        OptionalDouble.empty(),
        false,
        List.of(part),
        Scalar.tanh(),
        Sharing.FIXED,
        null);
  }

  private static Task.Fit sequences(int rows, LayerShape... layers) {
    NetworkShape network = new NetworkShape(List.of(layers));
    Dataset data = data(rows, network.inputs(), network.outputs(), 2);
    return new Task.Fit(data, network, Loss.MSE);
  }

  private static NetworkObjective objective(Task.Fit task, int lanes) {
    NetworkObjective objective = new NetworkObjective(task, lanes);
    for (int lane = 0; lane < lanes; lane++) {
      objective.bind(lane, task, 0, null);
    }
    return objective;
  }

  private static double[] weights(BlockLayout layout) {
    RandomStream random = new RandomStream(3);
    double[] weights = layout.newBlock();
    Arrays.setAll(weights, i -> random.nextDouble(-1.5, 1.5));
    return weights;
  }

  /** The loss by the formulas, one number at a time. */
  private static double lossByHand(Task.Fit task, double[] block, BlockLayout layout, int lane) {
    double[] weights = new double[task.parameters()];
    Arrays.setAll(weights, p -> block[layout.row(p) + lane]);
    double total = 0;
    for (int row = 0; row < task.data().rows(); row++) {
      double[] output = NetworkByHand.output(task.network(), weights, task.data(), row);
      total += lossByHand(task.loss(), output, task.data(), row);
    }
    return total / task.loss().terms(task.data().rows(), task.data().outputs());
  }

  private static double lossByHand(Loss loss, double[] output, Dataset data, int row) {
    double partition = Arrays.stream(output).map(Math::exp).sum();
    double total = 0;
    for (int o = 0; o < output.length; o++) {
      double a = output[o];
      double y = data.output(row, o);
      double error = Math.abs(a - y);
      double p = 1 / (1 + Math.exp(-a));
      switch (loss.id()) {
        case "mse":
          total += error * error;
          break;
        case "mae":
          total += error;
          break;
        case "huber":
          total += error <= 1 ? error * error / 2 : error - 0.5;
          break;
        case "log-cosh":
          total += Math.log(Math.cosh(error));
          break;
        case "binary-cross-entropy":
          total -= y * Math.log(p) + (1 - y) * Math.log(1 - p);
          break;
        default:
          total -= y * Math.log(Math.exp(a) / partition);
      }
    }
    return total;
  }

  @Test
  void lossesAreThoseOfTheFormulas() {
    for (Task.Fit task : tasks()) {
      BlockLayout layout = new BlockLayout(task.parameters(), LANES + 2, 3);
      double[] weights = weights(layout);
      double[] losses = new double[LANES];
      objective(task, LANES).losses(layout, weights, LANES, losses);
      for (int lane = 0; lane < LANES; lane++) {
        assertThat(losses[lane]).isCloseTo(lossByHand(task, weights, layout, lane), within(1e-13));
      }
    }
  }

  @Test
  void gradientsMatchFiniteDifferences() {
    for (Task.Fit task : tasks()) {
      BlockLayout layout = new BlockLayout(task.parameters(), LANES + 2, 3);
      double[] weights = weights(layout);
      double[] losses = new double[LANES];
      double[] gradients = layout.newBlock();
      Arrays.fill(gradients, 99);
      objective(task, LANES).gradients(0, layout, weights, LANES, Batch.ALL, losses, gradients);
      double h = 1e-5;
      for (int p = 0; p < task.parameters(); p++) {
        for (int lane = 0; lane < LANES; lane++) {
          int i = layout.row(p) + lane;
          double weight = weights[i];
          weights[i] = weight + h;
          double above = lossByHand(task, weights, layout, lane);
          weights[i] = weight - h;
          double below = lossByHand(task, weights, layout, lane);
          weights[i] = weight;
          assertThat(gradients[i])
              .as("%s, parameter %d, lane %d", task.network().widths(), p, lane)
              .isCloseTo((above - below) / (2 * h), within(2e-9));
        }
      }
    }
  }

  /** Their squares sum up to the loss, and twice the sum of r ∇r is the gradient. */
  @Test
  void residualsHaveTheLossAndItsGradient() {
    for (Task.Fit task : tasks()) {
      if (!task.hasResiduals()) {
        continue;
      }
      BlockLayout layout = new BlockLayout(task.parameters(), LANES + 2, 3);
      double[] weights = weights(layout);
      NetworkObjective objective = objective(task, LANES);
      double[] expected = layout.newBlock();
      double[] losses = new double[LANES];
      objective.gradients(0, layout, weights, LANES, Batch.ALL, losses, expected);
      double[] squares = new double[LANES];
      double[] sums = layout.newBlock();
      int[] count = new int[1];
      objective.residuals(
          0,
          layout,
          weights,
          LANES,
          Batch.ALL,
          (residuals, slopes) -> {
            count[0]++;
            for (int lane = 0; lane < LANES; lane++) {
              squares[lane] += residuals[lane] * residuals[lane];
              for (int p = 0; p < task.parameters(); p++) {
                int i = layout.row(p) + lane;
                sums[i] += 2 * residuals[lane] * slopes[i];
              }
            }
          });
      assertThat(count[0]).isEqualTo(task.data().rows() * task.data().outputs());
      for (int lane = 0; lane < LANES; lane++) {
        assertThat(squares[lane]).isCloseTo(losses[lane], within(1e-13 * losses[lane]));
        for (int p = 0; p < task.parameters(); p++) {
          int i = layout.row(p) + lane;
          assertThat(sums[i]).isCloseTo(expected[i], within(1e-12));
        }
      }
    }
  }

  @Test
  void lossesWithAndWithoutGradientsHaveTheSameBits() {
    for (Task.Fit task : tasks()) {
      BlockLayout layout = new BlockLayout(task.parameters(), LANES, 0);
      double[] weights = weights(layout);
      double[] alone = new double[LANES];
      double[] withGradients = new double[LANES];
      NetworkObjective objective = objective(task, LANES);
      objective.gradients(0, layout, weights, LANES, Batch.ALL, withGradients, layout.newBlock());
      objective.losses(layout, weights, LANES, alone);
      assertThat(alone).isEqualTo(withGradients);
    }
  }

  @Test
  void oneLaneAloneHasTheSameBitsAsAmongMany() {
    for (Task.Fit task : tasks()) {
      BlockLayout many = new BlockLayout(task.parameters(), LANES, 0);
      double[] weights = weights(many);
      double[] losses = new double[LANES];
      double[] gradients = many.newBlock();
      objective(task, LANES).gradients(0, many, weights, LANES, Batch.ALL, losses, gradients);
      BlockLayout one = new BlockLayout(task.parameters(), 1, 0);
      for (int lane = 0; lane < LANES; lane++) {
        double[] alone = new double[task.parameters()];
        for (int p = 0; p < alone.length; p++) {
          alone[p] = weights[many.row(p) + lane];
        }
        double[] loss = new double[1];
        double[] gradient = one.newBlock();
        objective(task, 1).gradients(0, one, alone, 1, Batch.ALL, loss, gradient);
        assertThat(loss[0]).isEqualTo(losses[lane]);
        for (int p = 0; p < alone.length; p++) {
          assertThat(gradient[p]).isEqualTo(gradients[many.row(p) + lane]);
        }
      }
    }
  }

  @Test
  void fewerLanesInUseChangeNothingInTheOthers() {
    Task.Fit task = tasks().get(4);
    BlockLayout layout = new BlockLayout(task.parameters(), LANES, 0);
    double[] weights = weights(layout);
    double[] all = new double[LANES];
    double[] two = new double[LANES];
    NetworkObjective objective = objective(task, LANES);
    objective.losses(layout, weights, LANES, all);
    objective.losses(layout, weights, 2, two);
    assertThat(two).containsExactly(all[0], all[1], 0, 0, 0);
  }

  @Test
  void lanesMayHaveSmallDataOfTheirOwn() {
    Task.Fit first = task(true, Loss.MSE, List.of(1, 1), 3, Scalar.tanh());
    Task.Fit second = new Task.Fit(data(3, 1, 1, 9), first.network(), Loss.MSE);
    NetworkObjective mixed = new NetworkObjective(first, 2);
    mixed.bind(0, first, 0, null);
    mixed.bind(1, second, 0, null);
    BlockLayout layout = new BlockLayout(2, 2, 0);
    double[] weights = weights(layout);
    double[] losses = new double[2];
    mixed.losses(layout, weights, 2, losses);
    assertThat(losses[0]).isCloseTo(lossByHand(first, weights, layout, 0), within(1e-15));
    assertThat(losses[1]).isCloseTo(lossByHand(second, weights, layout, 1), within(1e-15));
    assertThat(lossByHand(first, weights, layout, 1)).isNotCloseTo(losses[1], within(1e-3));
  }

  /** The lanes take different rows, and what they get are the bits of training with these alone. */
  @Test
  void aBatchIsATrainingWithItsRows() {
    int[][] order = {{4, 0, 2, 1, 3}, null, {1, 1, 1, 0, 0}};
    for (Task.Fit task : tasks()) {
      if (task.data().rows() < 5) {
        continue;
      }
      BlockLayout layout = new BlockLayout(task.parameters(), order.length, 0);
      double[] weights = weights(layout);
      double[] losses = new double[order.length];
      double[] gradients = layout.newBlock();
      Batch batch = new Batch(order, 1, 3);
      objective(task, order.length)
          .gradients(0, layout, weights, order.length, batch, losses, gradients);
      for (int lane = 0; lane < order.length; lane++) {
        int[] rows =
            order[lane] == null ? new int[] {1, 2, 3} : Arrays.copyOfRange(order[lane], 1, 4);
        Task.Fit part = new Task.Fit(task.data().select(rows), task.network(), task.loss());
        double[] expected = new double[order.length];
        double[] slopes = layout.newBlock();
        objective(part, order.length)
            .gradients(0, layout, weights, order.length, Batch.ALL, expected, slopes);
        assertThat(losses[lane]).isEqualTo(expected[lane]);
        for (int p = 0; p < layout.parameters(); p++) {
          assertThat(gradients[layout.row(p) + lane]).isEqualTo(slopes[layout.row(p) + lane]);
        }
      }
    }
  }
}
