package io.sluice.engine.plan;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weights with which a network 1-n-m of rectifiers is the piecewise linear function through some of
 * the rows to train with: y = y₀ + Σ cᵢ max(0, x − tᵢ), tᵢ being the knots and cᵢ by how much the
 * slope changes there. The n + 1 knots are the first and last of the inputs in ascending order and
 * others at even ranks between them; units beyond the last piece have cᵢ = 0. Left of the first
 * knot the function is level.
 */
final class KnotStart {

  /** Where an activation that is the rectifier must show it. */
  private static final double[] PROBES = {-1e3, -1.5, -0x1p-20, 0, 0x1p-20, 0.75, 1e3};

  private KnotStart() {}

  /** Why a network has no such weights, going on after its label; empty if it has. */
  static String refusal(NetworkShape network) {
    List<LayerShape> layers = network.layers();
    boolean plain =
        layers.size() == 2
            && layers.stream()
                .allMatch(
                    layer ->
                        layer.bias()
                            && layer.initialBias().isEmpty()
                            && layer.parts().isEmpty()
                            && !layer.trainsActivation());
    if (!plain || network.inputs() != 1) {
      return "is no network of one input, one plain hidden layer and biases";
    }
    LayerShape last = layers.get(1);
    if (last.activation() != null || last.layerActivation() != null) {
      return "has an output layer that is not linear";
    }
    return isRectifier(layers.get(0).activation()) ? "" : "has hidden units that are not max(0, x)";
  }

  private static boolean isRectifier(Activation activation) {
    for (double x : PROBES) {
      if (activation == null || activation.value(x) != Math.max(0, x)) {
        return false;
      }
    }
    return true;
  }

  /** The weights of a network for which there is no refusal. */
  static List<Double> weights(NetworkShape network, Dataset data) {
    int units = network.layers().get(0).units();
    List<double[]> points = points(data);
    int pieces = Math.min(units, points.size() - 1);
    int[] knots = new int[pieces + 1];
    for (int i = 1; i <= pieces; i++) {
      knots[i] = (int) Math.rint((double) i * (points.size() - 1) / pieces);
    }
    List<Double> weights = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      weights.add(1.0);
    }
    for (int unit = 0; unit < units; unit++) {
      weights.add(0 - points.get(knots[Math.min(unit, pieces)])[0]);
    }
    for (int output = 1; output <= data.outputs(); output++) {
      double before = 0;
      for (int unit = 0; unit < units; unit++) {
        double slope = before;
        if (unit < pieces) {
          double[] from = points.get(knots[unit]);
          double[] to = points.get(knots[unit + 1]);
          slope = (to[output] - from[output]) / (to[0] - from[0]);
        }
        weights.add(slope - before);
        before = slope;
      }
    }
    for (int output = 1; output <= data.outputs(); output++) {
      weights.add(points.get(0)[output]);
    }
    return weights;
  }

  /** The inputs, ascending and none twice, each with its outputs or their mean. */
  private static List<double[]> points(Dataset data) {
    Map<Double, double[]> sums = new TreeMap<>();
    Map<Double, Integer> counts = new TreeMap<>();
    for (int row = 0; row < data.rows(); row++) {
      double x = data.input(row, 0) + 0.0;
      double[] sum = sums.computeIfAbsent(x, key -> new double[1 + data.outputs()]);
      for (int output = 0; output < data.outputs(); output++) {
        sum[1 + output] += data.output(row, output);
      }
      counts.merge(x, 1, Integer::sum);
    }
    sums.forEach(
        (x, sum) -> {
          for (int i = 1; i < sum.length; i++) {
            sum[i] /= counts.get(x);
          }
          sum[0] = x;
        });
    return new ArrayList<>(sums.values());
  }
}
