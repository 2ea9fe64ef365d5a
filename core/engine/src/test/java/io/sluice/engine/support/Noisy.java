package io.sluice.engine.support;

import io.sluice.math.Trigonometric;
import io.sluice.spi.StochasticActivation;

/** {@code sin x} to which training adds what it draws, times x. */
public record Noisy(String id, Draw draw) implements StochasticActivation {

  public static Noisy uniform() {
    return new Noisy("noisy-uniform", Draw.UNIFORM);
  }

  public static Noisy normal() {
    return new Noisy("noisy-normal", Draw.NORMAL);
  }

  @Override
  public double value(double x) {
    return Trigonometric.sin(x);
  }

  @Override
  public double slope(double x) {
    return Trigonometric.cos(x);
  }

  @Override
  public double value(double x, double draw) {
    return Trigonometric.sin(x) + draw * x;
  }

  @Override
  public double slope(double x, double draw) {
    return Trigonometric.cos(x) + draw;
  }
}
