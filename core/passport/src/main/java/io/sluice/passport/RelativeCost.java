package io.sluice.passport;

import io.sluice.spi.Activation;
import java.util.Arrays;
import java.util.Random;

/**
 * What an activation costs beside relu: values and slopes of a block of standard normal inputs,
 * timed on this machine. Blocks of the two alternate, so that both suffer the same disturbances,
 * and the medians are compared.
 *
 * @param nanoseconds the median time of one element
 * @param reluNanoseconds the same of relu
 */
public record RelativeCost(double nanoseconds, double reluNanoseconds) {

  private static final int BLOCK = 1024;
  private static final int WARM_UP = 3000;
  private static final int ROUNDS = 401;
  private static final int REPEATS = 8;

  /** Measures for about a tenth of a second. */
  public static RelativeCost measure(Activation activation) {
    Timing own = new Timing(activation);
    Timing relu = new Timing(new Rectifier());
    for (int i = 0; i < WARM_UP; i++) {
      own.once();
      relu.once();
    }
    double[] ownTimes = new double[ROUNDS];
    double[] reluTimes = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ownTimes[i] = own.once();
      reluTimes[i] = relu.once();
    }
    return new RelativeCost(median(ownTimes), median(reluTimes));
  }

  /** How many times the time of relu. */
  public double ratio() {
    return nanoseconds / reluNanoseconds;
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  /** A block and what is timed with it. */
  private static final class Timing {
    private final Activation activation;
    private final double[] x = new double[BLOCK];
    private final double[] y = new double[BLOCK];
    private final double[] slope = new double[BLOCK];

    Timing(Activation activation) {
      this.activation = activation;
      Random random = new Random(1);
      for (int i = 0; i < BLOCK; i++) {
        x[i] = random.nextGaussian();
      }
    }

    double once() {
      long start = System.nanoTime();
      for (int i = 0; i < REPEATS; i++) {
        activation.valuesAndSlopes(x, y, slope, 0, BLOCK);
      }
      return (System.nanoTime() - start) / (double) (REPEATS * BLOCK);
    }
  }

  /** max(0, x), the unit of measure, without a choice: so the compiler makes vectors of it. */
  private static final class Rectifier implements Activation {

    /** Twice that times the smallest number is above 1. */
    private static final double HUGE = 1e308;

    @Override
    public String id() {
      return "relu";
    }

    @Override
    public double value(double x) {
      return Math.max(0, x);
    }

    @Override
    public double slope(double x) {
      return Math.min(1, Math.max(0, x) * HUGE * HUGE);
    }

    @Override
    public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
      for (int i = from; i < to; i++) {
        double input = x[i];
        y[i] = Math.max(0, input);
        slope[i] = Math.min(1, Math.max(0, input) * HUGE * HUGE);
      }
    }
  }
}
