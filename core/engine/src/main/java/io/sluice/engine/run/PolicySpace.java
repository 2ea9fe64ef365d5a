package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.SearchSpace;

/** The bounds and the weight policy of a cell as a population sees them. */
record PolicySpace(TrialSetup setup) implements SearchSpace {

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
  public double keep(int parameter, double value) {
    return setup.policy().keep(value, setup.lower(parameter), setup.upper(parameter));
  }

  @Override
  public boolean reversesMomentum(int parameter, double value) {
    return setup.policy().reversesMomentum(value, setup.lower(parameter), setup.upper(parameter));
  }
}
