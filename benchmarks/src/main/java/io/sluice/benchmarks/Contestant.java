package io.sluice.benchmarks;

/** A way to train the networks of the cases. */
interface Contestant {

  /** Whether it can do this case. */
  boolean does(Case training);

  /** The losses after all steps from each of the case's starts. */
  double[] losses(Case training);

  /**
   * Runs this many trials from random weights.
   *
   * @return a sum of their last losses, so that none can be left out
   */
  double train(Case training, int trials, int threads);
}
