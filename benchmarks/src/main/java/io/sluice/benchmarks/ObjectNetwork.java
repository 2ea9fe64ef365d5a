package io.sluice.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A network of neurons that know the neurons before them. */
final class ObjectNetwork {

  /** What a neuron does with its sum. */
  interface Function {
    double value(double x);

    double slopeByValue(double value);
  }

  /** How a weight follows its gradient. */
  interface Rule {
    double update(double weight, double gradient);
  }

  /** The hyperbolic tangent of the library. */
  static final class LibraryTanh implements Function {
    @Override
    public double value(double x) {
      return Math.tanh(x);
    }

    @Override
    public double slopeByValue(double value) {
      return 1 - value * value;
    }
  }

  /** Adam for one weight. */
  static final class AdamRule implements Rule {
    private double mean;
    private double square;
    private double power1 = 1;
    private double power2 = 1;

    @Override
    public double update(double weight, double gradient) {
      power1 *= Case.BETA1;
      power2 *= Case.BETA2;
      mean = Case.BETA1 * mean + (1 - Case.BETA1) * gradient;
      square = Case.BETA2 * square + (1 - Case.BETA2) * gradient * gradient;
      double meanHat = mean / (1 - power1);
      double squareHat = square / (1 - power2);
      return weight - Case.RATE * meanHat / (Math.sqrt(squareHat) + Case.EPSILON);
    }
  }

  /** A weight with its gradient and its rule. */
  static final class Weight {
    private final Rule rule = new AdamRule();
    private double value;
    private double gradient;

    void update() {
      value = rule.update(value, gradient);
      gradient = 0;
    }
  }

  /** A neuron; those of the first layer only hold an input. */
  static class Neuron {
    private final List<Neuron> before;
    private final List<Weight> weights = new ArrayList<>();
    private final Weight bias = new Weight();
    private final Function function;
    private double output;
    private double error;

    Neuron(List<Neuron> before, Function function) {
      this.before = before;
      this.function = function;
      for (int i = 0; i < before.size(); i++) {
        weights.add(new Weight());
      }
    }

    void forward() {
      double sum = bias.value;
      for (int i = 0; i < weights.size(); i++) {
        sum += weights.get(i).value * before.get(i).output;
      }
      output = function.value(sum);
      error = 0;
    }

    void backward() {
      double slope = error * function.slopeByValue(output);
      bias.gradient += slope;
      for (int i = 0; i < weights.size(); i++) {
        weights.get(i).gradient += slope * before.get(i).output;
        before.get(i).error += slope * weights.get(i).value;
      }
    }

    void update() {
      for (Weight weight : weights) {
        weight.update();
      }
      bias.update();
    }
  }

  private final List<List<Neuron>> layers = new ArrayList<>();

  /**
   * A network with these weights.
   *
   * @param start layer by layer, the matrix by rows, then the biases
   */
  ObjectNetwork(List<Integer> widths, double[] start) {
    Function function = new LibraryTanh();
    List<Neuron> before = List.of();
    for (int width : widths) {
      List<Neuron> layer = new ArrayList<>();
      for (int unit = 0; unit < width; unit++) {
        layer.add(new Neuron(before, function));
      }
      layers.add(layer);
      before = layer;
    }
    set(start);
  }

  /** Sets all weights. */
  void set(double[] values) {
    int at = 0;
    for (List<Neuron> layer : layers.subList(1, layers.size())) {
      for (Neuron neuron : layer) {
        for (Weight weight : neuron.weights) {
          weight.value = values[at++];
        }
      }
      for (Neuron neuron : layer) {
        neuron.bias.value = values[at++];
      }
    }
  }

  void forward(double[] inputs) {
    List<Neuron> first = layers.get(0);
    for (int i = 0; i < inputs.length; i++) {
      first.get(i).output = inputs[i];
    }
    for (List<Neuron> layer : layers.subList(1, layers.size())) {
      for (Neuron neuron : layer) {
        neuron.forward();
      }
    }
  }

  void backward(double[] wanted, double scale) {
    List<Neuron> last = layers.get(layers.size() - 1);
    for (int i = 0; i < wanted.length; i++) {
      last.get(i).error = scale * (last.get(i).output - wanted[i]);
    }
    for (int layer = layers.size() - 1; layer >= 1; layer--) {
      for (Neuron neuron : layers.get(layer)) {
        neuron.backward();
      }
    }
  }

  void update() {
    for (List<Neuron> layer : layers.subList(1, layers.size())) {
      for (Neuron neuron : layer) {
        neuron.update();
      }
    }
  }

  double loss(double[][] inputs, double[][] outputs) {
    List<Neuron> last = layers.get(layers.size() - 1);
    double sum = 0;
    for (int example = 0; example < inputs.length; example++) {
      forward(inputs[example]);
      for (int i = 0; i < last.size(); i++) {
        double error = last.get(i).output - outputs[example][i];
        sum += error * error;
      }
    }
    return sum / (inputs.length * last.size());
  }
}
