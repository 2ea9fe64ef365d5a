package io.sluice.optimizers;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/**
 * A box with a weight policy.
 *
 * @param lows the lower bounds
 * @param highs the upper bounds
 * @param policy what happens at them
 * @param evaluations how many candidates a trial may evaluate
 */
public record BoxSpace(double[] lows, double[] highs, WeightPolicy policy, double evaluations)
    implements SearchSpace {

  /** A box for trials whose budget nobody knows. */
  public BoxSpace(double[] lows, double[] highs, WeightPolicy policy) {
    this(lows, highs, policy, Double.POSITIVE_INFINITY);
  }

  /** The same box for trials with this budget. */
  public BoxSpace within(double budget) {
    return new BoxSpace(lows, highs, policy, budget);
  }

  /** A box with equal sides. */
  public static BoxSpace cube(int parameters, double lower, double upper, WeightPolicy policy) {
    double[] lows = new double[parameters];
    double[] highs = new double[parameters];
    Arrays.fill(lows, lower);
    Arrays.fill(highs, upper);
    return new BoxSpace(lows, highs, policy);
  }

  @Override
  public int parameters() {
    return lows.length;
  }

  @Override
  public double lower(int parameter) {
    return lows[parameter];
  }

  @Override
  public double upper(int parameter) {
    return highs[parameter];
  }

  @Override
  public double keep(int parameter, int member, double value, FirstMoment moment) {
    if (policy.reversesMomentum(value, lows[parameter], highs[parameter])) {
      moment.flip(parameter, member);
    }
    return policy.keep(value, lows[parameter], highs[parameter]);
  }

  @Override
  public boolean clips() {
    return policy == WeightPolicy.CLIP;
  }
}
