package io.sluice.spi;

/** The state of a {@link PopulationOptimizer} in one trial. */
public interface PopulationState {

  /**
   * How many candidates the next generation has at most, which decides whether the budget still
   * allows it. A population that shrinks, or asks for less than its size, says so here.
   *
   * @param largest the {@linkplain PopulationOptimizer#populationSize() largest size} of any
   */
  default int next(int largest) {
    return largest;
  }

  /**
   * Writes the candidates of the next generation.
   *
   * @param candidates receives them; it is another slice of another block in every generation
   * @return how many were written, from member 0 on; at least 1
   */
  int ask(Candidates candidates);

  /**
   * Takes the losses of the candidates asked last: {@code losses[from + member]}. Lower is better;
   * a candidate that could not be evaluated has positive infinity, never NaN.
   */
  void tell(double[] losses, int from);
}
