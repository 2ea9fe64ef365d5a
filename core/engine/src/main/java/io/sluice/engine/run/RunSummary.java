package io.sluice.engine.run;

/**
 * What became of a run.
 *
 * @param planned how many trials the study has
 * @param before how many of them were kept from an earlier run
 * @param finished how many were finished now, whatever their outcome
 * @param diverged how many of those diverged
 * @param failed how many of those failed
 * @param cancelled whether the run was stopped before its end
 */
public record RunSummary(
    long planned, long before, long finished, long diverged, long failed, boolean cancelled) {}
