package io.sluice.engine.run;

/** Gives out the blocks of a run, each once. */
public interface BlockSource {

  /** The indices of the trials of the next block; empty when there are no more. */
  long[] next();

  /** The blocks that are left of the kind that is being cut have at most so many trials. */
  void narrow(int trials);
}
