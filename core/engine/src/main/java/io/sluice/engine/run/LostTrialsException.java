package io.sluice.engine.run;

import java.util.BitSet;

/**
 * A store does not give back what it was given to keep: its plugin loses results. The message says
 * how many; whoever named the store puts its name before it.
 */
public final class LostTrialsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Trials are lost.
   *
   * @param finished how many trials of the study are finished
   * @param lost which of them the store does not have
   */
  LostTrialsException(String studyId, int finished, BitSet lost) {
    super(
        "the store has only "
            + (finished - lost.cardinality())
            + " of the "
            + finished
            + " finished trials of "
            + studyId
            + "; it lost "
            + (lost.cardinality() == 1 ? "trial " : "some, the first of them trial ")
            + lost.nextSetBit(0)
            + ", so its plugin does not keep what it is given");
  }
}
