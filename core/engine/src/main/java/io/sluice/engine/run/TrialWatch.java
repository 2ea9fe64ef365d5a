package io.sluice.engine.run;

/**
 * Sees where a trial stands after some of its steps, while it runs. It changes nothing about the
 * trial, and nothing is charged for it.
 */
public interface TrialWatch {

  /** Looks at no step. */
  TrialWatch NONE =
      new TrialWatch() {
        @Override
        public boolean wants(long step) {
          return false;
        }

        @Override
        public void see(long step, double cost, double loss, double[] weights) {}
      };

  /** Whether it wants to see the trial after so many steps; 0 is the start. */
  boolean wants(long step);

  /**
   * Takes what there is to see.
   *
   * @param step updates, generations or accepted points so far
   * @param cost in forward-equivalents, as measurements have it
   * @param loss of the weights; it may be the one by which the trial diverges
   * @param weights a copy of all of them; of a population the best so far
   */
  void see(long step, double cost, double loss, double[] weights);

  /**
   * Takes the generation that a population has just been told the losses of, before {@link #see} is
   * called for the step.
   *
   * @param step generations so far, this one included
   * @param candidates a copy, {@code [member][parameter]}
   */
  default void seeGeneration(long step, double[][] candidates) {}

  /**
   * The weight policy puts a parameter back into its bounds; of a population that of a candidate.
   * This belongs to the step that is seen next.
   */
  default void seePutBack(int parameter) {}
}
