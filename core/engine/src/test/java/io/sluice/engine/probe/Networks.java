package io.sluice.engine.probe;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.LayerPart;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.spi.Activation;
import io.sluice.spi.RandomStream;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Networks with weights and data for them, and what probes say of them. */
final class Networks {

  private Networks() {}

  /** Dense layers with biases, the last of them linear. */
  static NetworkShape dense(Activation activation, Integer... widths) {
    List<Activation> activations = new ArrayList<>();
    for (int i = 2; i < widths.length; i++) {
      activations.add(activation);
    }
    activations.add(null);
    return NetworkShape.dense(List.of(widths), true, activations);
  }

  /** A layer with parts. */
  static LayerShape layer(int inputs, int units, Activation activation, LayerPart... parts) {
    return new LayerShape(
        inputs,
        units,
        true,
        OptionalDouble.empty(),
        false,
        List.of(parts),
        activation,
        Sharing.FIXED,
        null);
  }

  static double[] drawn(NetworkShape network, long seed, double limit) {
    RandomStream random = new RandomStream(seed);
    double[] weights = new double[network.weights()];
    Arrays.setAll(weights, i -> random.nextDouble(-limit, limit));
    return weights;
  }

  /** Rows of inputs from [-1, 1], with outputs drawn likewise. */
  static Dataset data(int rows, int inputs, int outputs, long seed) {
    RandomStream random = new RandomStream(seed);
    return Dataset.of(
        rows,
        inputs,
        (row, input) -> random.nextDouble(-1, 1),
        outputs,
        (row, output) -> random.nextDouble(-1, 1));
  }

  /** Inputs, and a class of −1 or 1 for each row. */
  static Dataset classes(double[][] inputs, double... classes) {
    return Dataset.of(
        inputs, Arrays.stream(classes).mapToObj(c -> new double[] {c}).toArray(double[][]::new));
  }

  static Dataset xor() {
    return classes(new double[][] {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}}, -1, 1, 1, -1);
  }

  static boolean has(Metric metric, NetworkShape network, Dataset data) {
    return new Task.Fit(data, network, Loss.MSE).has(metric);
  }

  /** What a probe says of a network that stands where it started. */
  static double value(Metric metric, NetworkShape network, Dataset data, double... weights) {
    return moved(metric, network, data, weights, weights);
  }

  static double moved(
      Metric metric, NetworkShape network, Dataset data, double[] start, double[] weights) {
    return layer(metric, 0, network, data, start, weights);
  }

  static double layer(
      Metric metric,
      int layer,
      NetworkShape network,
      Dataset data,
      double[] start,
      double[] weights) {
    Ground ground = new Task.Fit(data, network, Loss.MSE).ground();
    return Probes.of(metric)
        .orElseThrow()
        .value()
        .of(new Probed(ground, weights, () -> start), layer);
  }
}
