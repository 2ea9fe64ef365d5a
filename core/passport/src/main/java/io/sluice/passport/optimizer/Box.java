package io.sluice.passport.optimizer;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/**
 * The box of one walk, and what happens at its border.
 *
 * @param lows the lower bounds
 * @param highs the upper bounds
 * @param policy what happens at them; none may have infinite ones
 * @param evaluations how many candidates are allowed
 */
record Box(double[] lows, double[] highs, WeightPolicy policy, double evaluations)
    implements SearchSpace {

  /** A box with equal sides. */
  static Box cube(int parameters, double lower, double upper, WeightPolicy policy) {
    double[] lows = new double[parameters];
    double[] highs = new double[parameters];
    Arrays.fill(lows, lower);
    Arrays.fill(highs, upper);
    return new Box(lows, highs, policy, Double.POSITIVE_INFINITY);
  }

  /** No bounds. */
  static Box open(int parameters) {
    return cube(parameters, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, WeightPolicy.NONE);
  }

  /** The same box for a walk of so many evaluations. */
  Box within(double budget) {
    return new Box(lows, highs, policy, budget);
  }

  /** The same box in coordinates that are moved or scaled, not turned. */
  Box through(Affine map) {
    return new Box(map.to(lows), map.to(highs), policy, evaluations);
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
}
