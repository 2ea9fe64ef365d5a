/**
 * Runs plans. {@link io.sluice.engine.run.StudyRunner} cuts a plan into blocks of like trials and
 * hands whole blocks to workers; {@code GradientBlock} and {@code PopulationBlock} carry one block
 * from its start to its end over a {@link io.sluice.engine.run.BlockObjective}; the events of
 * finished trials go through one queue to the store and to whoever else listens.
 */
package io.sluice.engine.run;
