package io.sluice.formula;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A formula made ready to be computed, whatever the values of its parameters: its graph, with the
 * nodes of the value and of all slopes. Immutable once made.
 */
final class Model {

  private final Graph graph = new Graph();
  private final int value;
  private final int slope;
  private final int[] everything;
  private final int[] trained;
  private final boolean allTrained;
  private final Program values;
  private final Program all;
  private final int[] kinked;
  private final int[] kinkedSlopes;

  /** A model whose slope is derived. */
  Model(Formula formula, int[] trained) {
    this(formula, Optional.empty(), trained);
  }

  /**
   * A model.
   *
   * @param surrogate the slope by x in place of the derivative, of the same parameters
   * @param trained the indexes of the parameters by which slopes are wanted, in their order
   */
  Model(Formula formula, Optional<Formula> surrogate, int[] trained) {
    Rewriter rewriter = new Rewriter(graph);
    this.trained = trained;
    int[] each = IntStream.range(0, formula.parameters().size()).toArray();
    allTrained = Arrays.equals(trained, each);
    value = new Builder(rewriter).node(formula.expression());
    int given =
        surrogate.isPresent() ? new Builder(rewriter).node(surrogate.get().expression()) : value;
    int givenNodes = graph.size();
    Derivative byVariable = new Derivative(rewriter, graph.variable());
    slope = surrogate.isPresent() ? given : byVariable.of(written(formula, graph.variable()));
    everything = new int[2 + trained.length];
    everything[0] = value;
    everything[1] = slope;
    for (int k = 0; k < trained.length; k++) {
      int parameter = graph.parameter(trained[k]);
      everything[2 + k] = new Derivative(rewriter, parameter).of(written(formula, parameter));
    }
    kinked = Kinks.candidates(rewriter, givenNodes, value, given);
    kinkedSlopes = new int[kinked.length];
    for (int i = 0; i < kinked.length; i++) {
      kinkedSlopes[i] = byVariable.of(kinked[i]);
    }
    double[] unused = new double[trained.length];
    values = allTrained ? Compiler.given(graph, unused, trained, value) : null;
    all = allTrained ? Compiler.given(graph, unused, trained, everything) : null;
  }

  /**
   * The value as its slope by one variable is best derived from: f(u) / v with a v that does not
   * depend on the variable has the slope f'(u) u' / v, and none that cancels.
   */
  private int written(Formula formula, int by) {
    return new Builder(new Rewriter(graph, by)).node(formula.expression());
  }

  Graph graph() {
    return graph;
  }

  int value() {
    return value;
  }

  /** Whether x makes any difference. */
  boolean dependsOnVariable() {
    return graph.dependsOnVariable(value);
  }

  /** The value, given the trained parameters; the others have these values. */
  Program valuesGiven(double[] at) {
    return allTrained ? values : Compiler.given(graph, at, trained, value);
  }

  /** The value and all slopes, given the trained parameters; the others have these values. */
  Program valuesAndAllSlopesGiven(double[] at) {
    return allTrained ? all : Compiler.given(graph, at, trained, everything);
  }

  /** The value for these parameters. */
  Program values(double[] at) {
    return Compiler.fixed(graph, at, value);
  }

  /** The value and the slope by x for these parameters. */
  Program valuesAndSlopes(double[] at) {
    return Compiler.fixed(graph, at, value, slope);
  }

  /** How many functions there are at whose zeros there may be kinks. */
  int kinked() {
    return kinked.length;
  }

  /** One of these functions and its slope. */
  Program kinked(int index, double[] at) {
    return Compiler.fixed(graph, at, kinked[index], kinkedSlopes[index]);
  }

  /** Whether the slope of one of these functions is the same everywhere. */
  boolean isLinear(int index) {
    return !graph.dependsOnVariable(kinkedSlopes[index]);
  }
}
