package io.sluice.engine.run;

import java.util.List;

/**
 * What became of a run.
 *
 * @param planned how many trials the study has
 * @param before how many of them were kept from an earlier run
 * @param finished how many were finished now, whatever their outcome
 * @param diverged how many of those diverged
 * @param failed how many of those failed
 * @param cancelled whether the run was stopped before its end
 * @param failures why trials failed: a line for each of the first reasons
 */
public record RunSummary(
    long planned,
    long before,
    long finished,
    long diverged,
    long failed,
    boolean cancelled,
    List<String> failures) {

  public RunSummary {
    failures = List.copyOf(failures);
  }
}
