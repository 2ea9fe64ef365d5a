package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/**
 * The bounds and the weight policy of a cell as a population sees them.
 *
 * @param lower the lower bounds, one a parameter
 * @param upper the upper bounds
 * @param evaluations how many candidates the budget allows
 * @param begin the parameters of the initial weights that the study gives; null if it gives none
 */
record PolicySpace(
    WeightPolicy policy, double[] lower, double[] upper, double evaluations, double[] begin)
    implements SearchSpace {

  /** The space of a trial. */
  static PolicySpace of(TrialRecord record, double evaluations) {
    TrialSetup setup = record.setup();
    double[] lower = new double[setup.parameters()];
    double[] upper = new double[setup.parameters()];
    Arrays.setAll(lower, setup::lower);
    Arrays.setAll(upper, setup::upper);
    return new PolicySpace(setup.policy(), lower, upper, evaluations, begin(record));
  }

  private static double[] begin(TrialRecord record) {
    TrialSetup setup = record.setup();
    if (!setup.startIsGiven()) {
      return null;
    }
    double[] weights = record.startWeights();
    int[] index = setup.task().indexOfParameter();
    double[] begin = new double[setup.parameters()];
    for (int p = 0; p < begin.length; p++) {
      begin[p] = weights[index[p]];
    }
    return begin;
  }

  @Override
  public double start(int parameter, RandomStream random) {
    return begin == null ? SearchSpace.super.start(parameter, random) : begin[parameter];
  }

  @Override
  public int parameters() {
    return lower.length;
  }

  @Override
  public double lower(int parameter) {
    return lower[parameter];
  }

  @Override
  public double upper(int parameter) {
    return upper[parameter];
  }

  @Override
  public double keep(int parameter, int member, double value, FirstMoment moment) {
    double from = lower[parameter];
    double to = upper[parameter];
    if (policy.reversesMomentum(value, from, to)) {
      moment.flip(parameter, member);
    }
    return policy.keep(value, from, to);
  }

  @Override
  public boolean clips() {
    return policy == WeightPolicy.CLIP;
  }
}
