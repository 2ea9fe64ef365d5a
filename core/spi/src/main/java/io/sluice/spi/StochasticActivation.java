package io.sluice.spi;

import java.util.Map;

/**
 * An activation that is random while a network is trained: each unit takes a random number for each
 * example of each training pass, and the functions get it as an argument. {@link #value(double)}
 * and {@link #slope(double)} are the function as it is evaluated, without one; kinks and range are
 * those of this mode.
 *
 * <pre>{@code
 * public record Noisy(double sigma) implements StochasticActivation {
 *   ...
 *   public Draw draw() { return Draw.NORMAL; }
 *   public double value(double x) { return x; }
 *   public double slope(double x) { return 1; }
 *   public double value(double x, double draw) { return x + sigma * draw; }
 *   public double slope(double x, double draw) { return 1; }
 * }
 * }</pre>
 *
 * <p>The activation draws nothing itself: its functions are pure, and the numbers come from whoever
 * trains, keyed so that they are the same in whatever order the work is done. Only gradients are
 * taken with draws. Losses, metrics and populations, which only evaluate, use the evaluation mode.
 * An activation is stochastic or {@link TrainableActivation trainable}, not both.
 */
public interface StochasticActivation extends Activation {

  /** How the random numbers are distributed. */
  enum Draw {
    /** Uniform between 0 and 1, neither of which is drawn. */
    UNIFORM,
    /** Normal with the mean 0 and the standard deviation 1. */
    NORMAL
  }

  /** What is drawn for each unit and example. */
  Draw draw();

  /** f(x) in training, with what was drawn. */
  double value(double x, double draw);

  /** The slope of {@link #value(double, double)} by x; at a kink as in the evaluation mode. */
  double slope(double x, double draw);

  @Override
  default StochasticActivation with(Map<String, Double> values) {
    return this;
  }

  /**
   * Sets {@code y[i] = f(x[i])} and {@code slope[i] = f'(x[i])} for {@code from <= i < to}, with
   * {@code draws[i]}. All arrays are different ones.
   *
   * @param draws a drawn number for each element
   */
  default void valuesAndSlopes(
      double[] x, double[] draws, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      slope[i] = slope(input, draws[i]);
      y[i] = value(input, draws[i]);
    }
  }
}
