/**
 * From what is asked to what is run. {@link io.sluice.engine.plan.StudyPlanner} looks up every id,
 * expands every list and checks every value, and either refuses with all its complaints at once or
 * gives a {@link io.sluice.engine.plan.StudyPlan}: the cells of the study in a fixed order, each
 * with a {@link io.sluice.engine.plan.TrialSetup} from which its trials can be run.
 */
package io.sluice.engine.plan;
