package io.sluice.math;

/** The scalar truth: plain loops over the scalar forms. */
final class ScalarKernels implements LaneKernels {

  static final ScalarKernels INSTANCE = new ScalarKernels();

  private ScalarKernels() {}

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public boolean isFast() {
    return true;
  }

  @Override
  public void exps(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Exponential.exp(x[i]);
    }
  }

  @Override
  public void decays(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Exponential.decay(x[i]);
    }
  }

  @Override
  public void expm1s(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Exponential.expm1(x[i]);
    }
  }

  @Override
  public void logs(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Logarithm.log(x[i]);
    }
  }

  @Override
  public void log1ps(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Logarithm.log1p(x[i]);
    }
  }

  @Override
  public void tanhs(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Hyperbolic.tanh(x[i]);
    }
  }

  @Override
  public void tanhsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Hyperbolic.scalarTanhsAndSlopes(x, y, slope, from, to);
  }

  @Override
  public void sigmoids(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Logistic.sigmoid(x[i]);
    }
  }

  @Override
  public void sigmoidsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      double decay = Exponential.decay(input);
      y[i] = Logistic.sigmoid(input, decay);
      slope[i] = Logistic.slopeOf(decay);
    }
  }

  @Override
  public void softpluses(double[] x, double[] y, int from, int to) {
    if (y == x) {
      for (int i = from; i < to; i++) {
        y[i] = Logistic.softplus(x[i]);
      }
      return;
    }
    // Two short passes overlap better than one long chain of operations.
    decays(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = Logistic.softplus(x[i], y[i]);
    }
  }

  @Override
  public void sins(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Trigonometric.sin(x[i]);
    }
  }

  @Override
  public void coss(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Trigonometric.cos(x[i]);
    }
  }

  @Override
  public void sinsAndCosines(double[] x, double[] sine, double[] cosine, int from, int to) {
    Trigonometric.scalarSinsAndCosines(x, sine, cosine, from, to);
  }

  @Override
  public void sinsOfProducts(double[] rates, double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = ProductAngle.sin(rates[i], x[i]);
    }
  }

  @Override
  public void sinsAndCosinesOfProducts(
      double[] rates, double[] x, double[] sine, double[] cosine, int from, int to) {
    for (int i = from; i < to; i++) {
      double rate = rates[i];
      double input = x[i];
      sine[i] = ProductAngle.sin(rate, input);
      cosine[i] = ProductAngle.cos(rate, input);
    }
  }

  @Override
  public void erfs(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = ErrorFunction.erf(x[i]);
    }
  }

  @Override
  public void erfcs(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = ErrorFunction.erfc(x[i]);
    }
  }

  @Override
  public void bells(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Normal.bell(x[i]);
    }
  }

  @Override
  public void cumulatives(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Normal.cumulative(x[i]);
    }
  }

  @Override
  public void cumulatives(double[] x, double[] bell, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Normal.cumulative(x[i], bell[i]);
    }
  }

  @Override
  public void rootQuotients(
      double[] over,
      double[] scales,
      double[] squares,
      double[] factors,
      double[] constants,
      double[] y,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      y[i] = RootQuotient.rootQuotient(scales[i] * over[i], squares[i], factors[i], constants[i]);
    }
  }

  @Override
  public void steps(
      double[] mean,
      double toMean,
      double[] square,
      double keptSquare,
      double toSquare,
      double scale,
      double factor,
      double constant,
      double[] gradients,
      double[] target,
      boolean add,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double gradient = gradients[i];
      double newMean = mean[i] + toMean * (gradient - mean[i]);
      double newSquare = keptSquare * square[i] + toSquare * gradient * gradient;
      mean[i] = newMean;
      square[i] = newSquare;
      double step = RootQuotient.rootQuotient(scale * newMean, newSquare, factor, constant);
      target[i] = add ? target[i] + step : step;
    }
  }

  @Override
  public void products(
      LaneMatrix left, LaneMatrix right, LaneMatrix product, boolean add, int from, int to) {
    ScalarProduct.products(left, right, product, add, from, to);
  }

  @Override
  public boolean keepLeast(
      double[] x,
      double[] least,
      double[] marks,
      double mark,
      double[] awaited,
      double limit,
      int length) {
    boolean noteworthy = false;
    for (int i = 0; i < length; i++) {
      if (x[i] < least[i]) {
        least[i] = x[i];
        marks[i] = mark;
        noteworthy |= !(x[i] > awaited[i]);
      }
      noteworthy |= !(x[i] <= limit);
    }
    return noteworthy;
  }

  @Override
  public void sum(double[] x, int from, int rows, int stride, int lanes, double[] target, int at) {
    for (int r = 0; r < rows; r++) {
      int row = from + r * stride;
      for (int lane = 0; lane < lanes; lane++) {
        target[at + lane] += x[row + lane];
      }
    }
  }

  @Override
  public void multiply(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    for (int i = 0; i < length; i++) {
      target[at + i] = x[xFrom + i] * y[yFrom + i];
    }
  }

  @Override
  public void add(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    for (int i = 0; i < length; i++) {
      target[at + i] = x[xFrom + i] + y[yFrom + i];
    }
  }

  @Override
  public void multiplyAdd(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    for (int i = 0; i < length; i++) {
      target[at + i] = Math.fma(x[xFrom + i], y[yFrom + i], target[at + i]);
    }
  }

  @Override
  public double least(double[] x, int from, int to) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = from; i < to; i++) {
      least = Math.min(least, x[i]);
    }
    return least;
  }

  @Override
  public boolean areWithin(double[] x, int from, int to, double lower, double upper) {
    for (int i = from; i < to; i++) {
      if (!(x[i] >= lower && x[i] <= upper)) {
        return false;
      }
    }
    return true;
  }
}
