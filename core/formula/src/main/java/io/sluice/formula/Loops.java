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
 * vectors want.
 */
final class Loops {

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
        1);
    return result[0];
  }

  /**
   * Sets the result for indices below n.
   *
   * @param second receives the second result of an operation that has two
   */
  static void run(
      Operation operation,
      double[] u,
      double[] v,
      double[] w,
      double[] result,
      double[] second,
      double number,
      int n) {
    switch (operation) {
      case ADD -> Arithmetic.add(u, v, result, n);
      case SUBTRACT -> Arithmetic.subtract(u, v, result, n);
      case MULTIPLY -> Arithmetic.multiply(u, v, result, n);
      case DIVIDE -> Arithmetic.divide(u, v, result, n);
      case POWER -> Power.pows(u, v, result, 0, n);
      case MINIMUM -> Arithmetic.minimum(u, v, result, n);
      case MAXIMUM -> Arithmetic.maximum(u, v, result, n);
      case LESS -> Choices.less(u, v, result, n);
      case AT_MOST -> Choices.atMost(u, v, result, n);
      case EQUAL -> Choices.equal(u, v, result, n);
      case SELECT -> Choices.select(u, v, w, result, n);
      case NEGATE -> Arithmetic.negate(u, result, n);
      case SQUARE -> Arithmetic.square(u, result, n);
      case ABSOLUTE -> Arithmetic.absolute(u, result, n);
      case SIGN -> Choices.sign(u, result, n);
      case SQRT -> Arithmetic.sqrt(u, result, n);
      case WHERE_DEFINED -> Choices.whereDefined(u, v, result, n);
      case FILL -> Arithmetic.fill(number, result, n);
      case ADD_NUMBER -> Arithmetic.add(u, number, result, n);
      case NUMBER_SUBTRACT -> Arithmetic.subtract(number, u, result, n);
      case MULTIPLY_NUMBER -> Arithmetic.multiply(u, number, result, n);
      case DIVIDE_NUMBER -> Arithmetic.divide(u, number, result, n);
      case NUMBER_DIVIDE -> Arithmetic.divide(number, u, result, n);
      case POWER_NUMBER -> Power.pows(u, number, result, 0, n);
      case MINIMUM_NUMBER -> Arithmetic.minimum(u, number, result, n);
      case MAXIMUM_NUMBER -> Arithmetic.maximum(u, number, result, n);
      case LESS_NUMBER -> Choices.less(u, number, result, n);
      case NUMBER_LESS -> Choices.less(number, u, result, n);
      case AT_MOST_NUMBER -> Choices.atMost(u, number, result, n);
      case NUMBER_AT_MOST -> Choices.atMost(number, u, result, n);
      case QUOTIENT, QUOTIENT_SLOPE, INVERSE_QUOTIENT, INVERSE_QUOTIENT_SLOPE -> {
        Vanishing row = Vanishing.at(number);
        function(row.operation(), u, v, result, second, n);
        row.run(operation, u, result, n);
      }
      default -> function(operation, u, v, result, second, n);
    }
  }

  private static void function(
      Operation operation, double[] u, double[] v, double[] result, double[] second, int n) {
    switch (operation) {
      case CBRT -> CubeRoot.cbrts(u, result, 0, n);
      case EXP -> Exponential.exps(u, result, 0, n);
      case EXPM1 -> Exponential.expm1s(u, result, 0, n);
      case LOG -> Logarithm.logs(u, result, 0, n);
      case LOG1P -> Logarithm.log1ps(u, result, 0, n);
      case LOG2 -> CommonLogarithm.log2s(u, result, 0, n);
      case LOG10 -> CommonLogarithm.log10s(u, result, 0, n);
      case SIN -> Trigonometric.sins(u, result, 0, n);
      case COS -> Trigonometric.coss(u, result, 0, n);
      case SIN_AND_COS -> Trigonometric.sinsAndCosines(u, result, second, 0, n);
      case TAN -> Tangent.tans(u, result, 0, n);
      case ASIN -> Inverses.asins(u, result, n);
      case ACOS -> Inverses.acoss(u, result, n);
      case ATAN -> InverseTrigonometric.atans(u, result, 0, n);
      case SINH -> HyperbolicSine.sinhs(u, result, 0, n);
      case COSH -> HyperbolicSine.coshs(u, result, 0, n);
      case TANH -> Hyperbolic.tanhs(u, result, 0, n);
      case TANH_AND_SLOPE -> Hyperbolic.tanhsAndSlopes(u, result, second, 0, n);
      case SECH_SQUARED -> Hyperbolic.tanhsAndSlopes(u, second, result, 0, n);
      case ASINH -> InverseHyperbolic.asinhs(u, result, 0, n);
      case ACOSH -> Inverses.acoshs(u, result, n);
      case ATANH -> InverseHyperbolic.atanhs(u, result, 0, n);
      case ERF -> ErrorFunction.erfs(u, result, 0, n);
      case ERFC -> ErrorFunction.erfcs(u, result, 0, n);
      case GAUSSIAN -> Gaussian.gaussians(u, result, 0, n);
      case BELL -> Normal.bells(u, result, 0, n);
      case NORMCDF -> Normal.cumulatives(u, result, 0, n);
      case NORMCDF_OF_BELL -> Normal.cumulatives(u, v, result, 0, n);
      case SIGMOID -> {
        Exponential.decays(u, second, 0, n);
        Sigmoids.sigmoids(u, second, result, n);
      }
      case SIGMOID_SLOPE -> {
        Exponential.decays(u, second, 0, n);
        Sigmoids.slopes(second, result, n);
      }
      case SOFTPLUS -> Logistic.softpluses(u, result, 0, n);
      case GATE -> {
        Exponential.decays(u, second, 0, n);
        Sigmoids.gates(u, second, result, n);
      }
      case GATE_SLOPE -> {
        Exponential.decays(u, second, 0, n);
        Sigmoids.gateSlopes(u, second, result, n);
      }
      case DECAY -> Exponential.decays(u, result, 0, n);
      case SIGMOID_OF_DECAY -> Sigmoids.sigmoids(u, v, result, n);
      case SIGMOID_SLOPE_OF_DECAY -> Sigmoids.slopes(u, result, n);
      case SOFTPLUS_OF_DECAY -> {
        Logarithm.log1ps(v, second, 0, n);
        Sigmoids.softpluses(u, second, result, n);
      }
      case GATE_OF_DECAY -> Sigmoids.gates(u, v, result, n);
      case GATE_SLOPE_OF_DECAY -> Sigmoids.gateSlopes(u, v, result, n);
      case SINC -> {
        Trigonometric.sins(u, result, 0, n);
        Inverses.sincs(u, result, result, n);
      }
      case SINC_OF_SINE -> Inverses.sincs(u, v, result, n);
      case ROOT_MINUS_ONE -> Inverses.rootsMinusOne(u, result, n);
      case SINC_SLOPE -> Inverses.sincSlopes(u, result, n);
      default -> throw new IllegalStateException("no loop for " + operation);
    }
  }

  /**
   * u v, but where one of the two is zero and the other infinite, zero: in the formulas of
   * activations the zero is the stronger one, such as e^-x against a power of x.
   */
  static void multiplyZeroFirst(double[] u, double[] v, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      double product = u[i] * v[i];
      boolean zero = u[i] == 0 && v[i] == v[i] || v[i] == 0 && u[i] == u[i];
      result[i] = product != product && zero ? 0 : product;
    }
  }

  /** The same with a number. */
  static void multiplyZeroFirst(double[] u, double number, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      double product = u[i] * number;
      boolean zero = u[i] == 0 || number == 0 && u[i] == u[i];
      result[i] = product != product && zero ? 0 : product;
    }
  }
}
