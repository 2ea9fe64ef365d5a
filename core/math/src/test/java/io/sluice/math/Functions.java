package io.sluice.math;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Every function of this package with its block form and the error its doc admits. */
final class Functions {

  private Functions() {}

  /** A block form. */
  interface Block {
    void apply(double[] x, double[] y, int from, int to);
  }

  /** A function under test; the limit is in units in the last place. */
  record Function(String name, DoubleUnaryOperator scalar, Block block, double limit) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Function> all() {
    return List.of(
        new Function("exp", Exponential::exp, Exponential::exps, 0.93),
        new Function("expm1", Exponential::expm1, Exponential::expm1s, 0.94),
        new Function("log", Logarithm::log, Logarithm::logs, 0.53),
        new Function("log1p", Logarithm::log1p, Logarithm::log1ps, 0.8),
        new Function("sin", Trigonometric::sin, Trigonometric::sins, 0.74),
        new Function("cos", Trigonometric::cos, Trigonometric::coss, 0.74),
        new Function("tanh", Hyperbolic::tanh, Hyperbolic::tanhs, 1.9),
        new Function("sech-squared", Hyperbolic::sechSquared, SECHS, 3.5),
        new Function("sigmoid", Logistic::sigmoid, Logistic::sigmoids, 1.9),
        new Function("softplus", Logistic::softplus, Logistic::softpluses, 1.2),
        new Function("erf", ErrorFunction::erf, ErrorFunction::erfs, 2.0),
        new Function("erfc", ErrorFunction::erfc, ErrorFunction::erfcs, 3.7),
        new Function("bell", Normal::bell, Normal::bells, 0.67),
        new Function("cumulative", Normal::cumulative, Normal::cumulatives, 2.9));
  }

  /** The slopes of the block form that gives both. */
  private static final Block SECHS =
      (x, y, from, to) -> Hyperbolic.tanhsAndSlopes(x, new double[x.length], y, from, to);
}
