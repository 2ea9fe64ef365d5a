/**
 * What is done with what stores kept, whatever kept it. {@link io.sluice.engine.kept.KeptTrials}
 * goes through the trials of a study, each with its measurements; {@link
 * io.sluice.engine.kept.StudyCopy} copies a study from one store to another and compares both;
 * {@link io.sluice.engine.kept.StudyState} says how far a study is.
 */
package io.sluice.engine.kept;
