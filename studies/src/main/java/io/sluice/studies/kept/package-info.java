/**
 * Trials that a store kept: {@link io.sluice.studies.kept.StoredTrial} finds one by its name, and
 * {@link io.sluice.studies.kept.Reproduction} runs it again.
 */
package io.sluice.studies.kept;
