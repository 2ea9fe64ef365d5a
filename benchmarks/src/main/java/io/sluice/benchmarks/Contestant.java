package io.sluice.benchmarks;

/** A way to train the networks of the cases. */
interface Contestant {

  /** Whether it can do this case. */
  boolean does(Case training);

  /**
   * How many trials it runs at once. It is given whole batches; the time told is the share of the
   * trials asked for.
   */
  default int batch(Case training) {
    return 1;
  }

  /** The losses after all steps from each of the case's starts. */
  double[] losses(Case training);

  /**
   * Runs this many trials from random weights.
   *
   * @return a sum of their last losses, so that none can be left out
   */
  double train(Case training, int trials, int threads);
}
