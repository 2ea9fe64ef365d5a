package io.sluice.spi;

/** The box in which a population searches, and what the weight policy does at its border. */
public interface SearchSpace {

  /** How many parameters a candidate has. */
  int parameters();

  /** The lower bound of the parameter, finite. */
  double lower(int parameter);

  /** The upper bound of the parameter, finite. */
  double upper(int parameter);

  /**
   * How many candidates the trial may evaluate in all, for schedules that cool down or shrink as
   * the budget is spent; a trial that reaches its targets ends earlier. Positive infinity where
   * nobody knows.
   */
  default double evaluations() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Where a search that begins at a point begins: at the initial weight that the study gives, or
   * else at a uniform place in the box.
   *
   * @param random the trial's numbers, of which one is drawn where no initial weight is given
   */
  default double start(int parameter, RandomStream random) {
    return random.nextDouble(lower(parameter), upper(parameter));
  }

  /**
   * The value the weight policy puts in the place of this one: itself if it lies inside the bounds,
   * or if the policy is {@code none}. The engine does this to every candidate anyway; an optimizer
   * calls it where it goes on working with the kept value.
   */
  default double keep(int parameter, double value) {
    return keep(parameter, 0, value, FirstMoment.NONE);
  }

  /**
   * The same for an optimizer whose candidates have a first moment, which the policy may reverse.
   *
   * @param member the candidate, as the moment calls it
   */
  double keep(int parameter, int member, double value, FirstMoment moment);

  /**
   * Whether {@link #keep(int, double)} does nothing else than setting what is beyond a bound to
   * that bound, so that many values can be kept at once without a call for each; false is always
   * right.
   */
  default boolean clips() {
    return false;
  }
}
