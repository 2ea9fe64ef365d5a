package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.network.LayerPart;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.LowRank;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.Normalization;
import io.sluice.engine.network.Recurrent;
import io.sluice.engine.network.RecurrentCell;
import io.sluice.engine.network.Residual;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.TrainableActivation;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** A network by its formulas, one number at a time. */
final class NetworkByHand {

  /** The gates' functions by their formulas. */
  private static final Map<String, DoubleUnaryOperator> GATES =
      Map.of(
          Recurrent.SIGMOID,
          x -> 1 / (1 + Math.exp(-x)),
          "0.5 + atan(pi * x / 2) / pi",
          x -> 0.5 + Math.atan(Math.PI * x / 2) / Math.PI);

  private final double[] weights;
  private int next;

  private NetworkByHand(double[] weights) {
    this.weights = weights;
  }

  /** The outputs at one example, with these weights, frozen ones included. */
  static double[] output(NetworkShape network, double[] weights, Dataset data, int row) {
    double[] signal = new double[data.inputs()];
    Arrays.setAll(signal, i -> data.input(row, i));
    NetworkByHand hand = new NetworkByHand(weights);
    for (LayerShape layer : network.layers()) {
      signal = hand.layer(layer, signal);
    }
    assertThat(hand.next).isEqualTo(weights.length);
    return signal;
  }

  private double[] layer(LayerShape layer, double[] input) {
    if (has(layer, Recurrent.class)) {
      return lastState(layer, (Recurrent) layer.parts().get(0), input);
    }
    double[] sums = sums(layer, input);
    add(sums, layer.bias() ? take(sums.length) : new double[sums.length]);
    if (has(layer, Normalization.class)) {
      sums = normalized(sums);
    }
    double[] output = activated(layer, sums);
    if (has(layer, Residual.class)) {
      add(output, input);
    }
    return output;
  }

  private double[] sums(LayerShape layer, double[] input) {
    if (!has(layer, LowRank.class)) {
      return product(take(layer.sums() * input.length), layer.sums(), input);
    }
    int rank = layer.parts().stream().mapToInt(part -> (int) part.number()).findFirst().getAsInt();
    double[] left = take(layer.sums() * rank);
    double[] right = take(rank * input.length);
    return product(left, layer.sums(), product(right, rank, input));
  }

  private double[] lastState(LayerShape layer, Recurrent recurrent, double[] input) {
    int units = layer.units();
    int step = recurrent.step();
    int rows = (recurrent.cell().gates() + 1) * units;
    double[] matrix = take(rows * step);
    double[] states = take(rows * units);
    double[] biases = layer.bias() ? take(rows) : new double[rows];
    double[] state = new double[units];
    double[] cell = new double[units];
    DoubleUnaryOperator gate = GATES.get(recurrent.gate());
    DoubleUnaryOperator function = layer.activation()::value;
    for (int from = 0; from < input.length; from += step) {
      double[] fromInputs = product(matrix, rows, Arrays.copyOfRange(input, from, from + step));
      add(fromInputs, biases);
      double[] sums = product(states, rows, state);
      add(sums, fromInputs);
      double[] gates = Arrays.stream(sums).map(gate).toArray();
      double[] next = new double[units];
      int last = recurrent.cell().gates() * units;
      double[] kept = new double[units];
      if (recurrent.cell() == RecurrentCell.GRU) {
        for (int i = 0; i < units; i++) {
          kept[i] = gates[units + i] * state[i];
        }
        sums = product(states, rows, kept);
        add(sums, fromInputs);
      }
      for (int i = 0; i < units; i++) {
        double candidate = function.applyAsDouble(sums[last + i]);
        switch (recurrent.cell()) {
          case LSTM:
            cell[i] = gates[i] * cell[i] + gates[units + i] * candidate;
            next[i] = gates[2 * units + i] * function.applyAsDouble(cell[i]);
            break;
          case GRU:
            next[i] = gates[i] * state[i] + (1 - gates[i]) * candidate;
            break;
          default:
            next[i] = candidate;
        }
      }
      state = next;
    }
    return state;
  }

  private static boolean has(LayerShape layer, Class<? extends LayerPart> kind) {
    return layer.parts().stream().anyMatch(kind::isInstance);
  }

  private double[] normalized(double[] sums) {
    double mean = Arrays.stream(sums).average().orElseThrow();
    double variance = Arrays.stream(sums).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double[] gains = take(sums.length);
    double[] shifts = take(sums.length);
    double[] result = new double[sums.length];
    Arrays.setAll(
        result, i -> gains[i] * (sums[i] - mean) / Math.sqrt(variance + 1e-5) + shifts[i]);
    return result;
  }

  private double[] activated(LayerShape layer, double[] sums) {
    double[] output = new double[sums.length];
    if (layer.layerActivation() != null) {
      output = new double[layer.units()];
      layer.layerActivation().value(sums, output);
      return output;
    }
    if (layer.activation() == null) {
      return sums;
    }
    if (!layer.trainsActivation()) {
      Arrays.setAll(output, unit -> layer.activation().value(sums[unit]));
      return output;
    }
    TrainableActivation activation = (TrainableActivation) layer.activation();
    boolean perUnit = layer.training() == TrainableActivation.Sharing.UNIT;
    double[][] parameters = new double[activation.trainable().size()][];
    Arrays.setAll(parameters, k -> take(perUnit ? sums.length : 1));
    for (int unit = 0; unit < sums.length; unit++) {
      double[] p = new double[parameters.length];
      for (int k = 0; k < p.length; k++) {
        p[k] = parameters[k][perUnit ? unit : 0];
      }
      output[unit] = activation.value(sums[unit], p);
    }
    return output;
  }

  private static double[] product(double[] matrix, int rows, double[] vector) {
    double[] result = new double[rows];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < vector.length; i++) {
        result[row] += matrix[row * vector.length + i] * vector[i];
      }
    }
    return result;
  }

  private static void add(double[] target, double[] numbers) {
    for (int i = 0; i < target.length; i++) {
      target[i] += numbers[i];
    }
  }

  private double[] take(int count) {
    next += count;
    return Arrays.copyOfRange(weights, next - count, next);
  }
}
