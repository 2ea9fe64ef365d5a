package io.sluice.formula;

import java.util.List;

/** A formula of hyper-parameters alone, such as {@code -alpha}: an end of a range, or a kink. */
final class FixedFormula {

  private final Graph graph = new Graph();
  private final int node;

  private FixedFormula(Expression expression) {
    node = new Builder(new Rewriter(graph)).node(expression);
  }

  /**
   * Reads one.
   *
   * @param what what it is, for messages
   * @throws IllegalArgumentException if it cannot be read or depends on x
   */
  static FixedFormula parse(String what, String text, List<String> parameters) {
    Expression expression;
    try {
      expression = Formula.parse(text, parameters).expression();
    } catch (FormulaException mistake) {
      throw new IllegalArgumentException(
          what + " \"" + text.strip() + "\" cannot be read: " + mistake.complaint(), mistake);
    }
    FixedFormula fixed = new FixedFormula(expression);
    if (fixed.graph.dependsOnVariable(fixed.node)) {
      throw new IllegalArgumentException(
          what
              + " \""
              + text.strip()
              + "\" depends on x; it is a number or a formula of the hyper-parameters");
    }
    return fixed;
  }

  /** The number for these values of the hyper-parameters. */
  double at(double[] values) {
    return Single.of(Compiler.fixed(graph, values, node), 0, 1)[0];
  }
}
