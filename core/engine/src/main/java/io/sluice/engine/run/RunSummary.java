package io.sluice.engine.run;

import java.util.List;

/**
 * What became of a run.
 *
 * @param planned how many trials the study has
 * @param before how many of them were kept from an earlier run
 * @param finished how many were finished now, whatever their outcome
 * @param elsewhere how many other processes finished meanwhile
 * @param diverged how many of those diverged
 * @param failed how many of those failed
 * @param cancelled whether the run was stopped before its end
 * @param failures why trials failed: a line for each of the first reasons
 */
public record RunSummary(
    long planned,
    long before,
    long finished,
    long elsewhere,
    long diverged,
    long failed,
    boolean cancelled,
    List<String> failures) {

  public RunSummary {
    failures = List.copyOf(failures);
  }

  /** A summary of a run that was the only one. */
  public RunSummary(
      long planned,
      long before,
      long finished,
      long diverged,
      long failed,
      boolean cancelled,
      List<String> failures) {
    this(planned, before, finished, 0, diverged, failed, cancelled, failures);
  }

  /** How many trials are finished and kept. */
  public long kept() {
    return before + finished + elsewhere;
  }
}
