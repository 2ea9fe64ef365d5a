package io.sluice.studies.export;

import io.sluice.spi.TrialEvent;
import java.io.IOException;

/** Writes the runs of one study, in the order of the plan, in the format of another tool. */
interface RunWriter {

  /** Writes one trial; those of a function by an algorithm need not follow each other. */
  void run(TrialEvent.Finished trial, RunCurve curve) throws IOException;

  /** Writes what can only be written when all runs are known. */
  void end() throws IOException;
}
