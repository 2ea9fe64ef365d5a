package io.sluice.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A training that every contestant does: a network of tanh units, mean squared error, full batch.
 *
 * @param widths inputs, hidden layers, outputs
 * @param method how it trains
 * @param steps updates of a trial; of a population, losses computed
 * @param limit initial weights are uniform on [−limit, limit]
 * @param inputs {@code [example][input]}
 * @param outputs {@code [example][output]}
 * @param starts initial weights with which contestants show that they compute the same
 */
record Case(
    List<Integer> widths,
    Method method,
    int steps,
    double limit,
    double[][] inputs,
    double[][] outputs,
    double[][] starts) {

  static final double RATE = 0.01;
  static final double BETA1 = 0.9;
  static final double BETA2 = 0.999;
  static final double EPSILON = 1e-8;

  /** Populations search between minus this and this. */
  static final double BOUND = 10;

  private static final int STARTS = 4;

  Case {
    widths = List.copyOf(widths);
    if (steps < 1) {
      throw new IllegalArgumentException("a trial has at least 1 step, not " + steps);
    }
  }

  /** All cases. */
  static List<Case> all() {
    List<Integer> single = List.of(1, 1, 1);
    List<Integer> small = List.of(2, 16, 16, 1);
    List<Case> all = new ArrayList<>();
    all.add(of(single, Method.ADAM, 1000, 1, 1));
    all.add(of(small, Method.ADAM, 100, 0.5, 16));
    all.add(of(List.of(64, 128, 10), Method.ADAM, 50, 0.125, 16));
    all.add(of(small, Method.LION, 100, 0.5, 16));
    all.add(of(small, Method.LBFGS, 100, 0.5, 16));
    for (Method method : Method.values()) {
      if (method.isPopulation()) {
        all.add(of(single, method, 10_000, 1, 1));
      }
    }
    return List.copyOf(all);
  }

  /**
   * The case with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Case named(String name) {
    return all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no case \""
                        + name
                        + "\"; there are "
                        + String.join(", ", all().stream().map(Case::name).toList())));
  }

  private static Case of(
      List<Integer> widths, Method method, int steps, double limit, int examples) {
    SplittableRandom random = new SplittableRandom(20_26);
    double[][] inputs = uniform(random, examples, widths.get(0), 1);
    double[][] outputs = uniform(random, examples, widths.get(widths.size() - 1), 0.75);
    int parameters = 0;
    for (int layer = 1; layer < widths.size(); layer++) {
      parameters += widths.get(layer) * (widths.get(layer - 1) + 1);
    }
    double[][] starts = uniform(random, STARTS, parameters, limit);
    return new Case(widths, method, steps, limit, inputs, outputs, starts);
  }

  private static double[][] uniform(SplittableRandom random, int rows, int columns, double limit) {
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      for (int i = 0; i < columns; i++) {
        row[i] = limit * (2 * random.nextDouble() - 1);
      }
    }
    return numbers;
  }

  /** The same training with another number of steps. */
  Case withSteps(int number) {
    return new Case(widths, method, number, limit, inputs, outputs, starts);
  }

  /** The widths, and the optimizer if it is not Adam. */
  String name() {
    String name = String.join("-", widths.stream().map(String::valueOf).toList());
    return method == Method.ADAM ? name : name + "-" + method.id();
  }

  /** How many weights and biases there are. */
  int parameters() {
    return starts[0].length;
  }

  /** How many examples there are. */
  int examples() {
    return inputs.length;
  }

  /** What the costs told are of. */
  String unit() {
    return method.isPopulation() ? "evaluation" : "trial and step";
  }

  /** Writes the case as text, for contestants in other languages. */
  void write(Path file) throws IOException {
    try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
      writer.println(widths.size());
      writer.println(String.join(" ", widths.stream().map(String::valueOf).toList()));
      writer.println(
          String.format(Locale.ROOT, "%d %d %d %s", steps, inputs.length, starts.length, limit));
      for (int example = 0; example < inputs.length; example++) {
        writer.println(text(inputs[example]) + " " + text(outputs[example]));
      }
      for (double[] start : starts) {
        writer.println(text(start));
      }
    }
  }

  private static String text(double[] row) {
    List<String> numbers = new ArrayList<>();
    for (double number : row) {
      numbers.add(Double.toString(number));
    }
    return String.join(" ", numbers);
  }
}
