package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/**
 * The bounds and the weight policy of a cell as a population sees them.
 *
 * @param evaluations how many candidates the budget allows
 * @param begin the parameters of the initial weights that the study gives; null if it gives none
 */
record PolicySpace(TrialSetup setup, double evaluations, double[] begin) implements SearchSpace {

  /** The space of a trial. */
  static PolicySpace of(TrialRecord record, double evaluations) {
    TrialSetup setup = record.setup();
    if (!setup.startIsGiven()) {
      return new PolicySpace(setup, evaluations, null);
    }
    double[] weights = record.startWeights();
    int[] index = setup.task().indexOfParameter();
    double[] begin = new double[setup.parameters()];
    for (int p = 0; p < begin.length; p++) {
      begin[p] = weights[index[p]];
    }
    return new PolicySpace(setup, evaluations, begin);
  }

  @Override
  public double start(int parameter, RandomStream random) {
    return begin == null ? SearchSpace.super.start(parameter, random) : begin[parameter];
  }

  @Override
  public int parameters() {
    return setup.task().parameters();
  }

  @Override
  public double lower(int parameter) {
    return setup.lower(parameter);
  }

  @Override
  public double upper(int parameter) {
    return setup.upper(parameter);
  }

  @Override
  public double keep(int parameter, int member, double value, FirstMoment moment) {
    double lower = setup.lower(parameter);
    double upper = setup.upper(parameter);
    if (setup.policy().reversesMomentum(value, lower, upper)) {
      moment.flip(parameter, member);
    }
    return setup.policy().keep(value, lower, upper);
  }
}
