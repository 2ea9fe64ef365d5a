/**
 * Evolution strategies and their kin: a distribution proposes candidates, and their order by loss
 * moves it. {@code EvolutionState} asks, tells and sorts; {@code Recombination} has the weights of
 * ranks; an algorithm adds how it draws and what it learns. Matrices are arrays of rows, decomposed
 * by {@link io.sluice.optimizers.SymmetricEigen} and {@code SymmetricMatrix}.
 *
 * <p>The mean starts at the initial weights where a study gives them, else uniform in the box, and
 * step sizes are shares of the width of each side. Candidates leave the box where their
 * distribution does: what counts is the loss at the place that the weight policy gives them. The
 * mean goes where the policy puts it.
 */
package io.sluice.optimizers.evolution;
