package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.SearchSpace;

/**
 * The bounds and the weight policy of a cell as a population sees them.
 *
 * @param evaluations how many candidates the budget allows
 */
record PolicySpace(TrialSetup setup, double evaluations) implements SearchSpace {

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
