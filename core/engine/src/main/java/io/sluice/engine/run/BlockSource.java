package io.sluice.engine.run;

/** Gives out the blocks of a run, each once. There may be more later, until it is over. */
public interface BlockSource {

  /** The indices of the trials of the next block; empty when there is none just now. */
  long[] next();

  /** Whether there is no block any more, and never will be. */
  boolean isOver();

  /** Waits a moment, where there is no block just now, whether or not one comes. */
  void await() throws InterruptedException;

  /** The blocks that are left of the kind that is being cut have at most so many trials. */
  void narrow(int trials);
}
