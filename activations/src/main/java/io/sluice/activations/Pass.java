package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Hyperbolic;
import io.sluice.math.Normal;
import java.util.function.DoubleUnaryOperator;

/** A costly function, for one number and as a pass over a block, with the same bits. */
enum Pass {
  /** e^x. */
  EXP(Exponential::exp, Exponential::exps),
  /** e^x - 1. */
  EXPM1(Exponential::expm1, Exponential::expm1s),
  /** e^-|x|. */
  DECAY(Exponential::decay, Exponential::decays),
  /** tanh x. */
  TANH(Hyperbolic::tanh, Hyperbolic::tanhs),
  /** e^(-x² / 2). */
  BELL(Normal::bell, Normal::bells),
  /** x itself, for functions of plain arithmetic. */
  NONE(x -> x, (x, y, from, to) -> {});

  /** Sets {@code y[i]} from {@code x[i]} for {@code from <= i < to}; y may be x. */
  private interface Block {
    void over(double[] x, double[] y, int from, int to);
  }

  private final DoubleUnaryOperator one;
  private final Block block;

  Pass(DoubleUnaryOperator one, Block block) {
    this.one = one;
    this.block = block;
  }

  double of(double x) {
    return one.applyAsDouble(x);
  }

  /** Replaces {@code numbers[i]} for {@code from <= i < to}. */
  void over(double[] numbers, int from, int to) {
    block.over(numbers, numbers, from, to);
  }
}
