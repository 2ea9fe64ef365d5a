package io.sluice.math;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** Every function of one argument with its block form and the error its doc admits. */
final class Functions {

  private static final double BELOW_ONE = Math.nextDown(1.0);

  private static final Range ALL = new Range(-Double.MAX_VALUE, Double.MAX_VALUE, 0, 0);
  private static final Range POSITIVE = new Range(Double.MIN_VALUE, Double.MAX_VALUE, 0, 0);
  private static final Range ABOVE_MINUS_ONE = new Range(-BELOW_ONE, Double.MAX_VALUE, 0, 0);
  private static final Range INSIDE_ONE = new Range(-BELOW_ONE, BELOW_ONE, 0, 0);
  private static final Range PROBABILITY = new Range(Double.MIN_VALUE, BELOW_ONE, 0, 0);

  private Functions() {}

  /** A block form. */
  interface Block {
    void apply(double[] x, double[] y, int from, int to);
  }

  /** Where a function is finite, and where it is interesting. */
  record Range(double lowest, double highest, double from, double to) {

    Range within(double first, double last) {
      return new Range(lowest, highest, first, last);
    }

    double[] inputs() {
      return StratifiedInputs.of(lowest, highest, from, to);
    }
  }

  /** A function under test; the limit is in units in the last place. */
  record Function(
      String name,
      DoubleUnaryOperator scalar,
      Block block,
      DoubleFunction<Exact> reference,
      double limit,
      Range range) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Function> all() {
    return List.of(
        new Function(
            "exp",
            Exponential::exp,
            Exponential::exps,
            Reference::exp,
            1.02,
            ALL.within(-746, 711)),
        new Function(
            "expm1",
            Exponential::expm1,
            Exponential::expm1s,
            Reference::expm1,
            1.34,
            ALL.within(-45, 711)),
        new Function(
            "log", Logarithm::log, Logarithm::logs, Reference::log, 0.55, POSITIVE.within(0, 4)),
        new Function(
            "log2",
            CommonLogarithm::log2,
            CommonLogarithm::log2s,
            Reference::log2,
            0.51,
            POSITIVE.within(0, 4)),
        new Function(
            "log10",
            CommonLogarithm::log10,
            CommonLogarithm::log10s,
            Reference::log10,
            0.51,
            POSITIVE.within(0, 4)),
        new Function(
            "log1p",
            Logarithm::log1p,
            Logarithm::log1ps,
            Reference::log1p,
            0.88,
            ABOVE_MINUS_ONE.within(-1, 4)),
        new Function(
            "sin",
            Trigonometric::sin,
            Trigonometric::sins,
            Reference::sin,
            0.84,
            ALL.within(-32, 32)),
        new Function(
            "cos",
            Trigonometric::cos,
            Trigonometric::coss,
            Reference::cos,
            0.82,
            ALL.within(-32, 32)),
        new Function("tan", Tangent::tan, Tangent::tans, Reference::tan, 2.08, ALL.within(-32, 32)),
        new Function(
            "atan",
            InverseTrigonometric::atan,
            InverseTrigonometric::atans,
            Reference::atan,
            0.75,
            ALL.within(-16, 16)),
        new Function(
            "sinh",
            HyperbolicSine::sinh,
            HyperbolicSine::sinhs,
            Reference::sinh,
            1.33,
            ALL.within(-711, 711)),
        new Function(
            "cosh",
            HyperbolicSine::cosh,
            HyperbolicSine::coshs,
            Reference::cosh,
            1.24,
            ALL.within(-711, 711)),
        new Function(
            "tanh",
            Hyperbolic::tanh,
            Hyperbolic::tanhs,
            Reference::tanh,
            2.04,
            ALL.within(-22, 22)),
        new Function(
            "sech-squared",
            Hyperbolic::sechSquared,
            SECHS,
            Reference::sechSquared,
            2.82,
            ALL.within(-375, 375)),
        new Function(
            "asinh",
            InverseHyperbolic::asinh,
            InverseHyperbolic::asinhs,
            Reference::asinh,
            1.49,
            ALL.within(-16, 16)),
        new Function(
            "atanh",
            InverseHyperbolic::atanh,
            InverseHyperbolic::atanhs,
            Reference::atanh,
            1.92,
            INSIDE_ONE.within(-1, 1)),
        new Function(
            "cbrt", CubeRoot::cbrt, CubeRoot::cbrts, Reference::cbrt, 0.51, ALL.within(-16, 16)),
        new Function(
            "sigmoid",
            Logistic::sigmoid,
            Logistic::sigmoids,
            Reference::sigmoid,
            2.16,
            ALL.within(-746, 40)),
        new Function(
            "softplus",
            Logistic::softplus,
            Logistic::softpluses,
            Reference::softplus,
            1.45,
            ALL.within(-746, 40)),
        new Function(
            "log-sigmoid",
            LogOdds::logSigmoid,
            LogOdds::logSigmoids,
            Reference::logSigmoid,
            1.42,
            ALL.within(-40, 746)),
        new Function(
            "logit",
            LogOdds::logit,
            LogOdds::logits,
            Reference::logit,
            1.03,
            PROBABILITY.within(0, 1)),
        new Function(
            "erf",
            ErrorFunction::erf,
            ErrorFunction::erfs,
            ReferenceErrorFunction::erf,
            2.48,
            ALL.within(-6, 6)),
        new Function(
            "erfc",
            ErrorFunction::erfc,
            ErrorFunction::erfcs,
            ReferenceErrorFunction::erfc,
            3.06,
            ALL.within(-6, 27.25)),
        new Function(
            "gaussian",
            Gaussian::gaussian,
            Gaussian::gaussians,
            Reference::gaussian,
            0.73,
            ALL.within(-27.3, 27.3)),
        new Function(
            "bell", Normal::bell, Normal::bells, Reference::bell, 0.75, ALL.within(-38.6, 38.6)),
        new Function(
            "cumulative",
            Normal::cumulative,
            Normal::cumulatives,
            ReferenceErrorFunction::cumulative,
            2.75,
            ALL.within(-38.5, 9)));
  }

  /** The slopes of the block form that gives both. */
  private static final Block SECHS =
      (x, y, from, to) -> Hyperbolic.tanhsAndSlopes(x, new double[x.length], y, from, to);
}
