package io.sluice.formula;

import io.sluice.math.CommonLogarithm;
import io.sluice.math.CubeRoot;
import io.sluice.math.ErrorFunction;
import io.sluice.math.Exponential;
import io.sluice.math.Gaussian;
import io.sluice.math.Hyperbolic;
import io.sluice.math.HyperbolicSine;
import io.sluice.math.InverseHyperbolic;
import io.sluice.math.InverseTrigonometric;
import io.sluice.math.Logarithm;
import io.sluice.math.Logistic;
import io.sluice.math.Normal;
import io.sluice.math.Power;
import io.sluice.math.Tangent;
import io.sluice.math.Trigonometric;

/**
 * Runs one operation over rows of numbers. A result is never written over an operand, which is what
 * vectors want. The interpreter of programs runs all of its steps here, code that was made of one
 * only what is not plain arithmetic.
 */
public final class Loops {

  private Loops() {}

  /** The result for single numbers, with the bits that rows would give. */
  static double evaluate(Operation operation, double u, double v, double w, double number) {
    double[] result = new double[1];
    run(
        operation,
        new double[] {u},
        new double[] {v},
        new double[] {w},
        result,
        new double[1],
        number,
        0,
        1);
    return result[0];
  }

  /**
   * Sets {@code result[i]} for {@code from <= i < to}.
   *
   * @param second receives the second result of an operation that has two
   * @param number of a step that has one
   */
  public static void run(
      Operation operation,
      double[] u,
      double[] v,
      double[] w,
      double[] result,
      double[] second,
      double number,
      int from,
      int to) {
    switch (operation) {
      case ADD -> Arithmetic.add(u, v, result, from, to);
      case SUBTRACT -> Arithmetic.subtract(u, v, result, from, to);
      case MULTIPLY -> Arithmetic.multiply(u, v, result, from, to);
      case DIVIDE -> Arithmetic.divide(u, v, result, from, to);
      case POWER -> Power.pows(u, v, result, from, to);
      case MINIMUM -> Arithmetic.minimum(u, v, result, from, to);
      case MAXIMUM -> Arithmetic.maximum(u, v, result, from, to);
      case LESS -> Choices.less(u, v, result, from, to);
      case AT_MOST -> Choices.atMost(u, v, result, from, to);
      case EQUAL -> Choices.equal(u, v, result, from, to);
      case SELECT -> Choices.select(u, v, w, result, from, to);
      case NEGATE -> Arithmetic.negate(u, result, from, to);
      case SQUARE -> Arithmetic.square(u, result, from, to);
      case ABSOLUTE -> Arithmetic.absolute(u, result, from, to);
      case SIGN -> Choices.sign(u, result, from, to);
      case SQRT -> Arithmetic.sqrt(u, result, from, to);
      case WHERE_DEFINED -> Choices.whereDefined(u, v, result, from, to);
      case FILL -> Arithmetic.fill(number, result, from, to);
      case ADD_NUMBER -> Arithmetic.add(u, number, result, from, to);
      case NUMBER_SUBTRACT -> Arithmetic.subtract(number, u, result, from, to);
      case MULTIPLY_NUMBER -> Arithmetic.multiply(u, number, result, from, to);
      case DIVIDE_NUMBER -> Arithmetic.divide(u, number, result, from, to);
      case NUMBER_DIVIDE -> Arithmetic.divide(number, u, result, from, to);
      case POWER_NUMBER -> Power.pows(u, number, result, from, to);
      case MINIMUM_NUMBER -> Arithmetic.minimum(u, number, result, from, to);
      case MAXIMUM_NUMBER -> Arithmetic.maximum(u, number, result, from, to);
      case LESS_NUMBER -> Choices.less(u, number, result, from, to);
      case NUMBER_LESS -> Choices.less(number, u, result, from, to);
      case AT_MOST_NUMBER -> Choices.atMost(u, number, result, from, to);
      case NUMBER_AT_MOST -> Choices.atMost(number, u, result, from, to);
      case QUOTIENT, QUOTIENT_SLOPE, INVERSE_QUOTIENT, INVERSE_QUOTIENT_SLOPE -> {
        Vanishing row = Vanishing.at(number);
        function(row.operation(), u, v, result, second, from, to);
        row.run(operation, u, result, from, to);
      }
      default -> function(operation, u, v, result, second, from, to);
    }
  }

  private static void function(
      Operation operation,
      double[] u,
      double[] v,
      double[] result,
      double[] second,
      int from,
      int to) {
    switch (operation) {
      case CBRT -> CubeRoot.cbrts(u, result, from, to);
      case EXP -> Exponential.exps(u, result, from, to);
      case EXPM1 -> Exponential.expm1s(u, result, from, to);
      case LOG -> Logarithm.logs(u, result, from, to);
      case LOG1P -> Logarithm.log1ps(u, result, from, to);
      case LOG2 -> CommonLogarithm.log2s(u, result, from, to);
      case LOG10 -> CommonLogarithm.log10s(u, result, from, to);
      case SIN -> Trigonometric.sins(u, result, from, to);
      case COS -> Trigonometric.coss(u, result, from, to);
      case SIN_AND_COS -> Trigonometric.sinsAndCosines(u, result, second, from, to);
      case TAN -> Tangent.tans(u, result, from, to);
      case ASIN -> Inverses.asins(u, result, from, to);
      case ACOS -> Inverses.acoss(u, result, from, to);
      case ATAN -> InverseTrigonometric.atans(u, result, from, to);
      case SINH -> HyperbolicSine.sinhs(u, result, from, to);
      case COSH -> HyperbolicSine.coshs(u, result, from, to);
      case TANH -> Hyperbolic.tanhs(u, result, from, to);
      case TANH_AND_SLOPE -> Hyperbolic.tanhsAndSlopes(u, result, second, from, to);
      case SECH_SQUARED -> Hyperbolic.tanhsAndSlopes(u, second, result, from, to);
      case ASINH -> InverseHyperbolic.asinhs(u, result, from, to);
      case ACOSH -> Inverses.acoshs(u, result, from, to);
      case ATANH -> InverseHyperbolic.atanhs(u, result, from, to);
      case ERF -> ErrorFunction.erfs(u, result, from, to);
      case ERFC -> ErrorFunction.erfcs(u, result, from, to);
      case GAUSSIAN -> Gaussian.gaussians(u, result, from, to);
      case BELL -> Normal.bells(u, result, from, to);
      case NORMCDF -> Normal.cumulatives(u, result, from, to);
      case NORMCDF_OF_BELL -> Normal.cumulatives(u, v, result, from, to);
      case SIGMOID -> Logistic.sigmoids(u, result, from, to);
      case SIGMOID_AND_SLOPE -> Logistic.sigmoidsAndSlopes(u, result, second, from, to);
      case SIGMOID_SLOPE -> {
        Exponential.decays(u, second, from, to);
        Sigmoids.slopes(second, result, from, to);
      }
      case SOFTPLUS -> Logistic.softpluses(u, result, from, to);
      case GATE -> {
        Exponential.decays(u, second, from, to);
        Sigmoids.gates(u, second, result, from, to);
      }
      case GATE_SLOPE -> {
        Exponential.decays(u, second, from, to);
        Sigmoids.gateSlopes(u, second, result, from, to);
      }
      case DECAY -> Exponential.decays(u, result, from, to);
      case SIGMOID_OF_DECAY -> Sigmoids.sigmoids(u, v, result, from, to);
      case SIGMOID_SLOPE_OF_DECAY -> Sigmoids.slopes(u, result, from, to);
      case SOFTPLUS_OF_LOGARITHM -> Sigmoids.softpluses(u, v, result, from, to);
      case GATE_OF_DECAY -> Sigmoids.gates(u, v, result, from, to);
      case GATE_SLOPE_OF_DECAY -> Sigmoids.gateSlopes(u, v, result, from, to);
      case SINC -> {
        Trigonometric.sins(u, result, from, to);
        Inverses.sincs(u, result, result, from, to);
      }
      case SINC_OF_SINE -> Inverses.sincs(u, v, result, from, to);
      case ROOT_MINUS_ONE -> Inverses.rootsMinusOne(u, result, from, to);
      case SINC_SLOPE -> Inverses.sincSlopes(u, result, from, to);
      default -> throw new IllegalStateException("no loop for " + operation);
    }
  }

  /**
   * u v, but where one of the two is zero and the other infinite, zero: in the formulas of
   * activations the zero is the stronger one, such as e^-x against a power of x.
   */
  static void multiplyZeroFirst(double[] u, double[] v, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      double product = u[i] * v[i];
      boolean zero = u[i] == 0 && v[i] == v[i] || v[i] == 0 && u[i] == u[i];
      result[i] = product != product && zero ? 0 : product;
    }
  }

  /** The same with a number. */
  static void multiplyZeroFirst(double[] u, double number, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      double product = u[i] * number;
      boolean zero = u[i] == 0 || number == 0 && u[i] == u[i];
      result[i] = product != product && zero ? 0 : product;
    }
  }
}
