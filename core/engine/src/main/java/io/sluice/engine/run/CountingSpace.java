package io.sluice.engine.run;

import io.sluice.engine.study.Metric;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/** A search space that tells a trial how often its policy puts a value back. */
final class CountingSpace implements SearchSpace {

  private final SearchSpace space;
  private final TrialRecord record;
  private long contacts;

  private CountingSpace(SearchSpace space, TrialRecord record) {
    this.space = space;
    this.record = record;
  }

  /** The space, counting if anybody wants to know. */
  static SearchSpace of(SearchSpace space, TrialRecord record) {
    return record.keepsWeights() || record.measures(Metric.BOUND_CONTACTS)
        ? new CountingSpace(space, record)
        : space;
  }

  @Override
  public int parameters() {
    return space.parameters();
  }

  @Override
  public double lower(int parameter) {
    return space.lower(parameter);
  }

  @Override
  public double upper(int parameter) {
    return space.upper(parameter);
  }

  @Override
  public double start(int parameter, RandomStream random) {
    return space.start(parameter, random);
  }

  @Override
  public double evaluations() {
    return space.evaluations();
  }

  @Override
  public double keep(int parameter, int member, double value, FirstMoment moment) {
    if (value < space.lower(parameter) || value > space.upper(parameter)) {
      record.haveContacts(++contacts);
      record.putBack(parameter);
    }
    return space.keep(parameter, member, value, moment);
  }
}
