package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;

import io.sluice.math.LaneKernels;
import io.sluice.math.LaneMatrix;
import java.util.Locale;

/** The door of the twin; found by name, so it is public. */
public final class VectorKernels implements LaneKernels {

  /** Below this width, in bits, vectors gain nothing over numbers on x86. */
  private static final int WIDE = 256;

  private static final LaneKernels SCALAR = LaneKernels.scalar();

  /** For {@link java.util.ServiceLoader}. */
  public VectorKernels() {}

  @Override
  public String name() {
    return "vector-" + SPECIES.vectorBitSize();
  }

  /** True on 64-bit ARM, and on x86 from AVX2 on, which has come with fused multiply-add. */
  @Override
  public boolean isFast() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return machine.equals("aarch64") || SPECIES.vectorBitSize() >= WIDE;
  }

  @Override
  public void exps(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorExponential.exps(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.exps(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void decays(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorExponential.decays(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.decays(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void expm1s(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorExponential.expm1s(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.expm1s(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void logs(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorLogarithm.logs(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.logs(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void log1ps(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorLogarithm.log1ps(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.log1ps(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void tanhs(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorHyperbolic.tanhs(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.tanhs(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void tanhsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; (i = VectorHyperbolic.tanhsAndSlopes(x, y, slope, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.tanhsAndSlopes(x, y, slope, i, end);
      i = end;
    }
  }

  @Override
  public void sigmoids(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorLogistic.sigmoids(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.sigmoids(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void sigmoidsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; (i = VectorLogistic.sigmoidsAndSlopes(x, y, slope, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.sigmoidsAndSlopes(x, y, slope, i, end);
      i = end;
    }
  }

  @Override
  public void softpluses(double[] x, double[] y, int from, int to) {
    if (y == x) {
      SCALAR.softpluses(x, y, from, to);
      return;
    }
    decays(x, y, from, to);
    log1ps(y, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = Math.max(x[i], 0) + y[i];
    }
  }

  @Override
  public void sins(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorTrigonometric.sins(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.sins(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void coss(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorTrigonometric.coss(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.coss(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void sinsAndCosines(double[] x, double[] sine, double[] cosine, int from, int to) {
    for (int i = from; (i = VectorTrigonometric.sinsAndCosines(x, sine, cosine, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.sinsAndCosines(x, sine, cosine, i, end);
      i = end;
    }
  }

  @Override
  public void sinsOfProducts(double[] rates, double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorProductAngle.sins(rates, x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.sinsOfProducts(rates, x, y, i, end);
      i = end;
    }
  }

  @Override
  public void sinsAndCosinesOfProducts(
      double[] rates, double[] x, double[] sine, double[] cosine, int from, int to) {
    for (int i = from;
        (i = VectorProductAngle.sinsAndCosines(rates, x, sine, cosine, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.sinsAndCosinesOfProducts(rates, x, sine, cosine, i, end);
      i = end;
    }
  }

  @Override
  public void erfs(double[] x, double[] y, int from, int to) {
    if (y == x) {
      SCALAR.erfs(x, y, from, to);
      return;
    }
    for (int i = from; (i = VectorErrorFunction.erfs(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.erfs(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void erfcs(double[] x, double[] y, int from, int to) {
    if (y == x) {
      SCALAR.erfcs(x, y, from, to);
      return;
    }
    for (int i = from; (i = VectorErrorFunction.erfcs(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.erfcs(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void bells(double[] x, double[] y, int from, int to) {
    for (int i = from; (i = VectorNormal.bells(x, y, i, to)) < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.bells(x, y, i, end);
      i = end;
    }
  }

  @Override
  public void cumulatives(double[] x, double[] y, int from, int to) {
    if (y == x) {
      SCALAR.cumulatives(x, y, from, to);
      return;
    }
    bells(x, y, from, to);
    cumulatives(x, y, y, from, to);
  }

  @Override
  public void cumulatives(double[] x, double[] bell, double[] y, int from, int to) {
    if (y == x) {
      SCALAR.cumulatives(x, bell, y, from, to);
      return;
    }
    int end = VectorNormal.cumulatives(x, bell, y, from, to);
    SCALAR.cumulatives(x, bell, y, end, to);
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
    for (int i = from;
        (i = VectorRootQuotient.rootQuotients(over, scales, squares, factors, constants, y, i, to))
            < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.rootQuotients(over, scales, squares, factors, constants, y, i, end);
      i = end;
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
    for (int i = from;
        (i =
                VectorAdaptiveMoments.steps(
                    mean,
                    toMean,
                    square,
                    keptSquare,
                    toSquare,
                    scale,
                    factor,
                    constant,
                    gradients,
                    target,
                    add,
                    i,
                    to))
            < to; ) {
      int end = Math.min(i + WIDTH, to);
      SCALAR.steps(
          mean,
          toMean,
          square,
          keptSquare,
          toSquare,
          scale,
          factor,
          constant,
          gradients,
          target,
          add,
          i,
          end);
      i = end;
    }
  }

  @Override
  public void products(
      LaneMatrix left, LaneMatrix right, LaneMatrix product, boolean add, int from, int to) {
    int whole = to - (to - from) % WIDTH;
    if (right.isShared()) {
      LaneProducts.SHARED.products(left, right, product, add, from, whole);
    } else {
      LaneProducts.OWN.products(left, right, product, add, from, whole);
    }
    if (whole < to) {
      SCALAR.products(left, right, product, add, whole, to);
    }
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
    return VectorRows.keepLeast(x, least, marks, mark, awaited, limit, length);
  }

  @Override
  public void sum(double[] x, int from, int rows, int stride, int lanes, double[] target, int at) {
    VectorRows.sum(x, from, rows, stride, lanes, target, at);
  }

  @Override
  public void multiply(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    VectorRows.multiply(x, xFrom, y, yFrom, target, at, length);
  }

  @Override
  public void add(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    VectorRows.add(x, xFrom, y, yFrom, target, at, length);
  }

  @Override
  public void multiplyAdd(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    VectorRows.multiplyAdd(x, xFrom, y, yFrom, target, at, length);
  }

  @Override
  public double least(double[] x, int from, int to) {
    return VectorRows.least(x, from, to);
  }

  @Override
  public boolean areWithin(double[] x, int from, int to, double lower, double upper) {
    return VectorRows.areWithin(x, from, to, lower, upper);
  }
}
