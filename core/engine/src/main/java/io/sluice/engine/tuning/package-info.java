/**
 * Tuning before a study: {@link TuningStages} says which study of the chain comes next, by what a
 * store has, and {@code Contest} which combinations of values a rung keeps.
 */
package io.sluice.engine.tuning;
