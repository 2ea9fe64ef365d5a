/**
 * What can be minimised. A {@link io.sluice.engine.problem.ProblemDefinition} is a component with
 * hyper-parameters; it creates a {@link io.sluice.engine.problem.Problem}, which is either data for
 * a network to fit or an {@link io.sluice.engine.problem.ObjectiveFunction} on a box. {@link
 * io.sluice.engine.problem.BuiltInProblems} lists those that come with Sluice.
 */
package io.sluice.engine.problem;
