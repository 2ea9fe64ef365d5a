package io.sluice.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A formula of hyper-parameters alone, such as {@code -alpha}: an end of a range, or a kink. In it
 * {@code inf} is infinity: {@code 0 if p <= 1 else inf} is a kink that there may not be.
 */
final class FixedFormula {

  private static final String INFINITY = "inf";

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");

  private final Graph graph = new Graph();
  private final int node;

  private FixedFormula(Expression expression) {
    node = new Builder(new Rewriter(graph)).node(expression);
  }

  private FixedFormula(double number) {
    node = graph.constant(number);
  }

  /**
   * Reads one.
   *
   * @param what what it is, for messages
   * @throws IllegalArgumentException if it cannot be read or depends on x
   */
  static FixedFormula parse(String what, String text, List<String> parameters) {
    if (NUMBER.matcher(text).matches()) {
      return new FixedFormula(Double.parseDouble(text));
    }
    List<String> names = new ArrayList<>(parameters);
    names.add(INFINITY);
    Expression expression;
    try {
      expression = Formula.parse(text, names).expression();
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
    if (graph.isConstant(node)) {
      return graph.number(node);
    }
    double[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = Double.POSITIVE_INFINITY;
    return Single.of(Compiler.fixed(graph, all, node), 0, 1)[0];
  }
}
